import { type Compared, compare, type Fork, forksOf } from './forks.ts'
import type { Ground } from './ground.ts'
import { type MainMoment, mainMoments, pointRows } from './moments.ts'
import { readRows } from './readRows.ts'
import type { Row } from './rows.ts'
import { type Timeline, timeline } from './spans.ts'

/** What the page shows, worked out once from the attempt. */
export interface Digest {
  readonly rows: readonly Row[]
  readonly timeline: Timeline
  /** Rows with points or a red line, in order. */
  readonly points: readonly Row[]
  readonly moments: readonly MainMoment[]
  readonly forks: readonly Fork[]
  /** Both ways at a fork; really run, and kept. */
  readonly compared: (fork: Fork) => Compared
}

/** Works out the digest; what needs a replay of its own waits until it is asked for. */
export function digest(ground: Ground): Digest {
  const rows = readRows(ground)
  const done = new Map<Fork, Compared>()
  let forks: readonly Fork[] | null = null
  return {
    rows,
    timeline: timeline(ground),
    points: pointRows(rows),
    moments: mainMoments(rows),
    get forks() {
      forks ??= forksOf(ground)
      return forks
    },
    compared: (fork) => {
      const known = done.get(fork)
      if (known) return known
      const made = compare(ground, fork)
      done.set(fork, made)
      return made
    },
  }
}

/** Index of the last row at or before a moment; -1 before the first. */
export function rowAt(rows: readonly Row[], time: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.at ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}
