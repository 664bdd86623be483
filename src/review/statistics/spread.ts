import { mean, sampleStandardDeviation } from 'simple-statistics'
import type { Interval } from './proportion.ts'
import { studentQuantile } from './student.ts'

/** How times and points are spread. Values and results are in the values' own unit. */

export interface Spread {
  readonly n: number
  readonly median: number | null
  readonly q1: number | null
  readonly q3: number | null
  readonly p90: number | null
  /** 95 % interval of the median, free of any assumption on the distribution; null below six values. */
  readonly interval: Interval | null
}

/**
 * The quantile `p` (0 … 1) with linear interpolation between order statistics (Hyndman & Fan 1996, type 7, as in R and
 * spreadsheets). Null without values.
 */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileSorted(ascending(values), p)
}

/** Values in order, as typed numbers, which sort many times quicker than a list with a comparison. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}

function quantileSorted(sorted: Float64Array, p: number): number | null {
  const place = (sorted.length - 1) * Math.max(0, Math.min(1, p))
  const below = Math.floor(place)
  const low = sorted[below]
  if (low === undefined) return null
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}

export function spread(values: readonly number[]): Spread {
  return spreadSorted(ascending(values))
}

/** Of values in ascending order. */
export function spreadSorted(sorted: Float64Array): Spread {
  return {
    n: sorted.length,
    median: quantileSorted(sorted, 0.5),
    q1: quantileSorted(sorted, 0.25),
    q3: quantileSorted(sorted, 0.75),
    p90: quantileSorted(sorted, 0.9),
    interval: medianInterval(sorted),
  }
}

/**
 * Between the order statistics k and n + 1 − k, the widest k for which the median lies outside with at most 5 %: the
 * number of values below the median is binomial (n, ½) (Conover 1999, the quantile interval).
 */
function medianInterval(sorted: Float64Array): Interval | null {
  const n = sorted.length
  let outside = 0
  let term = 2 ** -Math.min(n, 1000)
  if (n > 1000) return largeMedianInterval(sorted)
  let k = 0
  // P(B ≤ k) on each side must stay at 2.5 % or less
  for (;;) {
    if (outside + term > 0.025) break
    outside += term
    k += 1
    term = (term * (n - k + 1)) / k
  }
  const low = sorted[k - 1]
  const high = sorted[n - k]
  return k === 0 || low === undefined || high === undefined ? null : { low, high }
}

/** The same by the normal approximation of the binomial, with which 2⁻ⁿ can't run out of numbers. */
function largeMedianInterval(sorted: Float64Array): Interval | null {
  const n = sorted.length
  const k = Math.floor((n - 1.959963984540054 * Math.sqrt(n) - 1) / 2)
  const low = sorted[k]
  const high = sorted[n - 1 - k]
  return low === undefined || high === undefined ? null : { low, high }
}

export interface Mean {
  readonly n: number
  readonly mean: number | null
  /** 95 %, by Student's t; null below two values. */
  readonly interval: Interval | null
}

export function meanInterval(values: readonly number[]): Mean {
  const n = values.length
  const middle = meanOf(values)
  if (middle === null || n === 1) return { n, mean: middle, interval: null }
  if (areEqual(values)) return { n, mean: middle, interval: { low: middle, high: middle } }
  const half = (studentQuantile(0.975, n - 1) * sampleStandardDeviation([...values])) / Math.sqrt(n)
  return { n, mean: middle, interval: { low: middle - half, high: middle + half } }
}

/** The mean alone; null without values. */
export function meanOf(values: readonly number[]): number | null {
  const [first] = values
  if (first === undefined) return null
  // added up and divided, equal values may give another one
  return areEqual(values) ? first : mean([...values])
}

const areEqual = (values: readonly number[]): boolean =>
  values.every((value) => value === values[0])
