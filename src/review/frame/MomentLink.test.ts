import { expect, it } from 'vitest'
import { momentPath } from './MomentLink.tsx'

it.each([
  [[], ''],
  [[null, null], ''],
  [[1200], '?at=1200'],
  [[0, 0], '?at=0&n=0'],
  // its journal entry knows when
  [[null, 7], '?n=7'],
] as const)(
  'an attempt opens at the moment that is known: %j',
  ([atMs, n]: readonly (number | null)[], query) => {
    expect(momentPath('a', atMs, n)).toBe(`/review/attempt/a${query}`)
  },
)
