import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { header } from '../core/sim/attempt.ts'
import { newId, uuidv7 } from './uuid.ts'

describe('uuidv7', () => {
  it('gives the example of RFC 9562, appendix A.6', () => {
    const random = new Uint8Array([0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('always fits an attempt id and sorts by time', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
    const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(time, time, bytes, bytes, (a, b, some, others) => {
        const first = uuidv7(a, some)
        expect(header.shape.id.safeParse(first).success).toBe(true)
        if (a !== b) expect(first < uuidv7(b, others)).toBe(a < b)
      }),
    )
  })

  it('refuses what it cannot hold', () => {
    const random = new Uint8Array(10)
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 48]) {
      expect(() => uuidv7(bad, random)).toThrow(RangeError)
    }
    expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError)
  })

  it('makes ids that differ', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => newId(1_700_000_000_000)))
    expect(ids.size).toBe(1000)
  })
})
