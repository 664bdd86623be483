/** What the map is given to draw and how it reads it. Pure: no Phaser, no DOM. */
import type { City } from '../../core/city/city.ts'
import type { UnitView } from '../../core/sim/view.ts'
import { clamp, type Point } from './geometry.ts'

/** The part of a unit's view that the map shows. */
export type MapUnit = Pick<
  UnitView,
  'id' | 'kind' | 'name' | 'status' | 'eta' | 'overdue' | 'leg' | 'at'
>

/** Everything on the map that can change, at one moment. */
export interface MapState {
  /** Simulated ms since the first ring, interpolated by the caller so that units move smoothly. */
  readonly now: number
  readonly sector: { readonly x: number; readonly y: number; readonly radius: number } | null
  /** What the system shows: it may be wrong. */
  readonly pin: Point | null
  /** Where the trainee says it is. */
  readonly traineePin: Point | null
  readonly units: readonly MapUnit[]
  /** Place ids to point out: the hits of a search. */
  readonly highlight: readonly string[]
  /** A place to bring into view; the map goes there once for each new object. */
  readonly focus: Point | null
}

export interface MapModel {
  readonly city: City
  /** The state of now; called in every frame, so cheap, and with the same objects if they are the same. */
  read(): MapState
}

/** Whether a unit is on its way along a leg that has not ended at `now`. */
export function underway(unit: MapUnit, now: number): boolean {
  const { leg } = unit
  if (leg === null || unit.status === 'arrived' || unit.status === 'free') return false
  const last = leg.atMs[leg.atMs.length - 1]
  return last !== undefined && now < leg.departsAt + last
}

/** The index of the stretch of `leg` that lies under way at `ms` after departure. */
function stretchAt(atMs: readonly number[], ms: number): number {
  let low = 0
  let high = atMs.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((atMs[middle] ?? 0) <= ms) low = middle
    else high = middle
  }
  return low
}

/** Where a unit is at `now` (simulated ms), in city metres: along its leg, else where it stands. */
export function unitPoint(unit: Pick<MapUnit, 'leg' | 'at'>, now: number): Point {
  const { leg } = unit
  const first = leg?.points[0]
  if (leg === null || first === undefined) return unit.at
  const ms = now - leg.departsAt
  if (ms <= 0) return first
  const index = stretchAt(leg.atMs, ms)
  const from = leg.points[index]
  const to = leg.points[index + 1]
  if (from === undefined || to === undefined) return from ?? unit.at
  const start = leg.atMs[index] ?? 0
  const end = leg.atMs[index + 1] ?? start
  const part = end > start ? clamp((ms - start) / (end - start), 0, 1) : 1
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** The way that a unit still has before it at `now`, from where it is to the leg's end; empty if there is none. */
export function wayAhead(unit: MapUnit, now: number): Point[] {
  const { leg } = unit
  if (leg === null || !underway(unit, now)) return []
  const ms = now - leg.departsAt
  if (ms <= 0) return [...leg.points]
  return [unitPoint(unit, now), ...leg.points.slice(stretchAt(leg.atMs, ms) + 1)]
}

/** Whole seconds until a unit on its way is there, rounded up; null if it is not on its way. */
export function secondsLeft(unit: MapUnit, now: number): number | null {
  if (unit.eta === null || unit.status === 'free' || unit.status === 'arrived') return null
  return Math.max(0, Math.ceil((unit.eta - now) / 1000))
}

/** Whether a frame can look different from the one before although nobody touched the map. */
export function inMotion(state: MapState): boolean {
  return state.units.some((unit) => underway(unit, state.now))
}

/** A short text that changes whenever what stands still on the map changes; for a map that sleeps. */
export function stillKey(state: MapState): string {
  const { sector, pin, traineePin } = state
  const units = state.units.map((unit) =>
    [unit.id, unit.status, unit.overdue ? 1 : 0, unit.at.x, unit.at.y, unit.eta ?? ''].join(),
  )
  return [
    sector === null ? '' : `${sector.x},${sector.y},${sector.radius}`,
    pin === null ? '' : `${pin.x},${pin.y}`,
    traineePin === null ? '' : `${traineePin.x},${traineePin.y}`,
    state.highlight.join(),
    state.focus === null ? '' : `${state.focus.x},${state.focus.y}`,
    units.join(';'),
  ].join('|')
}
