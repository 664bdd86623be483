/** How the desk words times, messages and refusals. */
import type { Text } from '../../core/scenario/primitives.ts'
import type { LogView, View } from '../../core/sim/view.ts'
import type { Channel } from '../../ui/channel.ts'
import { en } from '../../ui/i18n/desk.ts'
import { t } from '../../ui/i18n/i18n.ts'
import type { Language, TextKey } from '../../ui/i18n/keys.ts'

/** `2:09`, minutes and seconds of a span in ms; `1:02:09` from an hour on. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${two(minutes)}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** A number in groups: `139 **** 2671`. */
export function phoneNumber(number: string): string {
  return number.replace(/^(\d{3})([\d*]{4})(\d{4})$/, '$1 $2 $3')
}

/** A drive time: `3:10`, rounded up to the second. */
export function drive(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Seconds with one decimal: `1.8`. */
export function seconds(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(1)
}

/** The clock on the wall of the story: local time at the first ring and ms since then → `06:42:18`. */
export function clockTime(at: string, ms: number): string {
  const [hours = 0, minutes = 0] = at.slice(11).split(':').map(Number)
  const total = hours * 3600 + minutes * 60 + Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60].map(two).join(':')
}

/** The incident's number: `110-20251214-0642`. */
export function incidentNumber(at: string): string {
  return `110-${at.slice(0, 10).replaceAll('-', '')}-${at.slice(11).replace(':', '')}`
}

/** Why an act was impossible, in words. */
export function refusalText(why: string, channel: Channel): string {
  if (isOfChannel(why)) return t(`desk:by.${channel}.refused.${why}`)
  return t(isRefusal(why) ? `desk:refused.${why}` : 'desk:refused.other')
}

function isOfChannel(why: string): why is keyof typeof en.by.phone.refused {
  return Object.hasOwn(en.by.phone.refused, why)
}

function isRefusal(why: string): why is keyof typeof en.refused {
  return Object.hasOwn(en.refused, why)
}

/** A message of the log in words; the names come from the view's own units and partners. */
export function logText(entry: LogView, view: View, lang: Language, channel: Channel): string {
  const name = nameOf(entry, view, lang)
  switch (entry.kind) {
    case 'report':
      return t('desk:log.says', { name, text: entry.text?.[lang] ?? '' })
    case 'refused':
      return refusalText(entry.subject, channel)
    default: {
      if (entry.kind === 'line' && isLineMoment(entry.status))
        return t(`desk:by.${channel}.log.${entry.status}`)
      const key = `desk:log.${entry.kind}.${entry.status}`
      return isTextKey(key) ? t(key, { name }) : name
    }
  }
}

function isTextKey(key: string): key is TextKey {
  const [, kind = '', status = ''] = /^desk:log\.(\w+)\.([\w-]+)$/.exec(key) ?? []
  const { log } = en
  if (kind === 'unit') return Object.hasOwn(log.unit, status)
  return kind === 'partner' && Object.hasOwn(log.partner, status)
}

function isLineMoment(status: string): status is keyof typeof en.by.phone.log {
  return Object.hasOwn(en.by.phone.log, status)
}

function nameOf(entry: LogView, view: View, lang: Language): string {
  const { subject } = entry
  const unit = view.units.find(({ id }) => id === subject)
  const named: { readonly name: Text } | undefined =
    unit ?? view.partners.find(({ id }) => id === subject)
  return named?.name[lang] ?? subject
}
