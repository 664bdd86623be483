import type { Language, Text } from '../../core/scenario/primitives.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { classLabel, type Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { Translate } from '../../ui/i18n/keys.ts'

/** What a journal entry holds, close to the record itself: for attempts that can't be replayed. */

export interface JournalGround {
  /** Lines and replies by id, as the scenario has them now; they may differ from those of then. */
  readonly texts: ReadonlyMap<string, Text> | null
  readonly taxonomy: Taxonomy | null
  readonly lang: Language
  readonly t: Translate<'debrief'>
}

/** One line for an entry: its kind, its values, and a sentence where the scenario still has it. */
export function entryText(entry: Entry, ground: JournalGround): string {
  if (entry.origin === 'trainee') {
    const { do: kind, ...rest } = entry.command
    return joined(ground.t(`entry.${kind}`), rest, ground)
  }
  if (entry.origin === 'script') {
    const { what: kind, ...rest } = entry.happening
    return joined(ground.t(`entry.${kind}`), rest, ground)
  }
  const { saw: kind, ...rest } = entry.observation
  return joined(ground.t(`entry.${kind}`), rest, ground)
}

const joined = (kind: string, rest: object, ground: JournalGround): string =>
  [kind, ...values(rest, ground)].join(' · ')

function values(record: object, ground: JournalGround): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const text = shown(key, value, ground)
    return text === '' ? [] : [text]
  })
}

function shown(key: string, value: unknown, ground: JournalGround): string {
  const { texts, taxonomy, lang } = ground
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? key : ''
  if (typeof value === 'number') return `${key} ${value}`
  if (typeof value === 'string') {
    const line = key === 'reply' || key === 'line' ? texts?.get(value)?.[lang] : undefined
    if (line !== undefined) return `${value} “${line}”`
    return key === 'value' && taxonomy?.byId.has(value) ? classLabel(taxonomy, value, lang) : value
  }
  if (Array.isArray(value)) return value.map((item) => shown('', item, ground)).join(', ')
  return values(value, ground).join(' · ')
}
