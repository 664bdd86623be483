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
  const rows = PRIORITIES.map((priority) => rowOf(priority, sheets))
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

function rowOf(priority: Priority, all: readonly Sheet[]): TriageRow {
  let n = 0
  let exact = 0
  let under1 = 0
  let under2 = 0
  let over1 = 0
  let over2 = 0
  for (const { choice } of all) {
    if (choice.rightPriority !== priority) continue
    n += 1
    const by = choice.triage
    if (by === null) {
      // nobody would have driven; where nobody had to, nothing was done wrong
      if (priority === 'N') exact += 1
      else under2 += 1
    } else if (by === 0) exact += 1
    else if (by === -1) under1 += 1
    else if (by < 0) under2 += 1
    else if (by === 1) over1 += 1
    else over2 += 1
  }
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
