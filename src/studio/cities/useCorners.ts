import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import {
  type Corner,
  canRemove,
  cornerAt,
  cornersOf,
  ringsWith,
  togetherWith,
} from '../../core/city/corners.ts'
import type { Point } from '../../core/city/point.ts'
import { type CornerHandle, cornerHandles, keyOf } from './cornerHandles.ts'
import type { CityDesk } from './desk.ts'
import { pathOf } from './mapPaths.ts'
import { ARROWS, STEP, STRIDE } from './mapSteps.ts'
import { type Camera, inCity, onMap, type Size } from './mapView.ts'

/** A road's corner so near to another road, in pixels, is put onto it. */
const NEAR_ROAD = 10

export interface CornerActs {
  readonly handles: readonly CornerHandle[]
  /** Corners that need a nearer look. */
  readonly hidden: number
  /** The handle that is to have the focus now, which is told by `onSettled`. */
  readonly wanted: string | null
  readonly onSettled: () => void
  readonly onFocus: (handle: CornerHandle) => void
  readonly onBlur: () => void
  /** Arrows move it, Delete takes it away, Enter adds one; false: the key means nothing here. */
  readonly press: (event: KeyboardEvent, handle: CornerHandle) => boolean
  /** Let go after being dragged by pixels; null: it was only pressed. */
  readonly drop: (handle: CornerHandle, by: Point | null) => void
  readonly remove: (handle: CornerHandle) => void
  /** What it would look like: outlines in metres, and where the handle stands, in pixels. */
  readonly preview: (
    handle: CornerHandle,
    by: Point,
  ) => { readonly outline: string; readonly at: Point }
}

/** Corners of the chosen road or area, by mouse and keyboard. */
export function useCorners(desk: CityDesk, camera: Camera, view: Size): CornerActs {
  const { sketch, chosen, unit, canEdit } = desk
  const [focused, setFocused] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  /** What goes along while arrows move a corner: what it passes on its way isn't picked up. */
  const run = useRef<{ readonly key: string; readonly at: Point; readonly count: number } | null>(
    null,
  )
  const party = useRef<readonly Corner[]>([])
  const shown = useMemo(
    () =>
      canEdit && chosen && unit === null
        ? cornerHandles(chosen, camera, view, focused)
        : { handles: [], hidden: 0 },
    [canEdit, chosen, unit, camera, view, focused],
  )
  const within = Math.max(1, NEAR_ROAD / camera.scale)
  const togetherOf = ({ corner, isNew }: CornerHandle): readonly Corner[] =>
    isNew ? [corner] : togetherWith(sketch, corner)

  /** The corners that moved along in this run, as they stand now. */
  const partyOf = (handle: CornerHandle): readonly Corner[] => {
    const { key, corner } = handle
    const at = cornerAt(corner)
    const last = run.current
    if (!last || !at || last.key !== key || last.at.x !== at.x || last.at.y !== at.y)
      return togetherOf(handle)
    const now = party.current.flatMap(({ feature, ring, index }) => {
      const there = sketch.layers[feature.layer][feature.index]
      return there ? [{ feature: there, ring, index }] : []
    })
    return now.length === last.count ? now : togetherOf(handle)
  }
  const nudge = (handle: CornerHandle, dx: number, dy: number) => {
    const { corner, place, key } = handle
    const { layer, index } = corner.feature
    const corners = partyOf(handle)
    const to = desk.landing(corners, { x: place.x + dx, y: place.y + dy })
    if (!desk.moveCorners(corners, to, { joins: `${layer} ${index} ${key}` })) return
    run.current = { key, at: to, count: corners.length }
    party.current = corners
  }
  const insert = ({ corner }: CornerHandle, at: Point, near = 0) => {
    if (desk.insertCorner(corner, at, near)) setWanted(keyOf(corner))
  }
  const remove = ({ corner, isNew }: CornerHandle) => {
    if (isNew || !canRemove(corner) || !desk.removeCorner(corner)) return
    const last = cornersOf(corner.feature, corner.ring).length - 2
    setWanted(keyOf({ ...corner, index: Math.min(corner.index, last) }))
  }
  const moved = ({ place }: CornerHandle, by: Point): Point => {
    const at = onMap(camera, view, place)
    return inCity(camera, view, { x: at.x + by.x, y: at.y + by.y })
  }
  return {
    ...shown,
    wanted,
    onSettled: useCallback(() => setWanted(null), []),
    onFocus: ({ key }) => setFocused(key),
    onBlur: () => {
      setFocused(null)
      run.current = null
    },
    press: (event, handle) => {
      const arrow = ARROWS[event.key]
      const far = event.shiftKey ? STRIDE : STEP
      if (handle.isNew && (event.key === 'Enter' || event.key === ' ')) insert(handle, handle.place)
      else if (arrow && !handle.isNew) nudge(handle, arrow[0] * far, arrow[1] * far)
      else if ((event.key === 'Delete' || event.key === 'Backspace') && !handle.isNew)
        remove(handle)
      else return false
      return true
    },
    drop: (handle, by) => {
      const { corner, isNew, place } = handle
      if (isNew && by) insert(handle, moved(handle, by), within)
      else if (isNew) insert(handle, place)
      else if (by) desk.moveCorners(togetherOf(handle), moved(handle, by), { within })
      if (!isNew) setWanted(keyOf(corner))
    },
    remove,
    preview: (handle, by) => {
      const corners = togetherOf(handle)
      const to = desk.landing(corners, moved(handle, by), within)
      const outline = corners.map((one) =>
        pathOf({ shape: one.feature.shape, rings: ringsWith(one, to, handle.isNew) }),
      )
      return { outline: outline.join(''), at: onMap(camera, view, to) }
    },
  }
}
