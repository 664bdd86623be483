import type { Language } from '../ui/i18n/keys.ts'

/** Day and time of the wall clock, short, as lists show it. `at`: ms since 1970. */
export const whenOf = (at: number, lang: Language): string =>
  new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  })
