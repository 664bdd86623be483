/**
 * The map's camera: which metres stand in the middle and how many CSS pixels a metre takes.
 * City metres grow to the east and to the south, as the screen's pixels do. Pure.
 */
import { type Bounds, clamp, type Point, type Size } from './geometry.ts'

export interface Camera {
  /** City metres in the middle of the view. */
  readonly x: number
  readonly y: number
  /** CSS pixels per metre. */
  readonly scale: number
}

/** The closest look: lamp posts, which stand some 35 m apart, are then well told from each other. */
export const MAX_SCALE = 1.6

/** How far past the city's edge the view may reach, in CSS pixels: for labels and the panels on top. */
export const OVERSCROLL = 60

export function toScreen(camera: Camera, size: Size, point: Point): Point {
  return {
    x: size.width / 2 + (point.x - camera.x) * camera.scale,
    y: size.height / 2 + (point.y - camera.y) * camera.scale,
  }
}

export function toMetres(camera: Camera, size: Size, pixel: Point): Point {
  return {
    x: camera.x + (pixel.x - size.width / 2) / camera.scale,
    y: camera.y + (pixel.y - size.height / 2) / camera.scale,
  }
}

/** The metres that the view shows, grown by `margin` CSS pixels on every side. */
export function visibleBounds(camera: Camera, size: Size, margin = 0): Bounds {
  const halfWidth = (size.width / 2 + margin) / camera.scale
  const halfHeight = (size.height / 2 + margin) / camera.scale
  return {
    minX: camera.x - halfWidth,
    maxX: camera.x + halfWidth,
    minY: camera.y - halfHeight,
    maxY: camera.y + halfHeight,
  }
}

/** The scale at which `bounds` just fill the view with `pad` CSS pixels left on every side. */
function fittingScale(bounds: Bounds, size: Size, pad: number): number {
  const width = Math.max(1, bounds.maxX - bounds.minX)
  const height = Math.max(1, bounds.maxY - bounds.minY)
  return Math.min(
    Math.max(40, size.width - 2 * pad) / width,
    Math.max(40, size.height - 2 * pad) / height,
  )
}

/** The farthest look: the whole city fits. */
export function minScale(city: Bounds, size: Size): number {
  return Math.min(MAX_SCALE, fittingScale(city, size, 8))
}

function clampAxis(at: number, low: number, high: number, view: number, slack: number): number {
  const from = low - slack + view / 2
  const to = high + slack - view / 2
  return from > to ? (low + high) / 2 : clamp(at, from, to)
}

/** The nearest camera that stays with the city: neither past its edge nor too near or far. */
export function clampCamera(camera: Camera, size: Size, city: Bounds): Camera {
  const scale = clamp(camera.scale, minScale(city, size), MAX_SCALE)
  const slack = OVERSCROLL / scale
  return {
    scale,
    x: clampAxis(camera.x, city.minX, city.maxX, size.width / scale, slack),
    y: clampAxis(camera.y, city.minY, city.maxY, size.height / scale, slack),
  }
}

/** The camera that shows all of `bounds`, not closer than `closest`, held to the city. */
export function fitCamera(
  bounds: Bounds,
  size: Size,
  city: Bounds,
  pad = 48,
  closest = MAX_SCALE,
): Camera {
  const camera = {
    x: (bounds.minX + bounds.maxX) / 2,
    y: (bounds.minY + bounds.maxY) / 2,
    scale: Math.min(closest, fittingScale(bounds, size, pad)),
  }
  return clampCamera(camera, size, city)
}

/** Zooms by `factor` so that the metres under `pixel` stay under it, as far as the city's edge lets it. */
export function zoomAt(
  camera: Camera,
  size: Size,
  city: Bounds,
  pixel: Point,
  factor: number,
): Camera {
  const scale = clamp(camera.scale * factor, minScale(city, size), MAX_SCALE)
  const held = toMetres(camera, size, pixel)
  return clampCamera(
    {
      scale,
      x: held.x - (pixel.x - size.width / 2) / scale,
      y: held.y - (pixel.y - size.height / 2) / scale,
    },
    size,
    city,
  )
}

/** Moves what is seen by so many CSS pixels, as a dragging hand does. */
export function panBy(camera: Camera, size: Size, city: Bounds, dx: number, dy: number): Camera {
  return clampCamera(
    { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale },
    size,
    city,
  )
}

/** Part of the way from one camera to another; zoom is even to the eye. `part` 0…1. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const scale = from.scale * (to.scale / from.scale) ** part
  // The centre moves with the zoom, so that the point which both cameras share stands still.
  const span = 1 / to.scale - 1 / from.scale
  const along = Math.abs(span) < 1e-9 ? part : (1 / scale - 1 / from.scale) / span
  return { scale, x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along }
}
