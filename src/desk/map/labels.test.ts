import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bounds, overlaps } from './geometry.ts'
import { boxAt, LabelSpace, type PointLabel, placeLabels, SIDES } from './labels.ts'

const label = (id: string, x: number, y: number, rank = 1): PointLabel => ({
  id,
  rank,
  x,
  y,
  offset: 6,
  offsetY: 10,
  width: 60,
  height: 16,
})

const labels = fc
  .array(
    fc.record({
      x: fc.integer({ min: -50, max: 650 }),
      y: fc.integer({ min: -50, max: 700 }),
      rank: fc.integer({ min: 1, max: 3 }),
      width: fc.integer({ min: 10, max: 160 }),
    }),
    { maxLength: 80 },
  )
  .map((all) => all.map(({ x, y, rank, width }, i) => ({ ...label(`l${i}`, x, y, rank), width })))

describe('label placement', () => {
  it('never puts one label over another, over a blocked box or out of bounds', () => {
    const view = { minX: 0, minY: 0, maxX: 606, maxY: 668 }
    const blocked = { minX: 200, minY: 200, maxX: 330, maxY: 260 }
    fc.assert(
      fc.property(labels, (all) => {
        const space = new LabelSpace(view)
        space.block(blocked)
        const boxes: Bounds[] = placeLabels(all, space).map(({ box }) => box)
        for (const [i, a] of boxes.entries()) {
          expect(overlaps(a, blocked)).toBe(false)
          expect(a.minX >= 0 && a.minY >= 0 && a.maxX <= 606 && a.maxY <= 668).toBe(true)
          for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false)
        }
      }),
    )
  })

  it('gives room by rank, not by order, and the same each time', () => {
    fc.assert(
      fc.property(labels, (all) => {
        const there = placeLabels(all, new LabelSpace())
        const back = placeLabels([...all].reverse(), new LabelSpace())
        expect(back).toEqual(there)
      }),
    )
    const crowd = [label('c', 100, 100, 3), label('a', 100, 100, 1)]
    expect(placeLabels(crowd, new LabelSpace()).map(({ id }) => id)[0]).toBe('a')
  })

  it('tries the other sides before it gives up', () => {
    const crowd = SIDES.map((_, i) => label(`l${i}`, 300, 300)).concat(label('z', 300, 300))
    const sides = placeLabels(crowd, new LabelSpace()).map(({ side }) => side)
    expect(sides.slice(0, 4)).toEqual(['right', 'left', 'below', 'above'])
    expect(new Set(sides).size).toBe(sides.length)
  })

  it('stands off by its offset', () => {
    const at = label('a', 100, 100)
    expect(boxAt(at, 'right')).toEqual({ minX: 106, minY: 92, maxX: 166, maxY: 108 })
    expect(boxAt(at, 'left').maxX).toBe(94)
    expect(boxAt(at, 'below').minY).toBe(110)
    expect(boxAt(at, 'above').maxY).toBe(90)
  })
})
