import type { Language, Translate } from '../../ui/i18n/keys.ts'
import { isoDay, localDay } from './days.ts'

/** A past day as people say it: today, yesterday, `12-12`, and with the year if it is another one. */
export function dayWords(t: Translate<'start'>, at: number, now: number): string {
  const ago = localDay(now) - localDay(at)
  if (ago === 0) return t('day.today')
  if (ago === 1) return t('day.yesterday')
  const day = isoDay(at)
  return day.slice(0, 4) === isoDay(now).slice(0, 4) ? day.slice(5) : day
}

/** Between short things in a row. The middle dot is as wide as a character in Chinese type, too wide in English. */
export function separator(lang: Language): string {
  return lang === 'zh' ? ' · ' : ', '
}
