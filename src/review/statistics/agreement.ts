import { type Interval, Z95 } from './proportion.ts'

export type Weights = 'none' | 'linear' | 'quadratic'

export interface Agreement {
  readonly n: number
  /** −1 … 1; null without pairs, or if all of both raters' marks are the same one: then nothing is told apart. */
  readonly kappa: number | null
  /** Weighted share of agreement, seen and by chance. */
  readonly observed: number | null
  readonly expected: number | null
  readonly interval: Interval | null
}

/**
 * Cohen's κ of two raters' marks of the same things, weighted or not (Cohen 1960, 1968), with the large-sample standard
 * error of Fleiss, Cohen & Everitt (1969). Pairs with a mark that is no category are left out.
 */
export function kappa(
  pairs: readonly (readonly [number, number])[],
  categories: readonly number[],
  weights: Weights,
): Agreement {
  const k = categories.length
  const index = new Map(categories.map((category, i) => [category, i]))
  const cells = pairs.flatMap(([a, b]): (readonly [number, number])[] => {
    const i = index.get(a)
    const j = index.get(b)
    return i === undefined || j === undefined ? [] : [[i, j]]
  })
  const n = cells.length
  const nothing = { n, kappa: null, observed: null, expected: null, interval: null }
  if (n === 0) return nothing
  const weight = (i: number, j: number): number => {
    if (weights === 'none') return i === j ? 1 : 0
    const apart = k > 1 ? Math.abs(i - j) / (k - 1) : 0
    return weights === 'linear' ? 1 - apart : 1 - apart * apart
  }
  const p = new Array<number>(k * k).fill(0)
  const rows = new Array<number>(k).fill(0)
  const columns = new Array<number>(k).fill(0)
  for (const [i, j] of cells) {
    p[i * k + j] = (p[i * k + j] ?? 0) + 1 / n
    rows[i] = (rows[i] ?? 0) + 1 / n
    columns[j] = (columns[j] ?? 0) + 1 / n
  }
  const at = (list: readonly number[], i: number): number => list[i] ?? 0
  const every = <T>(each: (i: number, j: number) => T): T[] =>
    Array.from({ length: k * k }, (_, cell) => each(Math.floor(cell / k), cell % k))
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0)
  const observed = sum(every((i, j) => weight(i, j) * at(p, i * k + j)))
  const expected = sum(every((i, j) => weight(i, j) * at(rows, i) * at(columns, j)))
  if (1 - expected < 1e-12) return { ...nothing, observed, expected }
  // sums of n-ths can end a digit beyond the bounds
  const value = Math.max(-1, Math.min(1, (observed - expected) / (1 - expected)))
  // mean weights of a category in the other rater's marks
  const byRow = rows.map((_, i) => sum(columns.map((column, j) => column * weight(i, j))))
  const byColumn = columns.map((_, j) => sum(rows.map((row, i) => row * weight(i, j))))
  const first = sum(
    every((i, j) => {
      const part = weight(i, j) * (1 - expected) - (at(byRow, i) + at(byColumn, j)) * (1 - observed)
      return at(p, i * k + j) * part * part
    }),
  )
  const second = observed * expected - 2 * expected + observed
  const variance = (first - second * second) / (n * (1 - expected) ** 4)
  const half = Z95 * Math.sqrt(Math.max(0, variance))
  return {
    n,
    kappa: value,
    observed,
    expected,
    interval: { low: Math.max(-1, value - half), high: Math.min(1, value + half) },
  }
}
