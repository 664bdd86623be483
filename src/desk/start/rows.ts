/** The list of calls as the page shows it: in groups, filtered, numbered. Pure. */
import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Record } from './history.ts'
import type { Group, Suggestion } from './next.ts'
import { sealedName } from './sealed.ts'

/** What the list is narrowed to; `history` shows attempts instead of calls. */
export type Filter = 'all' | 'due' | 'new' | 'history'

export interface Row {
  readonly entry: ScenarioEntry
  /** `02`, or `A2` for a sealed call. */
  readonly number: string
  readonly record: Record | null
}

export interface RowGroup {
  readonly id: Group
  readonly rows: readonly Row[]
}

export interface RowsInput {
  /** In the order of the library. */
  readonly entries: readonly ScenarioEntry[]
  /** Best first; gives groups and the order in them. */
  readonly suggestions: readonly Suggestion[]
  readonly records: ReadonlyMap<string, Record>
}

const GROUPS: readonly Group[] = ['due', 'new', 'later']

/** All calls in their groups; empty groups are left out. */
export function groupsOf({ entries, suggestions, records }: RowsInput): readonly RowGroup[] {
  const byId = new Map(
    entries.map((entry, index): [string, Row] => [
      entry.id,
      {
        entry,
        number: String(index + 1).padStart(2, '0'),
        record: records.get(entry.id) ?? null,
      },
    ]),
  )
  return GROUPS.map((id) => ({
    id,
    rows: suggestions.flatMap(({ scenario, group }) => {
      const row = byId.get(scenario)
      return group === id && row ? [row] : []
    }),
  })).filter(({ rows }) => rows.length > 0)
}

/** The groups narrowed to a filter and to the hits of a search. */
export function narrowed(
  groups: readonly RowGroup[],
  filter: Filter,
  hits: ReadonlySet<string>,
): readonly RowGroup[] {
  return groups
    .filter(({ id }) => (filter !== 'due' && filter !== 'new') || id === filter)
    .map(({ id, rows }) => ({ id, rows: rows.filter(({ entry }) => hits.has(entry.id)) }))
    .filter(({ rows }) => rows.length > 0)
}

/** Sealed calls by their place of today. Nothing of what was done before is told, except an exam of today. */
export function sealedRows(
  order: readonly ScenarioEntry[],
  today: ReadonlyMap<string, Record>,
): readonly Row[] {
  return order.map((entry, index) => ({
    entry,
    number: sealedName(index),
    record: today.get(entry.id) ?? null,
  }))
}

/** The entry `by` steps after the one of that id, round and round; the first if there is none of that id. */
export function step(rows: readonly Row[], id: string | null, by: number): Row | undefined {
  const at = rows.findIndex(({ entry }) => entry.id === id)
  if (at < 0) return rows[0]
  return rows[(at + by + rows.length) % rows.length]
}
