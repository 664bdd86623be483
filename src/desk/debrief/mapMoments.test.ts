import { describe, expect, it } from 'vitest'
import { played } from './fixtures.ts'
import { mapReplay, momentAt } from './mapMoments.ts'

describe('the map as it stood', () => {
  const ground = played(
    [
      [2000, { do: 'answer' }],
      [8000, { do: 'set', change: { field: 'location', value: { place: 'shop', text: '' } } }],
      [9000, { do: 'send', unit: 'north-1' }],
      [60_000, { do: 'set', change: { field: 'location', value: { x: 7, y: 8, text: '' } } }],
    ],
    undefined,
    200_000,
  )
  const replay = mapReplay(ground)
  const unit = (at: number) => momentAt(replay, at).units.find(({ id }) => id === 'north-1')

  it('shows the trainee’s mark from when it was set', () => {
    expect(momentAt(replay, 7999).traineePin).toBeNull()
    expect(momentAt(replay, 8000).traineePin).toEqual({ x: 2000, y: 1000 })
    expect(momentAt(replay, 61_000).traineePin).toEqual({ x: 7, y: 8 })
  })

  it('shows units free, on their way with their leg, and there', () => {
    expect(unit(8999)?.status).toBe('free')
    expect(unit(9000)?.status).toBe('sent')
    const moving = unit(40_000)
    expect(moving?.status).toBe('moving')
    expect(moving?.leg?.departsAt).toBeGreaterThan(9000)
    expect(unit(190_000)?.status).toBe('arrived')
  })

  it('has what the system showed', () => {
    expect(replay.sector?.radius).toBe(800)
    expect(replay.pin).toBeNull()
  })
})
