/** Points, sizes and boxes, shared by everything the map does. Pure. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A rectangle by its extremes, in metres or pixels. */
export interface Bounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** The smallest bounds around points, grown by `pad`; null if there are no points. */
export function boundsOf(points: Iterable<Point>, pad = 0): Bounds | null {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const { x, y } of points) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  if (minX > maxX) return null
  return { minX: minX - pad, minY: minY - pad, maxX: maxX + pad, maxY: maxY + pad }
}

/** The bounds around both. */
export function union(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (a === null || b === null) return a ?? b
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}

/** Whether two bounds touch or overlap. */
export function overlaps(a: Bounds, b: Bounds): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}

/** The middle of an area by its outline (area-weighted), else of its points. */
export function centroid(ring: readonly Point[]): Point {
  let area = 0
  let x = 0
  let y = 0
  let previous = ring[ring.length - 1]
  if (previous === undefined) return { x: 0, y: 0 }
  for (const point of ring) {
    const cross = previous.x * point.y - point.x * previous.y
    area += cross
    x += (previous.x + point.x) * cross
    y += (previous.y + point.y) * cross
    previous = point
  }
  if (Math.abs(area) > 1e-6) return { x: x / (3 * area), y: y / (3 * area) }
  const bounds = boundsOf(ring)
  return bounds === null
    ? { x: 0, y: 0 }
    : { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 }
}

/** `value` held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
