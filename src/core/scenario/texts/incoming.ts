import type { Edit } from '../edit/edit.ts'
import type { Language } from '../primitives.ts'
import {
  inLanguage,
  knownNames,
  linesOf,
  type TranslationFault,
  translationFault,
} from './proposal.ts'
import { otherLanguage, type TextEntry } from './texts.ts'
import { statusesOf, type Track } from './track.ts'

/** Translations that come back in a file: what each row would do, told before anything is done. */

export interface IncomingRow {
  readonly id: string
  /** What the translator saw; null: the file doesn't say. */
  readonly source: string | null
  readonly words: string
  /** The translator says that it is done, even if it reads as before. */
  readonly isDone: boolean
}

export interface IncomingFile {
  /** The language that was translated into. */
  readonly target: Language
  readonly rows: readonly IncomingRow[]
}

export type Verdict =
  /** Taken: where nothing stood, instead of another wording, or as before though its source has changed. */
  | { readonly kind: 'new' | 'other' | 'still' }
  /** Nothing to do: it stands so already, or the row was left blank. */
  | { readonly kind: 'same' | 'blank' }
  /** Not taken: no such text here, or the file has it more than once. */
  | { readonly kind: 'unknown' | 'twice' }
  /** Made from another source than the one that stands now: taken only if wished. */
  | { readonly kind: 'stale'; readonly source: string }
  /** Not taken. */
  | { readonly kind: 'fault'; readonly fault: TranslationFault }

export interface JudgedRow {
  /** Its number in the file, from 1. */
  readonly n: number
  readonly id: string
  /** Null if there is no such text. */
  readonly entry: TextEntry | null
  readonly words: string
  readonly verdict: Verdict
}

const TAKEN: ReadonlySet<Verdict['kind']> = new Set(['new', 'other', 'still'])

/** Judges every row of a file against the texts as they stand. */
export function judge(
  entries: readonly TextEntry[],
  track: Track,
  file: IncomingFile,
): readonly JudgedRow[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const statuses = statusesOf(entries, track)
  const seen = new Map<string, number>()
  for (const { id } of file.rows) seen.set(id, (seen.get(id) ?? 0) + 1)
  const from = otherLanguage(file.target)
  const known = knownNames(entries, from)
  return file.rows.map((row, index): JudgedRow => {
    const entry = byId.get(row.id) ?? null
    const judged = (verdict: Verdict, words = row.words): JudgedRow => ({
      n: index + 1,
      id: row.id,
      entry,
      words,
      verdict,
    })
    if (!entry) return judged({ kind: 'unknown' })
    if ((seen.get(row.id) ?? 0) > 1) return judged({ kind: 'twice' })
    const before = entry[file.target]
    if (row.words.trim() === '') return judged({ kind: 'blank' })
    const isSame = row.words === before
    const words = isSame ? row.words : tidied(entry, file.target, row.words)
    if (isSame && !(row.isDone && statuses.get(entry.id) === 'changed'))
      return judged({ kind: 'same' })
    const fault = isSame ? null : translationFault(entry, file.target, words, known)
    if (fault) return judged({ kind: 'fault', fault })
    if (row.source !== null && row.source !== entry[from])
      return judged({ kind: 'stale', source: row.source }, words)
    if (isSame) return judged({ kind: 'still' })
    return judged({ kind: before.trim() === '' ? 'new' : 'other' }, words)
  })
}

/** Words as the file should have them: a list without blank lines, names in their own language. */
function tidied(entry: TextEntry, lang: Language, words: string): string {
  return entry.isList ? linesOf(words).join('\n') : inLanguage(words, lang)
}

export interface Taken {
  readonly edits: readonly Edit[]
  /** The texts as they will then stand. */
  readonly entries: readonly TextEntry[]
  /** Those that agree from then on. A translation of an older source is taken as it is and stays marked. */
  readonly agreed: ReadonlySet<string>
}

/** What taking the good rows comes to; `withStale`: also those that were made from an older source. */
export function taking(
  entries: readonly TextEntry[],
  rows: readonly JudgedRow[],
  target: Language,
  withStale: boolean,
): Taken {
  const words = new Map<string, string>()
  const agreed = new Set<string>()
  for (const { id, verdict, words: said } of rows) {
    if (TAKEN.has(verdict.kind)) agreed.add(id)
    else if (verdict.kind !== 'stale' || !withStale) continue
    words.set(id, said)
  }
  const changed = entries.filter(({ id, [target]: before }) => (words.get(id) ?? before) !== before)
  return {
    edits: changed.map((entry) => wordsEdit(entry, target, words.get(entry.id) ?? '')),
    entries: entries.map((entry) => ({ ...entry, [target]: words.get(entry.id) ?? entry[target] })),
    agreed,
  }
}

/** Puts words in a text's place in one language. */
export function wordsEdit(entry: TextEntry, lang: Language, words: string): Edit {
  return {
    kind: 'set',
    path: [...entry.path, lang],
    value: entry.isList ? linesOf(words) : words,
  }
}
