import { expect, it } from 'vitest'
import { dangerOf } from './useSpace.ts'

const SAFE = { lasts: true, persistent: true, used: 10, quota: 1000 }

it('warns of the gravest that may happen to what is kept here', () => {
  expect(dangerOf(SAFE)).toBeNull()
  expect(dangerOf({ ...SAFE, persistent: false })).toBe('clearable')
  expect(dangerOf({ ...SAFE, used: 899 })).toBeNull()
  expect(dangerOf({ ...SAFE, used: 900 })).toBe('full')
  expect(dangerOf({ ...SAFE, used: 900, persistent: false })).toBe('full')
  expect(dangerOf({ lasts: false, persistent: false, used: 900, quota: 1000 })).toBe('denied')
})

it('does not cry out where the browser tells nothing', () => {
  expect(dangerOf({ ...SAFE, used: null, quota: null })).toBeNull()
  expect(dangerOf({ ...SAFE, used: 0, quota: 0 })).toBeNull()
})
