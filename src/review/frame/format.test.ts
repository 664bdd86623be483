import { expect, it } from 'vitest'
import { brief } from './format.ts'

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.0k'],
  [1549, '1.5k'],
  [9949, '9.9k'],
  [9950, '10k'],
  [999_499, '999k'],
])('%i has room for four characters', (count, words) => {
  expect(brief(count)).toBe(words)
})
