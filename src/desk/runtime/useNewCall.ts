import { useEffect, useRef } from 'react'
import { mode } from '../../core/sim/attempt.ts'
import { language } from '../../ui/i18n/i18n.ts'
import type { Services } from '../../ui/services.ts'
import { createLibrary } from './library.ts'
import { newHeader } from './newAttempt.ts'

const GUEST = { id: 'guest', name: '—', badge: '0' }

/**
 * While developing: `/call/new?scenario=<id>&mode=<mode>&seed=<seed>` makes an attempt and goes to it. Nothing happens
 * at any other address.
 */
export function useNewCall(
  attempt: string,
  services: Services,
  navigate: (to: string) => void,
): void {
  const begun = useRef(false)
  useEffect(() => {
    if (attempt !== 'new' || begun.current) return
    begun.current = true
    void begin(services).then((id) => navigate(`/call/${id}`))
  }, [attempt, services, navigate])
}

async function begin(services: Services): Promise<string> {
  const asked = new URLSearchParams(location.search)
  const id = asked.get('scenario') ?? 'crying-girl'
  const { scenario, hash } = await createLibrary(services.content).scenario(id)
  const [trainee = GUEST] = await services.store.trainees()
  const seed = asked.get('seed')
  const header = newHeader({
    id: services.store.newId(),
    scenario: { id, version: scenario.version, hash },
    mode: mode.safeParse(asked.get('mode')).data ?? 'practice',
    lang: language(),
    trainee,
    now: services.now(),
    ...(seed === null ? {} : { seed }),
  })
  await services.store.create(header)
  return header.id
}
