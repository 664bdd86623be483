/** Shares with their uncertainty. All shares and bounds are 0 … 1, intervals are at 95 %. */

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface Share {
  readonly hits: number
  readonly n: number
  /** Null without any. */
  readonly share: number | null
  readonly interval: Interval | null
}

/** The normal quantile for 95 %, two-sided. */
export const Z95 = 1.959963984540054

/** Below so many a figure is marked as a small sample (own). */
export const SMALL_SAMPLE = 20

export const isSmall = (n: number): boolean => n < SMALL_SAMPLE

/** A share with Wilson's score interval (Wilson 1927), which stays inside 0 … 1 and is right for few attempts too. */
export function share(hits: number, n: number): Share {
  if (n === 0) return { hits, n, share: null, interval: null }
  return { hits, n, share: hits / n, interval: wilson(hits, n) }
}

function wilson(hits: number, n: number): Interval {
  const p = hits / n
  const z2 = Z95 * Z95
  const middle = p + z2 / (2 * n)
  const spread = Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const whole = 1 + z2 / n
  // the ends are exact where the formula's rounding would leave a trace
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - spread) / whole),
    high: hits === n ? 1 : Math.min(1, (middle + spread) / whole),
  }
}

export interface Difference {
  /** a − b. */
  readonly by: number
  readonly interval: Interval
}

interface Count {
  readonly hits: number
  readonly n: number
}

/** The difference of two independent shares, with the hybrid score interval (Newcombe 1998, method 10). Null if one is empty. */
export function difference(a: Count, b: Count): Difference | null {
  if (a.n === 0 || b.n === 0) return null
  const pa = a.hits / a.n
  const pb = b.hits / b.n
  const ia = wilson(a.hits, a.n)
  const ib = wilson(b.hits, b.n)
  const by = pa - pb
  return {
    by,
    interval: {
      low: by - Math.hypot(pa - ia.low, ib.high - pb),
      high: by + Math.hypot(ia.high - pa, pb - ib.low),
    },
  }
}
