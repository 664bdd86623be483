import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inMotion,
  type MapState,
  type MapUnit,
  secondsLeft,
  stillKey,
  underway,
  unitPoint,
  wayAhead,
} from './model.ts'

const leg = {
  departsAt: 10_000,
  points: [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 300 },
  ],
  atMs: [0, 10_000, 40_000],
}

const unit = (change: Partial<MapUnit> = {}): MapUnit => ({
  id: 'qubei-2',
  kind: 'patrol',
  name: { zh: '渠北-2', en: 'Qubei-2' },
  status: 'moving',
  eta: 50_000,
  overdue: false,
  leg,
  at: { x: 7, y: 8 },
  ...change,
})

const state = (units: readonly MapUnit[], now = 0): MapState => ({
  now,
  sector: null,
  pin: null,
  traineePin: null,
  units,
  highlight: [],
  focus: null,
})

describe('unitPoint', () => {
  it('is at the start before departure, on the way between, at the end after', () => {
    expect(unitPoint(unit(), 0)).toEqual({ x: 0, y: 0 })
    expect(unitPoint(unit(), 15_000)).toEqual({ x: 50, y: 0 })
    expect(unitPoint(unit(), 20_000)).toEqual({ x: 100, y: 0 })
    expect(unitPoint(unit(), 35_000)).toEqual({ x: 100, y: 150 })
    expect(unitPoint(unit(), 99_000)).toEqual({ x: 100, y: 300 })
  })

  it('stands where it is without a leg', () => {
    expect(unitPoint(unit({ leg: null }), 35_000)).toEqual({ x: 7, y: 8 })
    expect(unitPoint(unit({ leg: { ...leg, points: [], atMs: [] } }), 1)).toEqual({ x: 7, y: 8 })
  })

  it('is smooth: a ms never takes it further than its fastest stretch would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (now) => {
        const a = unitPoint(unit(), now)
        const b = unitPoint(unit(), now + 1)
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThanOrEqual(0.0101)
      }),
    )
  })

  it('takes stretches of no time in its stride', () => {
    const still = { ...leg, atMs: [0, 0, 10_000] }
    expect(unitPoint(unit({ leg: still }), 10_001).y).toBeCloseTo(0.03, 6)
  })
})

describe('a unit on its way', () => {
  it('is under way from being sent until its leg ends', () => {
    expect(underway(unit(), 0)).toBe(true)
    expect(underway(unit(), 49_999)).toBe(true)
    expect(underway(unit(), 50_000)).toBe(false)
    expect(underway(unit({ status: 'arrived' }), 20_000)).toBe(false)
    expect(underway(unit({ status: 'free' }), 20_000)).toBe(false)
    expect(inMotion(state([unit()], 20_000))).toBe(true)
    expect(inMotion(state([unit()], 60_000))).toBe(false)
  })

  it('has less and less way before it', () => {
    expect(wayAhead(unit(), 0)).toEqual(leg.points)
    expect(wayAhead(unit(), 15_000)).toEqual([
      { x: 50, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 300 },
    ])
    expect(wayAhead(unit(), 35_000)).toEqual([
      { x: 100, y: 150 },
      { x: 100, y: 300 },
    ])
    expect(wayAhead(unit(), 70_000)).toEqual([])
  })

  it('tells whole seconds, rounded up, and none when it is not driving', () => {
    expect(secondsLeft(unit(), 49_001)).toBe(1)
    expect(secondsLeft(unit(), 48_999)).toBe(2)
    expect(secondsLeft(unit(), 60_000)).toBe(0)
    expect(secondsLeft(unit({ status: 'free' }), 0)).toBeNull()
    expect(secondsLeft(unit({ eta: null }), 0)).toBeNull()
  })
})

describe('stillKey', () => {
  it('changes with what stands still, and only with that', () => {
    const key = stillKey(state([unit()]))
    expect(stillKey(state([unit()], 12_345))).toBe(key)
    const changes: MapState[] = [
      state([unit({ status: 'arrived' })]),
      state([unit({ overdue: true })]),
      { ...state([unit()]), sector: { x: 1, y: 2, radius: 900 } },
      { ...state([unit()]), pin: { x: 1, y: 2 } },
      { ...state([unit()]), traineePin: { x: 1, y: 2 } },
      { ...state([unit()]), highlight: ['fu-supermarket'] },
      { ...state([unit()]), focus: { x: 1, y: 2 } },
    ]
    expect(new Set([key, ...changes.map(stillKey)]).size).toBe(changes.length + 1)
  })
})
