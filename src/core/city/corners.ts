import { MOST_POINTS, type RoadGrid } from './drawing.ts'
import type { CornerEdit, FeatureEdit } from './edits.ts'
import { type Plane, type Point, toPosition } from './point.ts'
import type { Feature, Sketch } from './sketch.ts'

/** Corners of lines and areas that are there: moved, added between two, taken away. All in whole metres. */

/** One corner of a feature, told by its place; an area's closing point is its first corner again. */
export interface Corner {
  readonly feature: Feature
  /** Of an area's rings; 0 of a line. */
  readonly ring: number
  readonly index: number
}

/** What roads meet by, and districts border on each other by: such corners go together. */
const isShared = ({ layer }: Feature): boolean => layer === 'roads' || layer === 'districts'

const same = (p: Point | undefined, q: Point | undefined): boolean =>
  p !== undefined && p.x === q?.x && p.y === q.y

const isClosed = ({ shape, rings }: Feature, ring: number): boolean => {
  const points = rings[ring] ?? []
  return shape === 'area' && points.length > 1 && same(points[0], points.at(-1))
}

/** The corners of one ring or of a line, an area's closing point left out. */
export function cornersOf(feature: Feature, ring: number): readonly Point[] {
  const points = feature.rings[ring] ?? []
  return isClosed(feature, ring) ? points.slice(0, -1) : points
}

export const cornerAt = ({ feature, ring, index }: Corner): Point | undefined =>
  cornersOf(feature, ring)[index]

/** A line needs two corners, an area three. */
const leastOf = ({ shape }: Feature): number => (shape === 'area' ? 3 : 2)

/** May one be taken away? */
export const canRemove = ({ feature, ring }: Corner): boolean =>
  cornersOf(feature, ring).length > leastOf(feature)

/** The corners before and after it: none where a line ends. */
function besides({ feature, ring, index }: Corner): readonly (Point | undefined)[] {
  const points = cornersOf(feature, ring)
  const { length } = points
  if (feature.shape !== 'area') return [points[index - 1], points[index + 1]]
  return [points[(index + length - 1) % length], points[(index + 1) % length]]
}

function* cornersIn(features: readonly Feature[]): Generator<Corner> {
  for (const feature of features) {
    if (feature.shape !== 'line' && feature.shape !== 'area') continue
    for (let ring = 0; ring < feature.rings.length; ring += 1)
      for (let index = 0; index < cornersOf(feature, ring).length; index += 1)
        yield { feature, ring, index }
  }
}

/** The corner, and those that go wherever it goes: where roads meet, and where districts border on each other. */
export function togetherWith(
  { layers }: Pick<Sketch, 'layers'>,
  corner: Corner,
): readonly Corner[] {
  const at = cornerAt(corner)
  const { feature, ring, index } = corner
  if (!at || !isShared(feature)) return [corner]
  const isOther = (one: Corner) =>
    one.feature !== feature || one.ring !== ring || one.index !== index
  const others = [...cornersIn(layers[feature.layer])].filter(
    (one) => isOther(one) && same(cornerAt(one), at),
  )
  return [corner, ...others]
}

const edit = (
  { feature, ring, index }: Corner,
  act: CornerEdit['act'],
  at: readonly [number, number] | null,
): FeatureEdit => ({
  kind: 'set',
  layer: feature.layer,
  index: feature.index,
  corner: { act, ring, index, at, isClosed: isClosed(feature, ring) },
})

const positionOf = (plane: Plane, at: Point): readonly [number, number] => {
  const [lon, lat] = toPosition(plane, at)
  return [lon, lat]
}

/** A point that was put onto a road lies no further from it, in metres: it is rounded. */
const ROUNDED = 1

/**
 * Puts these corners at a point. Roads that are put onto another one are joined to it if `joined` holds the roads'
 * stretches. Null if that moves nothing, or would put a corner onto the one beside it.
 */
export function moveCorners(
  plane: Plane,
  corners: readonly Corner[],
  to: Point,
  joined: RoadGrid | null = null,
): readonly FeatureEdit[] | null {
  if (corners.every((one) => same(cornerAt(one), to))) return null
  if (corners.some((one) => besides(one).some((p) => same(p, to)))) return null
  const at = positionOf(plane, to)
  return [...corners.map((one) => edit(one, 'move', at)), ...joining(plane, corners, to, joined)]
}

/** A corner of the road that roads were put onto, unless it has one there. */
function joining(
  plane: Plane,
  corners: readonly Corner[],
  to: Point,
  joined: RoadGrid | null,
): readonly FeatureEdit[] {
  if (corners[0]?.feature.layer !== 'roads' || !joined) return []
  const own = new Set(corners.map(({ feature }) => feature))
  const near = joined.nearest(to, ROUNDED, ({ road }) => !own.has(road))
  if (!near || same(near.stretch.a, to) || same(near.stretch.b, to)) return []
  const { road, corner } = near.stretch.of
  return [edit({ feature: road, ring: 0, index: corner + 1 }, 'insert', positionOf(plane, to))]
}

/**
 * A new corner before the one at `index` (after the last one, at its number plus one); where districts border on each
 * other, both get it, and a road that it is put onto is joined as by `moveCorners`. Null if it would stand on a corner beside it, or there are as many as may be.
 */
export function insertCorner(
  { layers }: Pick<Sketch, 'layers'>,
  plane: Plane,
  corner: Corner,
  at: Point,
  joined: RoadGrid | null = null,
): readonly FeatureEdit[] | null {
  const { feature, ring, index } = corner
  const points = cornersOf(feature, ring)
  const [a, b] = [points[index - 1], points[index % points.length]]
  if (!a || !b || same(a, at) || same(b, at) || points.length >= MOST_POINTS - 1) return null
  const position = positionOf(plane, at)
  const inserts = [edit(corner, 'insert', position), ...joining(plane, [corner], at, joined)]
  if (feature.layer !== 'districts') return inserts
  for (const one of cornersIn(layers.districts)) {
    const [, next] = besides(one)
    const p = cornerAt(one)
    const isStretch = (same(p, a) && same(next, b)) || (same(p, b) && same(next, a))
    if (one.feature === feature || !isStretch) continue
    inserts.push(edit({ ...one, index: one.index + 1 }, 'insert', position))
  }
  return inserts
}

/**
 * Takes a corner away; where districts border on each other there, both lose it. Null where too few would be left. Other
 * roads keep theirs.
 */
export function removeCorner(
  { layers }: Pick<Sketch, 'layers'>,
  corner: Corner,
): readonly FeatureEdit[] | null {
  if (!cornerAt(corner) || !canRemove(corner)) return null
  const [before, after] = besides(corner)
  const alike = (one: Corner): boolean => {
    const [p, q] = besides(one)
    return (same(p, before) && same(q, after)) || (same(p, after) && same(q, before))
  }
  const gone =
    corner.feature.layer === 'districts'
      ? togetherWith({ layers }, corner).filter(
          (one) =>
            one === corner || (one.feature !== corner.feature && alike(one) && canRemove(one)),
        )
      : [corner]
  return gone.map((one) => edit(one, 'remove', null))
}

/** The feature's rings with the corner somewhere else (`isNew`: with one more before it), to be shown. */
export function ringsWith(
  { feature, ring, index }: Corner,
  to: Point,
  isNew: boolean,
): readonly (readonly Point[])[] {
  const points = cornersOf(feature, ring).toSpliced(index, isNew ? 0 : 1, to)
  const [first] = points
  const closed = first && isClosed(feature, ring) ? [...points, first] : points
  return feature.rings.map((one, n) => (n === ring ? closed : one))
}
