import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Camera,
  centred,
  fitted,
  inCity,
  kept,
  onMap,
  panned,
  placedLabels,
  zoomed,
} from './mapView.ts'

const CITY = { width: 18_000, height: 13_500 }
const VIEW = { width: 760, height: 500 }
const camera = fc.record({
  x: fc.integer({ min: 0, max: CITY.width }),
  y: fc.integer({ min: 0, max: CITY.height }),
  scale: fc.double({ min: 0.03, max: 4, noNaN: true }),
})
const pixel = fc.record({
  x: fc.integer({ min: 0, max: 760 }),
  y: fc.integer({ min: 0, max: 500 }),
})

describe('the map’s camera', () => {
  it('shows the whole city at first', () => {
    const whole = fitted(CITY, VIEW)
    for (const corner of [
      { x: 0, y: 0 },
      { x: CITY.width, y: CITY.height },
    ]) {
      const at = onMap(whole, VIEW, corner)
      expect(at.x >= 0 && at.x <= VIEW.width && at.y >= 0 && at.y <= VIEW.height).toBe(true)
    }
  })

  it('finds the metre under a pixel again', () => {
    fc.assert(
      fc.property(camera, pixel, (at, p) => {
        const back = onMap(at, VIEW, inCity(at, VIEW, p))
        expect(Math.abs(back.x - p.x)).toBeLessThanOrEqual(at.scale)
        expect(Math.abs(back.y - p.y)).toBeLessThanOrEqual(at.scale)
      }),
    )
  })

  it('zooms about the pointer, pans by pixels, and never leaves the city', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (at, p, factor) => {
        const near = zoomed(at, VIEW, factor, p)
        const [before, after] = [inCity(at, VIEW, p), inCity(near, VIEW, p)]
        expect(Math.abs(before.x - after.x)).toBeLessThanOrEqual(1)
        expect(Math.abs(before.y - after.y)).toBeLessThanOrEqual(1)
        const moved = onMap(panned(at, 30, -10), VIEW, at)
        expect(moved.x).toBeCloseTo(VIEW.width / 2 - 30, 6)
        const inside: Camera = kept(panned(near, 1e6, -1e6), CITY, VIEW)
        expect([inside.x, inside.y]).toEqual([CITY.width, 0])
        expect(kept(inside, CITY, VIEW)).toEqual(inside)
        expect(inside.scale).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('goes to a place without going further away', () => {
    expect(centred({ x: 0, y: 0, scale: 2 }, { x: 5, y: 6 }, 0.5)).toEqual({ x: 5, y: 6, scale: 2 })
    expect(centred({ x: 0, y: 0, scale: 0.1 }, { x: 5, y: 6 }, 0.5).scale).toBe(0.5)
  })
})

describe('names on the map', () => {
  it('never stand over each other, and those that matter most come first', () => {
    const label = fc.record({
      key: fc.uuid(),
      at: fc.record({ x: fc.integer({ min: 0, max: 700 }), y: fc.integer({ min: 0, max: 500 }) }),
      text: fc.string({ maxLength: 12 }),
      rank: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (wanted) => {
        const placed = placedLabels(wanted, VIEW, 20)
        expect(placed.length).toBeLessThanOrEqual(20)
        for (const one of placed)
          for (const other of placed)
            if (one !== other && Math.abs(one.at.y - other.at.y) < 16)
              expect(one.at.x).not.toBe(other.at.x)
        const [best] = [...wanted].sort((a, b) => a.rank - b.rank)
        if (best) expect(placed).toContain(best)
      }),
    )
  })

  it('give way where there is no room', () => {
    const at = (x: number, rank: number) => ({
      key: `${x}`,
      at: { x, y: 100 },
      text: '福满家超市',
      rank,
    })
    expect(
      placedLabels([at(100, 2), at(110, 1), at(300, 3)], VIEW, 9).map(({ key }) => key),
    ).toEqual(['110', '300'])
  })
})
