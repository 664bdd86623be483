import { z } from 'zod'
import { sha256 } from '../hash.ts'
import type { Language } from '../primitives.ts'
import { wordingFault } from '../wording.ts'
import { otherLanguage, type TextEntry } from './texts.ts'

/**
 * Which translations still fit their source. Beside the scenario, in `translations.json`, stands for each text what it
 * said in both languages when the two last agreed, as hashes. A text whose source has another hash now has changed since
 * it was translated. A text of which nothing is known counts as agreed.
 */
export const TRACK_FILE = 'translations.json'

/** Hashes of the two wordings that agreed. */
type Agreed = readonly [zh: string, en: string]

export interface Track {
  /** The language that is written first; the other is its translation. */
  readonly source: Language
  /** Only words may be changed in the studio. */
  readonly isLocked: boolean
  readonly agreed: ReadonlyMap<string, Agreed>
}

/** Nothing is known yet: Chinese is translated into English. */
export const NO_TRACK: Track = { source: 'zh', isLocked: false, agreed: new Map() }

const hash = z.string().regex(/^[0-9a-f]{12}$/)
/** More than any scenario's texts. */
const MOST = 20_000

const file = z.strictObject({
  format: z.literal('first-ring-translations'),
  formatVersion: z.literal(1),
  source: z.enum(['zh', 'en']),
  locked: z.boolean(),
  agreed: z
    .record(z.string().max(400), z.tuple([hash, hash]))
    .refine((all) => Object.keys(all).length <= MOST),
})

/** Reads translations.json; null if it is none. Never throws. */
export function readTrack(text: string): Track | null {
  try {
    const read = file.safeParse(JSON.parse(text))
    if (!read.success) return null
    const { source, locked, agreed } = read.data
    return { source, isLocked: locked, agreed: new Map(Object.entries(agreed)) }
  } catch {
    return null
  }
}

/** One line a text, so that a change touches little of the file. */
export function writeTrack({ source, isLocked, agreed }: Track): string {
  const lines = [...agreed].map(
    ([id, [zh, en]]) => `    ${JSON.stringify(id)}: [${JSON.stringify(zh)}, ${JSON.stringify(en)}]`,
  )
  const table = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
  return `{
  "format": "first-ring-translations",
  "formatVersion": 1,
  "source": "${source}",
  "locked": ${isLocked},
  "agreed": ${table}
}
`
}

/** Hashes of the texts seen last: most stay the same from letter to letter. */
const known = new Map<string, string>()

function hashOf(words: string): string {
  const found = known.get(words)
  if (found !== undefined) return found
  if (known.size > MOST) known.clear()
  const made = sha256(words).slice(0, 12)
  known.set(words, made)
  return made
}

const pairOf = ({ zh, en }: TextEntry): Agreed => [hashOf(zh), hashOf(en)]

const isWhole = ({ zh, en }: TextEntry): boolean => zh.trim() !== '' && en.trim() !== ''

/**
 * What is known of each of these texts. A text keeps its own row while either language says what it said; one that was
 * renamed or moved within its list finds the row of a text that isn't there any more or says something else.
 */
export function agreedOf(
  entries: readonly TextEntry[],
  { agreed }: Track,
): ReadonlyMap<string, Agreed> {
  const found = new Map<string, Agreed>()
  if (agreed.size === 0) return found
  const homeless: TextEntry[] = []
  for (const entry of entries) {
    const row = agreed.get(entry.id)
    // most say what they said: for those one hash is enough
    if (row && (row[0] === hashOf(entry.zh) || row[1] === hashOf(entry.en)))
      found.set(entry.id, row)
    else homeless.push(entry)
  }
  if (homeless.length === 0) return found
  const free = new Map<string, Agreed>()
  for (const [id, row] of agreed)
    if (!found.has(id)) for (const one of row) if (!free.has(one)) free.set(one, row)
  for (const entry of homeless) {
    const [zh, en] = pairOf(entry)
    const row = (entry.zh && free.get(zh)) || (entry.en && free.get(en)) || agreed.get(entry.id)
    if (row) found.set(entry.id, row)
  }
  return found
}

export type TextStatus =
  /** Nothing stands there, or it isn't in that language. */
  | 'missing'
  /** The source says something else than when it was translated. */
  | 'changed'
  | 'done'

/** How each text stands as a translation into the language that isn't the source, by id. */
export function statusesOf(
  entries: readonly TextEntry[],
  track: Track,
): ReadonlyMap<string, TextStatus> {
  const agreed = agreedOf(entries, track)
  const side = track.source === 'zh' ? 0 : 1
  return new Map(
    entries.map((entry): [string, TextStatus] => {
      if (isMissing(entry, otherLanguage(track.source))) return [entry.id, 'missing']
      const row = agreed.get(entry.id)
      return [entry.id, row && row[side] !== hashOf(entry[track.source]) ? 'changed' : 'done']
    }),
  )
}

/** Is there no translation into this language? */
export function isMissing(entry: TextEntry, lang: Language): boolean {
  if (entry[lang].trim() === '') return entry[otherLanguage(lang)].trim() !== '' || !entry.isList
  if (entry.isList) return false
  const fault = wordingFault(entry.path, entry.zh, entry.en)
  return fault?.code === 'SC060' && fault.lang === lang
}

/** The track once these texts, as they now stand, agree; what is known of the others stays, and nothing of no text. */
export function withAgreed(
  track: Track,
  entries: readonly TextEntry[],
  ids: ReadonlySet<string>,
): Track {
  const before = agreedOf(entries, track)
  const agreed = new Map<string, Agreed>()
  for (const entry of entries) {
    const row = before.get(entry.id)
    // a text that nothing is known of begins to be watched with the first that is written down
    if (isWhole(entry) && (!row || ids.has(entry.id))) agreed.set(entry.id, pairOf(entry))
    // one that lacks a language agrees with nothing, and is told by what it said before
    else if (row) agreed.set(entry.id, row)
  }
  return { ...track, agreed }
}

/** The track in which all texts that stand in both languages agree: what a draft begins with. */
export function startTrack(entries: readonly TextEntry[], source: Language = 'zh'): Track {
  return withAgreed({ ...NO_TRACK, source }, entries, new Set())
}
