import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from './share.ts'

test('takes over what says the same, and nothing else', () => {
  const before = { a: [{ x: 1 }, { x: 2 }], b: { deep: { same: true } }, c: null }
  const same = share(before, structuredClone(before))
  expect(same).toBe(before)
  const changed = share(before, { ...structuredClone(before), a: [{ x: 1 }, { x: 3 }] })
  expect(changed).toEqual({ ...before, a: [{ x: 1 }, { x: 3 }] })
  expect(changed.b).toBe(before.b)
  expect(changed.a[0]).toBe(before.a[0])
  expect(changed.a[1]).not.toBe(before.a[1])
})

test('a key more, a key less, a missing one that is undefined: all are changes', () => {
  const before: Record<string, unknown> = { a: 1, b: undefined }
  expect(share(before, { a: 1 })).toEqual({ a: 1 })
  expect(share(before, { a: 1 })).not.toBe(before)
  expect(share(before, { a: 1, c: undefined })).not.toBe(before)
  expect(share(before, { a: 1, b: undefined })).toBe(before)
})

test('always says what the new value says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(share(before, after)).toEqual(after)
    }),
  )
})
