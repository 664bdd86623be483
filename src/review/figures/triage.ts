import type { Sheet } from '../../core/review/sheet.ts'
import { PRIORITIES, type Priority } from '../../core/taxonomy/vocabulary.ts'
import { type Share, share } from '../statistics/proportion.ts'

/** Over- and under-triage, always apart: the one wastes a car, the other may cost a life. */

export interface TriageRow {
  readonly priority: Priority
  readonly n: number
  readonly exact: Share
  /** Under by one level, by two or more; without any priority counts as the latter. */
  readonly under1: number
  readonly under2: number
  readonly over1: number
  readonly over2: number
  readonly under: Share
  readonly over: Share
}

export interface Triage {
  readonly rows: readonly TriageRow[]
  readonly under: Share
  readonly over: Share
}

export function triage(sheets: readonly Sheet[]): Triage {
  const tallies = new Map<string, Tally>(PRIORITIES.map((priority) => [priority, emptyTally()]))
  for (const { choice } of sheets) {
    const tally = tallies.get(choice.rightPriority)
    if (tally) count(tally, choice)
  }
  const rows = PRIORITIES.map((priority) => rowOf(priority, tallies.get(priority) ?? emptyTally()))
  const sum = (part: (row: TriageRow) => number): number =>
    rows.reduce((total, row) => total + part(row), 0)
  const n = sum((row) => row.n)
  return {
    rows,
    under: share(
      sum(({ under }) => under.hits),
      n,
    ),
    over: share(
      sum(({ over }) => over.hits),
      n,
    ),
  }
}

/** Those that `under` or `over` of that level's row counts, in their order. */
export function offLevel(
  sheets: readonly Sheet[],
  priority: Priority,
  side: 'under' | 'over',
): readonly Sheet[] {
  return sheets.filter(({ choice }) => {
    const by = choice.rightPriority === priority ? offBy(choice) : 0
    return side === 'under' ? by < 0 : by > 0
  })
}

interface Tally {
  exact: number
  under1: number
  under2: number
  over1: number
  over2: number
}

function emptyTally(): Tally {
  return { exact: 0, under1: 0, under2: 0, over1: 0, over2: 0 }
}

/** Levels off; negative is under-triage. */
function offBy({ triage: by, rightPriority }: Sheet['choice']): number {
  if (by !== null) return by
  // nobody would have driven; where nobody had to, nothing was done wrong
  return rightPriority === 'N' ? 0 : -2
}

function count(tally: Tally, choice: Sheet['choice']): void {
  const by = offBy(choice)
  if (by === 0) tally.exact += 1
  else if (by === -1) tally.under1 += 1
  else if (by < 0) tally.under2 += 1
  else if (by === 1) tally.over1 += 1
  else tally.over2 += 1
}

function rowOf(priority: Priority, tally: Tally): TriageRow {
  const { exact, under1, under2, over1, over2 } = tally
  const n = exact + under1 + under2 + over1 + over2
  return {
    priority,
    n,
    exact: share(exact, n),
    under1,
    under2,
    over1,
    over2,
    under: share(under1 + under2, n),
    over: share(over1 + over2, n),
  }
}
