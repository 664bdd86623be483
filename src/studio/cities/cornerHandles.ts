import { type Corner, cornersOf } from '../../core/city/corners.ts'
import type { Point } from '../../core/city/point.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { type Camera, onMap, type Size } from './mapView.ts'

/** What a corner of a road or area is taken hold of by, or where a new one may stand. Pure. */
export interface CornerHandle {
  readonly key: string
  readonly corner: Corner
  /** A new corner before `corner`, in the middle of a stretch. */
  readonly isNew: boolean
  /** Metres. */
  readonly place: Point
  /** Pixels. */
  readonly at: Point
}

/** Pixels between two handles at least. */
const ROOM = 13
/** A stretch of so many pixels has room for one more. */
const STRETCH = 48
/** Pixels outside the map that a handle may still show from. */
const MARGIN = 6

export const keyOf = ({ ring, index }: Corner, isNew = false): string =>
  `${isNew ? 'new' : 'corner'} ${ring} ${index}`

/** The handles that have room on the map, in the order of the line; `hidden`: how many corners need a nearer look. */
export function cornerHandles(
  feature: Feature,
  camera: Camera,
  view: Size,
  held: string | null,
): { readonly handles: readonly CornerHandle[]; readonly hidden: number } {
  if (feature.shape !== 'line' && feature.shape !== 'area') return { handles: [], hidden: 0 }
  const handles: CornerHandle[] = []
  let hidden = 0
  for (let ring = 0; ring < feature.rings.length; ring += 1) {
    const points = cornersOf(feature, ring)
    let last: Point | null = null
    for (const [index, place] of points.entries()) {
      const at = onMap(camera, view, place)
      const corner = { feature, ring, index }
      const key = keyOf(corner)
      if (isSeen(at, view)) {
        if (last === null || far(last, at) >= ROOM || key === held) {
          handles.push({ key, corner, isNew: false, place, at })
          last = at
        } else hidden += 1
      }
      const next = points[index + 1] ?? (feature.shape === 'area' ? points[0] : undefined)
      if (!next || far(at, onMap(camera, view, next)) < STRETCH) continue
      const middle = {
        x: Math.round((place.x + next.x) / 2),
        y: Math.round((place.y + next.y) / 2),
      }
      const middleAt = onMap(camera, view, middle)
      const before = { feature, ring, index: index + 1 }
      if (isSeen(middleAt, view))
        handles.push({
          key: keyOf(before, true),
          corner: before,
          isNew: true,
          place: middle,
          at: middleAt,
        })
    }
  }
  return { handles, hidden }
}

const far = (p: Point, q: Point): number => Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))

const isSeen = ({ x, y }: Point, view: Size): boolean =>
  x >= -MARGIN && y >= -MARGIN && x <= view.width + MARGIN && y <= view.height + MARGIN
