import { useState } from 'react'
import { layerOf, leastPoints, MOST_POINTS, type ShapeKind } from '../../core/city/drawing.ts'
import { between } from '../../core/city/grid.ts'
import type { Point } from '../../core/city/point.ts'
import type { CityDesk, PointLayer } from './desk.ts'

/** What is being put on the map: a point, or a shape as far as it is drawn. */
export type Adding =
  | { readonly kind: 'point'; readonly what: PointLayer }
  | { readonly kind: 'shape'; readonly what: ShapeKind; readonly points: readonly Point[] }

export interface AddingActs {
  readonly adding: Adding | null
  /** Begins it; if it is being done already, ends it. */
  readonly toggle: (kind: Adding['kind'], what: PointLayer | ShapeKind) => void
  /** A point of the city was shown: by a click, or by Enter at the cross. */
  readonly put: (at: Point) => void
  /** Takes the last point back; false if there is none. */
  readonly back: () => boolean
  /** A shape that has points enough is kept; else nothing is. */
  readonly end: () => void
}

/** A road's point so near to another road, in pixels, is put onto it. */
const NEAR_ROAD = 12
/** A click so near to the last point, or to an area's first, ends the shape, in pixels. */
const SAME = 7

/** Puts points and shapes on the map; `scale`: pixels a metre takes. */
export function useAdding(desk: CityDesk, scale: number): AddingActs {
  const [adding, setAdding] = useState<Adding | null>(null)
  const end = () => {
    setAdding(null)
    if (adding?.kind === 'shape' && adding.points.length >= leastPoints(adding.what))
      desk.draw(adding.what, adding.points)
  }
  const put = (at: Point) => {
    if (!adding) return
    if (adding.kind === 'point') {
      setAdding(null)
      desk.add(adding.what, at)
      return
    }
    const { what, points } = adding
    const isSame = (p: Point | undefined) => p !== undefined && between(p, at) * scale <= SAME
    const closes = layerOf(what) !== 'roads' && points.length > 2 && isSame(points[0])
    if (isSame(points.at(-1)) || closes || points.length >= MOST_POINTS - 1) return end()
    const p = what === 'road' ? desk.ontoRoad(at, Math.max(1, NEAR_ROAD / scale)) : at
    setAdding({ ...adding, points: [...points, p] })
  }
  return {
    adding,
    put,
    end,
    toggle: (kind, what) => {
      if (adding?.what === what) return end()
      if (kind === 'point' && (what === 'landmarks' || what === 'stations'))
        setAdding({ kind, what })
      else if (what !== 'landmarks' && what !== 'stations')
        setAdding({ kind: 'shape', what, points: [] })
    },
    back: () => {
      if (adding?.kind !== 'shape' || adding.points.length === 0) return false
      setAdding({ ...adding, points: adding.points.slice(0, -1) })
      return true
    },
  }
}
