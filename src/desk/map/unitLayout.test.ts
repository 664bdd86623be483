import { describe, expect, it } from 'vitest'
import { overlaps } from './geometry.ts'
import { placeUnitLabels, type Standing, spread, type UnitMark } from './unitLayout.ts'

const standing = (id: string, x: number, y: number, change: Partial<Standing> = {}): Standing => ({
  id,
  at: { x, y },
  state: 'idle',
  driving: false,
  under: false,
  ...change,
})

const view = { minX: 0, minY: 0, maxX: 600, maxY: 600 }

const mark = (id: string, x: number, y: number, rank = 1): UnitMark => ({
  id,
  rank,
  at: { x, y },
  state: 'active',
  width: 110,
  height: 20,
  wanted: true,
})

describe('units in one spot', () => {
  it('stand side by side, under a station that is there', () => {
    const shifts = spread([
      standing('a', 100, 100, { under: true }),
      standing('b', 100, 100, { under: true }),
      standing('c', 300, 300),
    ])
    expect(shifts.get('a')?.x).toBe(-(shifts.get('b')?.x ?? 0))
    expect(shifts.get('a')?.y).toBeGreaterThan(20)
    expect(shifts.get('c')).toEqual({ x: 0, y: 0 })
  })

  it('are never moved aside while they drive', () => {
    const shifts = spread([standing('a', 100, 100, { driving: true }), standing('b', 100, 100)])
    expect(shifts.has('a')).toBe(false)
    expect(shifts.get('b')).toEqual({ x: 0, y: 0 })
  })
})

describe('labels of units', () => {
  it('keep off signs, marks and each other', () => {
    const marks = [mark('a', 200, 200), mark('b', 330, 200), mark('c', 200, 230)]
    const pin = { minX: 190, minY: 160, maxX: 214, maxY: 188 }
    const placed = [...placeUnitLabels(marks, [pin], [], view).values()]
    expect(placed.length).toBeGreaterThan(1)
    for (const [i, { box }] of placed.entries()) {
      expect(overlaps(box, pin)).toBe(false)
      for (const other of placed.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false)
    }
  })

  it('cover a name of the ground only for a unit that was sent', () => {
    const everywhere = { ...view }
    const sent = placeUnitLabels([mark('a', 300, 300)], [], [everywhere], view)
    expect(sent.has('a')).toBe(true)
    const idle = placeUnitLabels([mark('a', 300, 300, 5)], [], [everywhere], view)
    expect(idle.has('a')).toBe(false)
  })
})
