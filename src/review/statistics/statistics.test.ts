import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kappa, type Weights } from './agreement.ts'
import { difficulty, discrimination, outliers } from './items.ts'
import { difference, isSmall, share } from './proportion.ts'
import { pearson, ranks, spearman, splitHalf } from './ranks.ts'
import { meanInterval, quantile, spread } from './spread.ts'
import { studentCdf, studentQuantile } from './student.ts'

const close = (found: number | null | undefined, wanted: number, digits = 4): void => {
  expect(found).not.toBeNull()
  expect(found ?? Number.NaN).toBeCloseTo(wanted, digits)
}

describe('shares', () => {
  it.each([
    // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d has the published Wilson interval', (hits, n, low, high) => {
    const { interval } = share(hits, n)
    close(interval?.low, low)
    close(interval?.high, high)
  })

  it('solves the equation that Wilson wrote down: |p − π| = z √(π (1 − π) / n)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, some) => {
        const hits = some % (n + 1)
        const { interval } = share(hits, n)
        for (const bound of [interval?.low ?? 0, interval?.high ?? 0]) {
          if (bound === 0 || bound === 1) continue
          const z = Math.abs(hits / n - bound) / Math.sqrt((bound * (1 - bound)) / n)
          expect(z).toBeCloseTo(1.959964, 5)
        }
      }),
    )
  })

  it('has no figure for none, and whole ones at the ends', () => {
    expect(share(0, 0)).toEqual({ hits: 0, n: 0, share: null, interval: null })
    expect(share(0, 1).interval?.low).toBe(0)
    expect(share(2, 2)).toMatchObject({ share: 1, interval: { high: 1 } })
    close(share(1, 1).interval?.low, 0.2065)
    expect([isSmall(19), isSmall(20)]).toEqual([true, false])
  })

  it.each([
    // Newcombe 1998, Interval estimation for the difference between independent proportions, table II, method 10
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%d/%d − %d/%d has the published interval', (a, m, b, n, low, high) => {
    const found = difference({ hits: a, n: m }, { hits: b, n })
    close(found?.by, a / m - b / n)
    close(found?.interval.low, low)
    close(found?.interval.high, high)
  })

  it('says nothing about a group without attempts', () => {
    expect(difference({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull()
  })
})

describe('spread', () => {
  it('interpolates as R does by default', () => {
    const ten = [10, 3, 7, 1, 9, 2, 8, 4, 6, 5]
    close(quantile(ten, 0.9), 9.1)
    close(quantile(ten, 0.5), 5.5)
    close(quantile(ten, 0.25), 3.25)
    close(quantile([1, 2, 4], 0.9), 3.6)
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.9)).toBe(7)
    expect(quantile([4, 8], 0.5)).toBe(6)
  })

  it('lies at the place that counting gives, for any values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), (values) => {
        const { median, p90 } = spread(values)
        const atMost = (bound: number) => values.filter((value) => value <= bound).length
        const atLeast = (bound: number) => values.filter((value) => value >= bound).length
        expect(atMost(median ?? 0)).toBeGreaterThanOrEqual(values.length / 2)
        expect(atLeast(median ?? 0)).toBeGreaterThanOrEqual(values.length / 2)
        expect(atMost(p90 ?? 0)).toBeGreaterThanOrEqual(Math.floor((values.length - 1) * 0.9) + 1)
      }),
    )
  })

  it('takes the widest pair of order statistics that covers the median in 95 %', () => {
    // by exact binomials: how many of n values lie below the median
    const choose = (n: bigint, k: bigint): bigint =>
      k === 0n ? 1n : (choose(n, k - 1n) * (n - k + 1n)) / k
    for (const n of [1, 2, 5, 6, 7, 10, 20, 51, 100, 400]) {
      const values = Array.from({ length: n }, (_, i) => i + 1)
      let k = 0
      for (let sum = 0n; ; k += 1) {
        sum += choose(BigInt(n), BigInt(k))
        if (sum * 40n > 2n ** BigInt(n)) break
      }
      const wanted = k === 0 ? null : { low: k, high: n + 1 - k }
      expect([n, spread(values).interval]).toEqual([n, wanted])
    }
  })

  it('goes on beyond a thousand values without a jump', () => {
    const of = (n: number) => spread(Array.from({ length: n }, (_, i) => i / n)).interval?.low ?? 0
    expect(Math.abs(of(1000) - of(1001))).toBeLessThan(0.003)
    expect(of(20_000)).toBeGreaterThan(of(1000))
  })

  it('has the interval of a mean by tables of t', () => {
    // two-sided 5 % points, from printed tables
    for (const [freedom, t] of [
      [1, 12.7062],
      [2, 4.3027],
      [4, 2.7764],
      [10, 2.2281],
      [30, 2.0423],
      [120, 1.9799],
    ] as const)
      close(studentQuantile(0.975, freedom), t)
    // with one degree of freedom t is Cauchy's: a quarter lies beyond 1
    close(studentCdf(1, 1), 0.75, 10)
    close(studentCdf(-1, 1), 0.25, 10)
    // mean 3, standard deviation √2.5, n 5
    const { mean, interval } = meanInterval([1, 2, 3, 4, 5])
    close(mean, 3)
    close(interval?.low, 3 - (2.7764451 * Math.sqrt(2.5)) / Math.sqrt(5), 5)
    expect(meanInterval([])).toEqual({ n: 0, mean: null, interval: null })
    expect(meanInterval([4])).toEqual({ n: 1, mean: 4, interval: null })
    expect(meanInterval([4, 4, 4]).interval).toEqual({ low: 4, high: 4 })
  })
})

/** A table of counts as pairs. */
const pairs = (table: readonly (readonly number[])[]): [number, number][] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i, j])),
  )

/** κ of cell probabilities, written out again, to be differentiated by small steps. */
function plainKappa(p: readonly number[], k: number, weights: Weights): number {
  let observed = 0
  let expected = 0
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j < k; j += 1) {
      const far = Math.abs(i - j) / (k - 1)
      const weight =
        weights === 'none' ? Number(i === j) : weights === 'linear' ? 1 - far : 1 - far ** 2
      const row = p.slice(i * k, i * k + k).reduce((a, b) => a + b, 0)
      const column = p.filter((_, cell) => cell % k === j).reduce((a, b) => a + b, 0)
      observed += weight * (p[i * k + j] ?? 0)
      expected += weight * row * column
    }
  return (observed - expected) / (1 - expected)
}

describe('agreement', () => {
  it('is 0.4 in the textbook case of two readers and fifty proposals', () => {
    const found = kappa(
      pairs([
        [20, 5],
        [10, 15],
      ]),
      [0, 1],
      'none',
    )
    close(found.kappa, 0.4, 10)
    close(found.observed, 0.7, 10)
    close(found.expected, 0.5, 10)
  })

  it('has the standard error that the delta method gives, for all weights', () => {
    const tables = [
      [
        [20, 5, 1],
        [10, 15, 4],
        [2, 3, 30],
      ],
      [
        [11, 2, 0],
        [1, 0, 3],
        [0, 6, 8],
      ],
    ]
    for (const table of tables)
      for (const weights of ['none', 'linear', 'quadratic'] as const) {
        const k = table.length
        const counts = table.flat()
        const n = counts.reduce((a, b) => a + b, 0)
        const p = counts.map((count) => count / n)
        const slope = p.map((_, cell) => {
          const step = 1e-6
          const moved = (by: number) => p.map((value, i) => (i === cell ? value + by : value))
          return (
            (plainKappa(moved(step), k, weights) - plainKappa(moved(-step), k, weights)) /
            (2 * step)
          )
        })
        const middle = p.reduce((sum, value, i) => sum + value * (slope[i] ?? 0), 0)
        const variance =
          (p.reduce((sum, value, i) => sum + value * (slope[i] ?? 0) ** 2, 0) - middle ** 2) / n
        const found = kappa(pairs(table), [0, 1, 2], weights)
        close(found.kappa, plainKappa(p, k, weights), 8)
        close((found.kappa ?? 0) - (found.interval?.low ?? 0), 1.959964 * Math.sqrt(variance), 5)
      }
  })

  it('says nothing where there is nothing to say', () => {
    expect(kappa([], [1, 2], 'none')).toMatchObject({ n: 0, kappa: null, interval: null })
    expect(
      kappa(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
        'none',
      ),
    ).toMatchObject({ n: 2, kappa: null, observed: 1 })
    expect(kappa([[1, 9]], [1, 2], 'none').n).toBe(0)
  })

  it('is 1 for the same marks, the same for both orders, and never outside −1 … 1', () => {
    const marks = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
      {
        minLength: 2,
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(
        marks,
        fc.constantFrom<Weights>('none', 'linear', 'quadratic'),
        (list, weights) => {
          const levels = [1, 2, 3, 4, 5]
          const one = kappa(list, levels, weights)
          const other = kappa(
            list.map(([a, b]) => [b, a] as const),
            levels,
            weights,
          )
          expect(one.kappa === null).toBe(other.kappa === null)
          if (one.kappa === null) return
          expect(one.kappa).toBeCloseTo(other.kappa ?? 9, 9)
          expect(Math.abs(one.kappa)).toBeLessThanOrEqual(1 + 1e-9)
          const same = kappa(
            list.map(([a]) => [a, a] as const),
            levels,
            weights,
          )
          if (same.kappa !== null) expect(same.kappa).toBeCloseTo(1, 9)
        },
      ),
    )
  })
})

describe('ranks', () => {
  it('share the mean where values are equal', () => {
    expect(ranks([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5])
    expect(ranks([])).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const wanted = values.map((value) => {
          const below = values.filter((other) => other < value).length
          const same = values.filter((other) => other === value).length
          return below + (same + 1) / 2
        })
        expect(ranks(values)).toEqual(wanted)
      }),
    )
  })

  it('correlate as the formula with squared differences does where there are no ties', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 30 }),
        fc.infiniteStream(fc.integer()),
        (a, stream) => {
          const b: number[] = []
          for (const value of stream) {
            if (!b.includes(value)) b.push(value)
            if (b.length === a.length) break
          }
          const n = a.length
          const [ra, rb] = [ranks(a), ranks(b)]
          const squares = ra.reduce((sum, rank, i) => sum + (rank - (rb[i] ?? 0)) ** 2, 0)
          close(spearman(a, b), 1 - (6 * squares) / (n * (n * n - 1)), 8)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('have the known values of small cases, and none where nothing varies', () => {
    close(pearson([1, 2, 3, 4], [2, 4, 6, 9]), 23 / Math.sqrt(5 * 26.75 * 4), 6)
    expect(pearson([1, 2], [5, 5])).toBeNull()
    expect(pearson([1], [1])).toBeNull()
    expect(pearson([1, 2], [9, 3])).toBe(-1)
    expect(() => pearson([1], [1, 2])).toThrow(RangeError)
  })

  it('measure reliability by halves', () => {
    expect(
      splitHalf([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toBe(1)
    // halves: 1 2 3 and 2 1 3, r = ½, 2·½ / 1½ = ⅔
    close(
      splitHalf([
        [1, 2],
        [2, 1],
        [3, 3],
      ]),
      2 / 3,
      9,
    )
    expect(splitHalf([[1], [2]])).toBeNull()
    expect(splitHalf([])).toBeNull()
  })
})

describe('items', () => {
  it('are as hard and as telling as their scores say', () => {
    expect(difficulty([], 100)).toBeNull()
    expect(difficulty([100, 100], 100)).toBe(1)
    expect(difficulty([0, 50, 100], 100)).toBe(0.5)
    expect(discrimination([1, 2, 3], [10, 20, 30])).toBe(1)
    expect(discrimination([3, 3, 3], [1, 2, 3])).toBeNull()
  })

  it('stand out by the modified z score', () => {
    // median 10, median deviation 1: only 20 lies beyond 3.5 × 1.4826
    expect(outliers([9, 10, 11, 9, 10, 11, 20])).toEqual([6])
    expect(outliers([1, 1, 1, 1, 9])).toEqual([])
    expect(outliers([1, 2, 99])).toEqual([])
  })
})
