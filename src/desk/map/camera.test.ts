import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  between,
  type Camera,
  clampCamera,
  fitCamera,
  MAX_SCALE,
  minScale,
  OVERSCROLL,
  panBy,
  toMetres,
  toScreen,
  visibleBounds,
  zoomAt,
} from './camera.ts'
import type { Bounds, Size } from './geometry.ts'

const city: Bounds = { minX: 0, minY: 0, maxX: 18_000, maxY: 13_500 }
const desk: Size = { width: 606, height: 668 }

const cameras = fc.record({
  x: fc.double({ min: -50_000, max: 50_000, noNaN: true }),
  y: fc.double({ min: -50_000, max: 50_000, noNaN: true }),
  scale: fc.double({ min: 0.0001, max: 50, noNaN: true }),
})
const pixels = fc.record({
  x: fc.double({ min: 0, max: 606, noNaN: true }),
  y: fc.double({ min: 0, max: 668, noNaN: true }),
})

function inside(camera: Camera): boolean {
  const seen = visibleBounds(camera, desk)
  const slack = OVERSCROLL / camera.scale + 1e-6
  const wide = desk.width / camera.scale
  const tall = desk.height / camera.scale
  const okX =
    wide > city.maxX + 2 * slack
      ? Math.abs(camera.x - city.maxX / 2) < 1e-6
      : seen.minX >= -slack && seen.maxX <= city.maxX + slack
  const okY =
    tall > city.maxY + 2 * slack
      ? Math.abs(camera.y - city.maxY / 2) < 1e-6
      : seen.minY >= -slack && seen.maxY <= city.maxY + slack
  return okX && okY
}

describe('the camera', () => {
  it('turns metres into pixels and back', () => {
    fc.assert(
      fc.property(cameras, pixels, (camera, pixel) => {
        const back = toScreen(camera, desk, toMetres(camera, desk, pixel))
        expect(back.x).toBeCloseTo(pixel.x, 3)
        expect(back.y).toBeCloseTo(pixel.y, 3)
      }),
    )
  })

  it('shows south below and east to the right', () => {
    const camera = { x: 1000, y: 2000, scale: 0.5 }
    expect(toScreen(camera, desk, { x: 1000, y: 2000 })).toEqual({ x: 303, y: 334 })
    expect(toScreen(camera, desk, { x: 1100, y: 2100 })).toEqual({ x: 353, y: 384 })
  })

  it('stays with the city whatever is asked of it', () => {
    fc.assert(
      fc.property(cameras, (camera) => {
        const held = clampCamera(camera, desk, city)
        expect(held.scale).toBeGreaterThanOrEqual(minScale(city, desk) - 1e-12)
        expect(held.scale).toBeLessThanOrEqual(MAX_SCALE)
        expect(inside(held)).toBe(true)
      }),
    )
  })

  it('fits a sector wholly into view', () => {
    const sector = { minX: 8100, minY: 6100, maxX: 9900, maxY: 7900 }
    const camera = fitCamera(sector, desk, city)
    const seen = visibleBounds(camera, desk)
    expect(seen.minX).toBeLessThan(sector.minX)
    expect(seen.maxX).toBeGreaterThan(sector.maxX)
    expect(seen.minY).toBeLessThan(sector.minY)
    expect(seen.maxY).toBeGreaterThan(sector.maxY)
    expect(camera.scale).toBeCloseTo((606 - 96) / 1800, 6)
  })

  it('does not fit closer than told', () => {
    const spot = { minX: 9000, minY: 7000, maxX: 9001, maxY: 7001 }
    expect(fitCamera(spot, desk, city, 48, 0.9).scale).toBe(0.9)
  })

  it('keeps the metres under the cursor when zooming in the middle of the city', () => {
    fc.assert(
      fc.property(pixels, fc.double({ min: 0.5, max: 2, noNaN: true }), (pixel, factor) => {
        const camera = { x: 9000, y: 6700, scale: 0.4 }
        const zoomed = zoomAt(camera, desk, city, pixel, factor)
        const before = toMetres(camera, desk, pixel)
        const after = toMetres(zoomed, desk, pixel)
        expect(after.x).toBeCloseTo(before.x, 3)
        expect(after.y).toBeCloseTo(before.y, 3)
      }),
    )
  })

  it('moves as far as the hand does', () => {
    const camera = { x: 9000, y: 6700, scale: 0.5 }
    expect(panBy(camera, desk, city, 50, -20)).toEqual({ x: 8900, y: 6740, scale: 0.5 })
  })

  it('glides from one camera to the other and ends there', () => {
    const from = { x: 1000, y: 1000, scale: 0.1 }
    const to = { x: 5000, y: 3000, scale: 1 }
    expect(between(from, to, 0)).toEqual(from)
    const end = between(from, to, 1)
    expect(end.x).toBeCloseTo(5000, 6)
    expect(end.y).toBeCloseTo(3000, 6)
    expect(end.scale).toBeCloseTo(1, 9)
    expect(between({ ...from, scale: 1 }, to, 0.5)).toEqual({ x: 3000, y: 2000, scale: 1 })
  })
})
