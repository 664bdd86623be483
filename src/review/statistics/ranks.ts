import { extent, mean, sampleCorrelation } from 'simple-statistics'

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const result = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1
    for (let i = from; i <= to; i += 1) result[order[i] ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return result
}

/** Pearson's correlation; null below two pairs or where one side doesn't vary. Throws a RangeError for unequal lengths. */
export function pearson(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} values`)
  if (a.length < 2 || !varies(a) || !varies(b)) return null
  return Math.max(-1, Math.min(1, sampleCorrelation([...a], [...b])))
}

/** Differences below this share of the largest value come from rounding: means of equal values may differ in the last digits. */
const ROUNDING = 1e-12

function varies(values: readonly number[]): boolean {
  const [low, high] = extent([...values])
  return high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high))
}

/** Spearman's rank correlation: Pearson's of the ranks, so that ties count right. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  return pearson(ranks(a), ranks(b))
}

/**
 * Split-half reliability: each row's odd and even values are averaged, the halves correlated, and the result carried to
 * the whole length (Spearman 1910, Brown 1910) unless the halves run opposite ways: then it is their correlation. Rows
 * with fewer than two values are left out.
 */
export function splitHalf(rows: readonly (readonly number[])[]): number | null {
  const whole = rows.filter((row) => row.length >= 2)
  const half = (row: readonly number[], odd: 0 | 1): number =>
    mean(row.filter((_, i) => i % 2 === odd))
  const r = pearson(
    whole.map((row) => half(row, 0)),
    whole.map((row) => half(row, 1)),
  )
  return r === null || r <= 0 ? r : (2 * r) / (1 + r)
}
