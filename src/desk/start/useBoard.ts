import { useMemo, useState } from 'react'
import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Mode } from '../../core/sim/attempt.ts'
import type { StoredAttempt, Trainee } from '../../storage/ports.ts'
import { type Searchable, useSearch } from '../../ui/search.ts'
import { readSetting, writeSetting } from '../../ui/settings.ts'
import type { Catalogue } from './catalogue.ts'
import { isoDay, localDay } from './days.ts'
import { recordsOf, type Trial, trialsOf } from './history.ts'
import { MODES } from './ModePick.tsx'
import { type Suggestion, suggest } from './next.ts'
import { type Filter, groupsOf, narrowed, type Row, type RowGroup, sealedRows } from './rows.ts'
import { sealedOrder } from './sealed.ts'

const MODE_SETTING = 'mode'

/** A call that can be searched for. */
interface Sought extends Searchable {
  readonly entry: ScenarioEntry
}

function storedMode(): Mode {
  const stored = readSetting(MODE_SETTING)
  // a newcomer begins with hints
  return MODES.find((mode) => mode === stored) ?? 'coaching'
}

/** What is chosen on the page, and what follows from it. */
export interface BoardState {
  readonly trials: readonly Trial[]
  readonly mode: Mode
  readonly setMode: (mode: Mode) => void
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly folded: ReadonlySet<string>
  readonly fold: (group: string) => void
  /** All calls in their groups, whatever is searched for. */
  readonly groups: readonly RowGroup[]
  /** Those that the list shows; in an exam the sealed ones. */
  readonly shown: readonly RowGroup[]
  readonly sealed: readonly Row[]
  /** The rows that the arrow keys go through. */
  readonly reachable: readonly Row[]
  /** The row that Enter starts; undefined if there is no call at all. */
  readonly chosen: Row | undefined
  readonly choose: (id: string) => void
  /** The row that should come next; in an exam the first that was not sat today. */
  readonly best: Row | undefined
  readonly suggestions: readonly Suggestion[]
}

export function useBoard(
  catalogue: Catalogue,
  attempts: readonly StoredAttempt[],
  trainee: Trainee,
  now: number,
): BoardState {
  const [mode, setMode] = useState(storedMode)
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [wanted, choose] = useState<string | null>(null)

  const today = localDay(now)
  const trials = useMemo(() => trialsOf(attempts), [attempts])
  const { scenarios } = catalogue
  const suggestions = useMemo(
    () => suggest({ scenarios, trials, today, dayOf: localDay }),
    [scenarios, trials, today],
  )
  const groups = useMemo(
    () => groupsOf({ entries: scenarios, suggestions, records: recordsOf(trials) }),
    [scenarios, suggestions, trials],
  )
  const sealed = useMemo(() => {
    const exams = trials.filter((one) => one.mode === 'exam' && localDay(one.at) === today)
    const proven = scenarios.filter((one) => one.proven)
    return sealedRows(sealedOrder(proven, trainee.id, isoDay(now)), recordsOf(exams))
  }, [scenarios, trials, trainee.id, today, now])

  const sought = useMemo(
    () =>
      scenarios.map(
        (entry): Sought => ({
          id: entry.id,
          ...entry.title,
          also: [...entry.goals, ...entry.notices].flatMap(({ name }) => [name.zh, name.en]),
          entry,
        }),
      ),
    [scenarios],
  )
  const hits = useSearch(sought, mode === 'exam' ? '' : query)
  const shown = useMemo(
    () => narrowed(groups, filter, new Set(hits.map(({ id }) => id))),
    [groups, filter, hits],
  )

  const isExam = mode === 'exam'
  const rows = isExam
    ? sealed
    : shown.filter(({ id }) => !folded.has(id)).flatMap((group) => group.rows)
  const all = isExam ? sealed : groups.flatMap((group) => group.rows)
  const best = isExam ? sealed.find(({ record }) => record === null) : all[0]
  const byId = (list: readonly Row[]) => list.find(({ entry }) => entry.id === wanted)
  return {
    trials,
    mode,
    setMode: (next) => {
      writeSetting(MODE_SETTING, next)
      setMode(next)
      // a place in the sealed order must not tell which call was chosen before
      choose(null)
    },
    filter,
    setFilter,
    query,
    setQuery,
    folded,
    fold: (group) =>
      setFolded((before) => {
        const next = new Set(before)
        if (!next.delete(group)) next.add(group)
        return next
      }),
    groups,
    shown,
    sealed,
    reachable: rows,
    chosen:
      byId(rows) ??
      rows.find((row) => wanted === null && row === best) ??
      rows[0] ??
      byId(all) ??
      best ??
      all[0],
    choose,
    best,
    suggestions,
  }
}
