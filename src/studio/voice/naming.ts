import type { Language } from '../../core/scenario/primitives.ts'
import type { VoiceRow } from './rows.ts'

export type Named =
  | { readonly ok: true; readonly row: VoiceRow }
  | {
      readonly ok: false
      /** No line has that name; it is known, but not in which language; or not in which of its wordings. */
      readonly why: 'noLine' | 'noLanguage' | 'noWording'
    }

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
  const front = /^(zh|en)[ ._-]+(.+)$/.exec(bare)
  const back = /^(.+)[ ._-]+(zh|en)$/.exec(bare)
  const readings = [
    [bare, null],
    [front?.[2], front?.[1]],
    [back?.[1], back?.[2]],
  ] as const
  for (const [name, lang] of readings) {
    const found = rows.filter(
      (row) => (row.key.slice(3) === name || row.line === name) && (!lang || row.lang === lang),
    )
    if (found.length > 0) return oneOf(found, lang ? null : shown)
  }
  return { ok: false, why: 'noLine' }
}

function oneOf(found: readonly VoiceRow[], shown: Language | null): Named {
  const isOneLanguage = found.every(({ lang }) => lang === found[0]?.lang)
  const left = isOneLanguage ? found : found.filter(({ lang }) => lang === shown)
  const [row] = left
  if (!row) return { ok: false, why: 'noLanguage' }
  return left.length === 1 ? { ok: true, row } : { ok: false, why: 'noWording' }
}
