/**
 * Names along roads: where each glyph of a name stands and how it is turned. Chinese names run down a
 * steep road with the characters upright, as on street maps; others turn with the road. Pixels. Pure.
 */
import type { Bounds, Point } from './geometry.ts'

export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Radians, clockwise. */
  readonly angle: number
}

/** More than this between neighbours and the name is no longer read in one go. */
const MAX_BEND = 0.45

/** Length along the line at each of its points. */
export function lengthsOf(line: readonly Point[]): number[] {
  const lengths: number[] = []
  let sum = 0
  let before: Point | undefined
  for (const point of line) {
    if (before !== undefined) sum += Math.hypot(point.x - before.x, point.y - before.y)
    lengths.push(sum)
    before = point
  }
  return lengths
}

interface Spot extends Point {
  readonly angle: number
}

function spotAt(line: readonly Point[], lengths: readonly number[], at: number): Spot | null {
  let i = 1
  while (i < line.length - 1 && (lengths[i] ?? 0) < at) i++
  const from = line[i - 1]
  const to = line[i]
  if (from === undefined || to === undefined) return null
  const start = lengths[i - 1] ?? 0
  const span = (lengths[i] ?? 0) - start
  const part = span > 0 ? (at - start) / span : 0
  return {
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    angle: Math.atan2(to.y - from.y, to.x - from.x),
  }
}

function turn(a: number, b: number): number {
  const d = Math.abs(a - b) % (2 * Math.PI)
  return d > Math.PI ? 2 * Math.PI - d : d
}

/**
 * Sets a text along a line with its middle at length `middle`.
 * @param advances width of each glyph in px, `size` the text's height in px
 * @param upright whether glyphs stay upright on a steep line (Chinese)
 * @returns the glyphs in reading order, or null where the line is too short or too bent
 */
export function setAlong(
  line: readonly Point[],
  lengths: readonly number[],
  middle: number,
  glyphs: readonly string[],
  advances: readonly number[],
  size: number,
  upright: boolean,
): Glyph[] | null {
  const here = spotAt(line, lengths, middle)
  const total = lengths[lengths.length - 1]
  if (here === null || total === undefined) return null
  const steep = upright && Math.abs(Math.sin(here.angle)) > 0.8
  const steps = steep ? advances.map(() => size * 1.12) : advances
  const width = steps.reduce((sum, step) => sum + step, 0)
  if (middle - width / 2 < 0 || middle + width / 2 > total) return null
  // Read from left to right, or from above to below.
  const forward = steep ? Math.sin(here.angle) > 0 : Math.cos(here.angle) >= -1e-6
  const placed: Glyph[] = []
  let at = forward ? middle - width / 2 : middle + width / 2
  let before: number | null = null
  for (const [i, text] of glyphs.entries()) {
    const step = steps[i] ?? 0
    const half = forward ? step / 2 : -step / 2
    const spot = spotAt(line, lengths, at + half)
    if (spot === null) return null
    if (before !== null && turn(before, spot.angle) > MAX_BEND) return null
    if (turn(here.angle, spot.angle) > 2 * MAX_BEND) return null
    before = spot.angle
    const angle = steep ? 0 : forward ? spot.angle : spot.angle + Math.PI
    placed.push({ text, x: spot.x, y: spot.y, angle })
    at += forward ? step : -step
  }
  return placed
}

/** The room that each glyph takes. */
export function glyphBoxes(glyphs: readonly Glyph[], size: number): Bounds[] {
  const half = size * 0.62
  return glyphs.map(({ x, y }) => ({
    minX: x - half,
    minY: y - half,
    maxX: x + half,
    maxY: y + half,
  }))
}

/** Where along a line of `total` px names are tried: evenly, near `every` px apart, never at the ends. */
export function spotsAlong(total: number, every: number): number[] {
  const count = Math.max(1, Math.round(total / every))
  return Array.from({ length: count }, (_, i) => (total * (i + 0.5)) / count)
}

/** The glyphs of a text: characters one by one, but Latin words whole would not bend, so these too. */
export function glyphsOf(text: string): string[] {
  return Array.from(text)
}
