/** Registers the service worker and offers a new version when one has been fetched. */
import { onPath } from '../app/location.ts'
import { t } from '../i18n/i18n.ts'
import { say } from '../messages.ts'

const CHECK_EVERY_MS = 60 * 60 * 1000

/** @param busy whether a call is being worked: then the offer waits until it is over */
export async function registerServiceWorker(busy: () => boolean): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let asked = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload() // another tab may have asked: this one goes on as it is
  })
  const registration = await serviceWorker.register('/sw.js').catch(() => undefined)
  if (!registration) return // no storage (private mode): the program still runs from the server

  let offered: ServiceWorker | undefined
  const offer = () => {
    const { waiting } = registration
    if (!waiting || waiting === offered || !serviceWorker.controller || busy()) return
    offered = waiting
    say({
      kind: 'info',
      sticky: true,
      text: t('common:newVersion'),
      action: {
        label: t('common:useNewVersion'),
        perform: () => {
          asked = true
          waiting.postMessage('take-over')
        },
      },
    })
  }
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer()
    })
  })
  offer()
  setInterval(() => void registration.update().catch(() => undefined), CHECK_EVERY_MS)
  onPath(offer)
}
