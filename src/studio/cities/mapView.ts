import type { Point } from '../../core/city/point.ts'

/** Which part of the city the map shows: the metres at its middle, and how many pixels a metre takes. Pure. */
export interface Camera extends Point {
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const MOST_SCALE = 4
/** The city at its smallest takes so much of the map. */
const FIT = 0.94

/** The camera that shows all of a city. */
export function fitted(city: Size, view: Size): Camera {
  const scale = FIT * Math.min(view.width / city.width, view.height / city.height)
  return { x: city.width / 2, y: city.height / 2, scale }
}

/** The nearest camera that stays with the city: its middle inside it, neither too near nor too far. */
export function kept(camera: Camera, city: Size, view: Size): Camera {
  const least = fitted(city, view).scale * 0.8
  return {
    x: Math.min(city.width, Math.max(0, camera.x)),
    y: Math.min(city.height, Math.max(0, camera.y)),
    scale: Math.min(MOST_SCALE, Math.max(least, camera.scale)),
  }
}

/** Where a place of the city stands on the map, in pixels. */
export function onMap(camera: Camera, view: Size, { x, y }: Point): Point {
  return {
    x: view.width / 2 + (x - camera.x) * camera.scale,
    y: view.height / 2 + (y - camera.y) * camera.scale,
  }
}

/** The place under a pixel of the map, in whole metres. */
export function inCity(camera: Camera, view: Size, { x, y }: Point): Point {
  return {
    x: Math.round(camera.x + (x - view.width / 2) / camera.scale),
    y: Math.round(camera.y + (y - view.height / 2) / camera.scale),
  }
}

/** Nearer or further by a factor, with the place under `pixel` staying where it is. */
export function zoomed(camera: Camera, view: Size, factor: number, pixel: Point): Camera {
  const scale = Math.min(MOST_SCALE, camera.scale * factor)
  const dx = pixel.x - view.width / 2
  const dy = pixel.y - view.height / 2
  return {
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
    scale,
  }
}

/** Moved by pixels of the map. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale }
}

/** As near as needed for one place to be told from its neighbours, with it in the middle. */
export function centred(camera: Camera, at: Point, least: number): Camera {
  return { x: at.x, y: at.y, scale: Math.max(camera.scale, least) }
}

/** A name that wants room on the map. */
export interface Wanted {
  readonly key: string
  readonly at: Point
  readonly text: string
  /** What gives way last comes first: 0 before 1. */
  readonly rank: number
}

const LETTER = 12
const LINE = 16

/** Which of the names have room, each right of its mark; those that matter most first, no two over each other. */
export function placedLabels(
  wanted: readonly Wanted[],
  view: Size,
  most: number,
): readonly Wanted[] {
  const taken: { x0: number; y0: number; x1: number; y1: number }[] = []
  const placed: Wanted[] = []
  for (const label of [...wanted].sort((a, b) => a.rank - b.rank)) {
    if (placed.length >= most) break
    const { x, y } = label.at
    const box = { x0: x + 6, y0: y - LINE / 2, x1: x + 10 + widthOf(label.text), y1: y + LINE / 2 }
    if (box.x1 < 0 || box.x0 > view.width || box.y1 < 0 || box.y0 > view.height) continue
    const isFree = taken.every(
      (one) => one.x1 <= box.x0 || one.x0 >= box.x1 || one.y1 <= box.y0 || one.y0 >= box.y1,
    )
    if (!isFree) continue
    taken.push(box)
    placed.push(label)
  }
  return placed
}

function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += /[\u2e80-\uffef]/.test(sign) ? LETTER : LETTER * 0.56
  return width
}
