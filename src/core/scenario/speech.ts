import type { Language, Text } from './primitives.ts'

/**
 * How long words last, in integer ms. Reading-aloud pace; own training figures: about 4.8 Han characters or 2.7 English
 * words a second for a caller, somewhat faster for a trainee who knows what to say.
 */

const pause = /[，。！？；：、…—,.!?;:]+/g
const aside = /[（(][^）)]*[）)]/g

interface Units {
  readonly count: number
  readonly pauses: number
}

/** Texts counted before: every variant of a scenario says most of them again. */
const counted = { zh: new Map<string, Units>(), en: new Map<string, Units>() }
const MOST_COUNTED = 20_000

function units(text: string, lang: Language): Units {
  const known = counted[lang].get(text)
  if (known) return known
  if (counted[lang].size >= MOST_COUNTED) counted[lang].clear()
  const made = count(text, lang)
  counted[lang].set(text, made)
  return made
}

function count(text: string, lang: Language): Units {
  const spoken = text.replace(aside, '…')
  const pauses = spoken.match(pause)?.length ?? 0
  const bare = spoken.replace(pause, ' ').trim()
  if (lang === 'en') return { count: bare.split(/\s+/).filter(Boolean).length, pauses }
  // a run of Latin letters or digits is read about one character each
  return { count: bare.replace(/\s+/g, '').length, pauses }
}

/** The caller's line: at least 900 ms. `rate` is the voice's pace, 1 = usual. */
export function callerMs(text: Text, lang: Language, rate: number): number {
  const { count, pauses } = units(text[lang], lang)
  const ms = count * (lang === 'zh' ? 210 : 370) + pauses * 350
  return Math.max(900, Math.round(ms / rate))
}

/** A trainee's sentence: 600 to 6,000 ms. */
export function traineeMs(text: Text, lang: Language): number {
  const { count } = units(text[lang], lang)
  return Math.min(6000, Math.max(600, count * (lang === 'zh' ? 170 : 300)))
}

/** Between the trainee's last word and the caller's first, ms. */
export const TURN_GAP_MS = 500
