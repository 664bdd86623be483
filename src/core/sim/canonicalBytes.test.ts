import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Bytes } from '../scenario/hash.ts'
import { canonicalWriter } from './canonicalBytes.ts'
import { canonical } from './same.ts'

const writer = canonicalWriter()

function written(value: unknown): string {
  writer.clear()
  writer.data(value)
  return new TextDecoder('utf-8', { fatal: true }).decode(writer.taken())
}

it('writes what canonical says, whatever the data', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withNullPrototype: true,
        values: [
          fc.string({ unit: 'binary' }),
          fc.double(),
          fc.integer(),
          fc.nat(1e9),
          fc.boolean(),
          fc.constant(null),
          fc.constant(undefined),
        ],
        key: fc.oneof(fc.string({ unit: 'binary' }), fc.nat(20).map(String)),
        maxKeys: 12,
      }),
      (value) => {
        expect(written(value)).toBe(canonical(value))
      },
    ),
    { numRuns: 1_500 },
  )
})

it('writes numbers, escapes and symbols as JSON does, in order of keys', () => {
  const data = {
    z: [0, -0, 7, 10, 999_999_999, 1_000_000_000, 1e21, -5, 0.5, Number.NaN],
    a: '"福"\u2028字\\灯\n😀\ud800',
    '10': undefined,
    '9': {},
  }
  expect(written(data)).toBe(
    '{"9":{},"a":"\\"福\\"\u2028字\\\\灯\\n😀\\ud800",' +
      '"z":[0,0,7,10,999999999,1000000000,1e+21,-5,0.5,null]}',
  )
})

it('grows to any size', () => {
  const long = 'é"'.repeat(100_000)
  expect(written([long, long])).toBe(JSON.stringify([long, long]))
  writer.clear()
  writer.raw('abc')
  expect(sha256Bytes(writer.taken())).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
