import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, sameData } from './same.ts'

describe('the same data', () => {
  it('is what would be written alike', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameData(a, b)).toBe(canonical(a) === canonical(b))
        expect(sameData(a, structuredClone(a))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is not told by what JSON leaves out', () => {
    for (const [a, b, same] of [
      [{ a: undefined }, {}, true],
      [{ a: undefined }, { b: undefined }, true],
      [{ a: 1 }, { a: undefined }, false],
      [{ a: undefined, b: 1 }, { b: 1, c: 1 }, false],
      [[undefined], [null], true],
      [Number.NaN, null, true],
      [-0, 0, true],
      [[], {}, false],
      ['', null, false],
    ] as const) {
      expect(sameData(a, b), `${canonical(a)} ${canonical(b)}`).toBe(same)
      expect(sameData(b, a)).toBe(same)
      expect(canonical(a) === canonical(b)).toBe(same)
    }
  })
})
