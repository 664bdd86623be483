import type { Language } from '../../core/scenario/primitives.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { classLabel, type Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** What a journal entry holds, close to the record itself: for attempts that can't be replayed. */

export interface JournalGround {
  /** As it is now; it may differ from the one that was worked. */
  readonly scenario: Scenario | null
  readonly taxonomy: Taxonomy | null
  readonly lang: Language
}

/** One line for an entry: its kind, its values, and a sentence where the scenario still has it. */
export function entryText(entry: Entry, ground: JournalGround): string {
  if (entry.origin === 'observed') return values(entry.observation, ground)
  if (entry.origin === 'script') return values(entry.happening, ground)
  return values(entry.command, ground)
}

function values(record: object, ground: JournalGround): string {
  return Object.entries(record)
    .flatMap(([key, value]) => {
      const text = shown(key, value, ground)
      return text === '' ? [] : [text]
    })
    .join(' · ')
}

function shown(key: string, value: unknown, ground: JournalGround): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? key : ''
  if (typeof value === 'number') return `${key} ${value}`
  if (typeof value === 'string') {
    if (key === 'reply') return `${value} ${replyText(value, ground)}`.trim()
    if (key === 'value' && ground.taxonomy?.byId.has(value))
      return classLabel(ground.taxonomy, value, ground.lang)
    return value
  }
  if (Array.isArray(value)) return value.map((item) => shown('', item, ground)).join(', ')
  return values(value, ground)
}

/** A reply's words by its id, `node.reply` or `group.reply`; empty if the scenario has no such reply now. */
function replyText(id: string, { scenario, lang }: JournalGround): string {
  const [home = '', name = ''] = id.split('.')
  if (scenario === null) return ''
  const { nodes, groups } = scenario.talk
  const replies =
    (Object.hasOwn(nodes, home) ? nodes[home]?.replies : undefined) ??
    (Object.hasOwn(groups, home) ? groups[home] : undefined)
  if (!replies || !Object.hasOwn(replies, name)) return ''
  const text = replies[name]?.say[lang]
  return text === undefined ? '' : `“${text}”`
}
