import { describe, expect, it } from 'vitest'
import { clockTimeFull, isoDay, localDay, minutesSeconds } from './days.ts'

describe('days and times', () => {
  it('count calendar days, over midnight, months and changes of the clock', () => {
    const late = new Date(2025, 11, 31, 23, 59, 59).getTime()
    const early = new Date(2026, 0, 1, 0, 0, 0).getTime()
    expect(localDay(early) - localDay(late)).toBe(1)
    expect(
      localDay(new Date(2026, 2, 30, 1).getTime()) - localDay(new Date(2026, 2, 28, 23).getTime()),
    ).toBe(2)
  })

  it('are written as people read them', () => {
    const at = new Date(2025, 11, 5, 8, 3, 9).getTime()
    expect([isoDay(at), clockTimeFull(at)]).toEqual(['2025-12-05', '08:03:09'])
    expect([0, 58_400, 59_600, 3_725_000].map(minutesSeconds)).toEqual([
      '00:00',
      '00:58',
      '01:00',
      '62:05',
    ])
  })
})
