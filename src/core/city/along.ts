import type { Point } from './point.ts'

interface Timed {
  readonly points: readonly Point[]
  readonly atMs: readonly number[]
}

/**
 * Where a unit is after `ms` of a drive, in whole metres: at the start before 0, at the end after the last time.
 * Takes a `Route` or any points with their times.
 */
export function positionAt(route: Timed, ms: number): Point {
  const { points, atMs } = route
  // The last index whose time isn't later than ms.
  let low = 0
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((atMs[middle] ?? 0) <= ms) low = middle
    else high = middle - 1
  }
  const from = points[low]
  const to = points[low + 1]
  if (!from) return { x: 0, y: 0 }
  const start = atMs[low] ?? 0
  const span = (atMs[low + 1] ?? start) - start
  if (!to || span <= 0 || ms <= start) return from
  return {
    x: from.x + Math.round(((to.x - from.x) * (ms - start)) / span),
    y: from.y + Math.round(((to.y - from.y) * (ms - start)) / span),
  }
}
