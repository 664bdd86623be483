import type { CityFile, Position } from './schema.ts'

/** A place in the city's plane: integer metres east (x) and south (y) of its north-west corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How a city's degrees become metres; see `cityFile` in schema.ts. */
export type Plane = CityFile['plane']

/** Degrees to integer metres. A file written to 6 decimals (about 0.1 m) gives the same metre everywhere. */
export function toPoint(plane: Plane, [lon, lat]: Position): Point {
  return {
    x: Math.round((lon - plane.west) * plane.metresPerDegreeLon),
    y: Math.round((plane.north - lat) * plane.metresPerDegreeLat),
  }
}

/** Metres back to degrees, to 6 decimals, for export. */
export function toPosition(plane: Plane, point: Point): Position {
  const lon = plane.west + point.x / plane.metresPerDegreeLon
  const lat = plane.north - point.y / plane.metresPerDegreeLat
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}

/** Straight distance in whole metres. `Math.sqrt` is exact to the last bit in every engine; `Math.hypot` isn't. */
export function distance(a: Point, b: Point): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return Math.round(Math.sqrt(dx * dx + dy * dy))
}

/** The point of the stretch a–b that lies nearest to p, in whole metres. */
export function nearestOn(a: Point, b: Point, p: Point): Point {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const square = dx * dx + dy * dy
  if (square === 0) return a
  const along = (p.x - a.x) * dx + (p.y - a.y) * dy
  if (along <= 0) return a
  if (along >= square) return b
  return { x: a.x + Math.round((dx * along) / square), y: a.y + Math.round((dy * along) / square) }
}

/** Whether a point lies inside a ring (even–odd rule); on the edge either answer may come. */
export function insideRing(ring: readonly Point[], p: Point): boolean {
  let inside = false
  let before = ring[ring.length - 1]
  for (const corner of ring) {
    if (before && corner.y > p.y !== before.y > p.y) {
      const crossing = corner.x + ((before.x - corner.x) * (p.y - corner.y)) / (before.y - corner.y)
      if (p.x < crossing) inside = !inside
    }
    before = corner
  }
  return inside
}
