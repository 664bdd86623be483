import type { Language } from '../../core/scenario/primitives.ts'
import type { VoiceRow } from './rows.ts'

export type Named =
  | { readonly ok: true; readonly row: VoiceRow }
  /** No line has that name; or the line is known, and not in which language it was said. */
  | { readonly ok: false; readonly why: 'noLine' | 'noLanguage' }

/**
 * The line that a sound file is named after: `crying.caller.wav`, with the language before or behind it if need be
 * (`zh_crying.caller.mp3`, `crying.caller.en.wav`). `shown`: the language taken if the name tells none.
 */
export function rowNamed(
  fileName: string,
  rows: readonly VoiceRow[],
  shown: Language | null,
): Named {
  const bare = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
    .toLowerCase()
  const whole = rows.filter(({ key }) => key.slice(3) === bare)
  if (whole.length > 0) return choose(whole, shown)
  const front = /^(zh|en)[ ._-]+(.+)$/.exec(bare)
  const back = /^(.+)[ ._-]+(zh|en)$/.exec(bare)
  for (const [name, lang] of [
    [front?.[2], front?.[1]],
    [back?.[1], back?.[2]],
  ]) {
    const row = rows.find(({ key }) => key === `${lang}/${name}`)
    if (row) return { ok: true, row }
  }
  return { ok: false, why: 'noLine' }
}

function choose(rows: readonly VoiceRow[], shown: Language | null): Named {
  // a wording's name is of one language only
  const [only] = rows
  const row = rows.length === 1 ? only : rows.find(({ lang }) => lang === shown)
  return row ? { ok: true, row } : { ok: false, why: 'noLanguage' }
}
