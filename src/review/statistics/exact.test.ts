import fc from 'fast-check'
import { quantileSorted } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { kappa, type Weights } from './agreement.ts'
import { difficulty, discrimination, outliers } from './items.ts'
import { difference, share } from './proportion.ts'
import { pearson, spearman, splitHalf } from './ranks.ts'
import { meanInterval, quantile, spread } from './spread.ts'
import { studentQuantile } from './student.ts'

const LEVELS = [1, 2, 3, 4, 5]
const WEIGHTS = ['none', 'linear', 'quadratic'] as const
const level = fc.integer({ min: 1, max: 5 })
const marks = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 30 })
const points = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
const total = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0)

/** How far two marks lie apart, in whole numbers, for each way of weighting. */
const apart: Readonly<Record<Weights, (a: number, b: number) => number>> = {
  none: (a, b) => Number(a !== b),
  linear: (a, b) => Math.abs(a - b),
  quadratic: (a, b) => (a - b) ** 2,
}

/** 1 − κ as a fraction of whole numbers: disagreement of the pairs, and of each first with each second mark. */
function disagreement(pairs: readonly (readonly [number, number])[], weights: Weights) {
  const far = apart[weights]
  return {
    seen: pairs.length * total(pairs.map(([a, b]) => far(a, b))),
    chance: total(pairs.flatMap(([a]) => pairs.map(([, b]) => far(a, b)))),
  }
}

/** The variance in its other form: each pair's weight less the mean weights of its marks (1 − κ) times. */
function variance(pairs: readonly (readonly [number, number])[], weights: Weights): number {
  const n = pairs.length
  const most = apart[weights](1, LEVELS.length)
  const weight = (a: number, b: number): number => 1 - apart[weights](a, b) / most
  const { seen, chance } = disagreement(pairs, weights)
  const rest = seen / chance
  const expected = 1 - chance / most / n ** 2
  const squares = pairs.map(([a, b]) => {
    const first = total(pairs.map(([, other]) => weight(a, other))) / n
    const second = total(pairs.map(([other]) => weight(other, b))) / n
    return (weight(a, b) - rest * (first + second)) ** 2
  })
  const middle = 1 - rest - expected * rest
  return (total(squares) / n - middle ** 2) / (n * (1 - expected) ** 2)
}

describe('κ from whole numbers', () => {
  it('is one less the seen disagreement over that of all first with all second marks', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom(...WEIGHTS), (pairs, weights) => {
        const { seen, chance } = disagreement(pairs, weights)
        const found = kappa(pairs, LEVELS, weights)
        if (chance === 0) expect(found.kappa).toBeNull()
        else expect(found.kappa).toBeCloseTo(1 - seen / chance, 9)
      }),
    )
  })

  it('has the interval of the other form of its variance', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom(...WEIGHTS), (pairs, weights) => {
        const { kappa: value, interval } = kappa(pairs, LEVELS, weights)
        if (value === null) return
        const half = 1.959964 * Math.sqrt(Math.max(0, variance(pairs, weights)))
        expect(interval?.low).toBeCloseTo(Math.max(-1, value - half), 5)
        expect(interval?.high).toBeCloseTo(Math.min(1, value + half), 5)
      }),
    )
  })

  it('stays in −1 … 1 to the last digit and inside its interval', () => {
    // thirds and sevenths of pairs, whose sums are not exact
    const cases: (readonly [number, number])[][] = [3, 6, 7, 11].flatMap((n) => [
      Array.from({ length: n }, (_, i) => [1 + (i % 3), 1 + (i % 3)] as const),
      Array.from({ length: 2 * n }, (_, i) => (i % 2 ? ([1, 5] as const) : ([5, 1] as const))),
    ])
    for (const pairs of cases)
      for (const weights of WEIGHTS) {
        const { kappa: value, interval } = kappa(pairs, LEVELS, weights)
        expect(Math.abs(value ?? 9)).toBeLessThanOrEqual(1)
        expect(interval?.low).toBeLessThanOrEqual(value ?? -9)
        expect(interval?.high).toBeGreaterThanOrEqual(value ?? 9)
      }
    fc.assert(
      fc.property(marks, fc.constantFrom(...WEIGHTS), (pairs, weights) => {
        expect(Math.abs(kappa(pairs, LEVELS, weights).kappa ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('shares', () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.nat(200))
    .map(([n, some]) => ({ n, hits: some % (n + 1) }))

  it('mirror their interval when hits and misses change places, and rise with the hits', () => {
    fc.assert(
      fc.property(counts, ({ hits, n }) => {
        const { interval } = share(hits, n)
        const mirrored = share(n - hits, n).interval
        expect(interval?.low).toBeCloseTo(1 - (mirrored?.high ?? 9), 12)
        if (hits === n) return
        expect(share(hits + 1, n).interval?.low).toBeGreaterThan(interval?.low ?? 9)
        expect(share(hits + 1, n).interval?.high).toBeGreaterThan(interval?.high ?? 9)
      }),
    )
  })

  it('differ by the same the other way round, within −1 … 1', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const one = difference(a, b)
        const other = difference(b, a)
        expect(one?.by).toBeCloseTo(-(other?.by ?? 9), 12)
        expect(one?.interval.low).toBeCloseTo(-(other?.interval.high ?? 9), 12)
        expect(one?.interval.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(one?.interval.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(one?.interval.low).toBeLessThanOrEqual(one?.by ?? -9)
        expect(one?.interval.high).toBeGreaterThanOrEqual(one?.by ?? 9)
      }),
    )
  })
})

/** P(0 < T < t) but for a factor, by Simpson's rule over the density. */
function area(t: number, freedom: number): number {
  const steps = 4000
  const density = (x: number): number => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2)
  const inner = Array.from(
    { length: steps - 1 },
    (_, i) => (i % 2 ? 2 : 4) * density((t * (i + 1)) / steps),
  )
  return ((1 + total(inner) + density(t)) * t) / steps / 3
}

describe('spread', () => {
  it('finds t where 95 % of the area under its density is used up', () => {
    // enough degrees of freedom that nothing is left beyond 200
    for (const freedom of [7, 12, 29, 100]) {
      const t = studentQuantile(0.975, freedom)
      expect(area(t, freedom) / area(200, freedom)).toBeCloseTo(0.95, 7)
    }
    // closed forms: tan(0.475 π), and 2 (p − ½) √(2 / (4 p (1 − p)))
    expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 8)
    expect(studentQuantile(0.975, 2)).toBeCloseTo(0.95 * Math.sqrt(2 / 0.0975), 8)
  })

  it('has a mean interval without width where all values are equal, whatever their digits', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 60 }), (value, n) => {
        const found = meanInterval(new Array<number>(n).fill(value))
        expect(found).toEqual({ n, mean: value, interval: { low: value, high: value } })
      }),
    )
    // eighteen times 0.981, added up and divided by eighteen, is another number
    const { interval } = meanInterval(new Array<number>(18).fill(0.981))
    expect(interval).toEqual({ low: 0.981, high: 0.981 })
  })

  it('covers the median in 95 % of cases where the normal approximation takes over, and hardly more', () => {
    for (const n of [1000, 1001, 1002, 1500, 1777, 3000, 6000]) {
      const lnFactorial = [0]
      for (let i = 1; i <= n; i += 1) lnFactorial.push((lnFactorial[i - 1] ?? 0) + Math.log(i))
      const ln = (i: number): number => lnFactorial[i] ?? Number.NaN
      const chance = (k: number): number => Math.exp(ln(n) - ln(k) - ln(n - k) - n * Math.LN2)
      const { interval } = spread(Array.from({ length: n }, (_, i) => i + 1))
      const k = interval?.low ?? 0
      expect(interval?.high).toBe(n + 1 - k)
      const outside = 2 * total(Array.from({ length: k }, (_, i) => chance(i)))
      expect(outside).toBeLessThanOrEqual(0.05)
      expect(outside).toBeGreaterThan(0.04)
    }
  })

  it('takes no notice of the order, and agrees with another program on every quantile', () => {
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 100 }),
        (values, percent) => {
          const sorted = values.toSorted((a, b) => a - b)
          expect(spread(values)).toEqual(spread(values.toReversed()))
          expect(quantile(values, percent / 100)).toBeCloseTo(
            quantileSorted(sorted, percent / 100),
            9,
          )
        },
      ),
    )
  })
})

describe('correlations', () => {
  it('do not take the last digits of equal values for a difference', () => {
    // 0.1 + 0.2 is not 0.3, but nobody scored higher
    expect(pearson([0.1 + 0.2, 0.3, 0.3], [1, 2, 3])).toBeNull()
    expect(discrimination([1, 2, 3], [0.3, 0.1 + 0.2, 0.3])).toBeNull()
    fc.assert(
      fc.property(
        points,
        fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 2, maxLength: 9 }),
        (value, lengths) => {
          expect(splitHalf(lengths.map((n) => new Array<number>(n).fill(value)))).toBeNull()
        },
      ),
    )
  })

  it('see small differences that are real', () => {
    expect(pearson([1e9, 1e9 + 1, 1e9 + 2], [1, 2, 3])).toBeCloseTo(1, 9)
    expect(pearson([0.001, 0.002], [5, 7])).toBeCloseTo(1, 12)
  })

  it('are the same for both sides, and in another order of the pairs', () => {
    const two = fc.array(fc.tuple(points, points), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(two, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)]
        for (const measure of [pearson, spearman]) {
          const found = measure(a, b)
          const others = [measure(b, a), measure(a.toReversed(), b.toReversed())]
          for (const other of others) {
            if (found === null) expect(other).toBeNull()
            else expect(other).toBeCloseTo(found, 9)
          }
        }
      }),
    )
  })

  it('leave out rows too short to be halved, and take odd lengths', () => {
    // halves: (1 + 3) / 2, 4 and 9 against 1, 2 and 5
    const r = pearson([2, 4, 9], [1, 2, 5]) ?? Number.NaN
    expect(splitHalf([[1, 1, 3], [4, 2], [9, 5], [7]])).toBeCloseTo((2 * r) / (1 + r), 9)
    // halves that run opposite ways have no length to be carried to
    const against = pearson([2, 4, 9], [5, 2, 1]) ?? Number.NaN
    expect(splitHalf([[1, 5, 3], [4, 2], [9, 1], [7]])).toBe(against)
  })
})

describe('items', () => {
  it('are between none and all of the points', () => {
    expect(difficulty([0, 0], 40)).toBe(0)
    expect(difficulty([7], 28)).toBe(0.25)
    fc.assert(
      fc.property(fc.array(points, { minLength: 1 }), (scores) => {
        expect(difficulty(scores, 100)).toBeCloseTo(total(scores) / scores.length / 100, 12)
      }),
    )
  })

  it('stand out on either side, just beyond the bound and not at it', () => {
    // median 100, median deviation 10: the bound lies 51.891 away
    const rest = [80, 90, 100, 110, 120, 90, 110]
    expect(outliers([...rest, 48, 152])).toEqual([7, 8])
    expect(outliers([...rest, 49, 151])).toEqual([])
    expect(outliers([1, 2, 3, 99])).toEqual([])
    expect(outliers([1, 2, 3, 4, 99])).toEqual([4])
  })
})
