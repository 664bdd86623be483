/**
 * Where units' signs and labels go: those that stand in the same spot side by side under it, and labels where they
 * hide nothing, the busiest units first. Pure.
 */
import { type Camera, toScreen } from './camera.ts'
import type { Bounds, Point, Size } from './geometry.ts'
import { LabelSpace, type PlacedLabel, type PointLabel, placeLabels } from './labels.ts'
import type { MapPlace } from './mapCity.ts'
import { type MapState, type MapUnit, underway, unitPoint } from './model.ts'
import { type SignState, signHalf, signState } from './unitSigns.ts'

/** Signs of units in one spot stand this far apart, px. */
const STEP_X = 31
const STEP_Y = 23
const PER_ROW = 4

export interface Standing {
  readonly id: string
  /** On the screen, CSS px. */
  readonly at: Point
  readonly state: SignState
  /** Drives on: is never moved aside. */
  readonly driving: boolean
  /** Stands at a station or a mark whose own sign must stay visible. */
  readonly under: boolean
}

/** A place or a mark within so many metres of a unit: the unit stands under it. */
const UNDER_METRES = 25

/** How units stand on a screen that `camera` shows. */
export function standingUnits(
  places: readonly MapPlace[],
  state: MapState,
  camera: Camera,
  view: Size,
): Standing[] {
  const under = (point: Point) => {
    const close = (other: Point | null) =>
      other !== null && Math.hypot(other.x - point.x, other.y - point.y) < UNDER_METRES
    if (close(state.traineePin) || close(state.pin)) return true
    return places.some(({ kind, at }) => kind !== 'lamp' && close(at))
  }
  return state.units.map((unit) => {
    const point = unitPoint(unit, state.now)
    const driving = underway(unit, state.now) && unit.status !== 'sent'
    return {
      id: unit.id,
      at: toScreen(camera, view, point),
      state: signState(unit, state.now, camera.scale),
      driving,
      under: !driving && under(point),
    }
  })
}

function signBox({ x, y }: Point, state: SignState): Bounds {
  const half = signHalf(state)
  return { minX: x - half.x, maxX: x + half.x, minY: y - half.y, maxY: y + half.y }
}

/** The room that signs of standing units take: names of the ground keep off it. */
export function standingRoom(units: readonly Standing[]): Bounds[] {
  const shifts = spread(units)
  return units
    .filter(({ driving }) => !driving)
    .map(({ id, at, state }) => {
      const shift = shifts.get(id) ?? { x: 0, y: 0 }
      return signBox({ x: at.x + shift.x, y: at.y + shift.y }, state)
    })
}

/** How far each unit's sign is moved from its true spot, so that none hides another; CSS px by unit id. */
export function spread(units: readonly Standing[]): Map<string, Point> {
  const spots = new Map<string, Standing[]>()
  for (const unit of units) {
    if (unit.driving) continue
    const key = `${Math.round(unit.at.x / 6)},${Math.round(unit.at.y / 6)}`
    const spot = spots.get(key)
    if (spot === undefined) spots.set(key, [unit])
    else spot.push(unit)
  }
  const shifts = new Map<string, Point>()
  for (const spot of spots.values()) {
    const far = spot.every(({ state }) => state === 'far')
    const stepX = far ? 10 : STEP_X
    const stepY = far ? 10 : STEP_Y
    const top = spot.some(({ under }) => under) ? (far ? 11 : 23) : 0
    for (const [i, unit] of spot.entries()) {
      const row = Math.floor(i / PER_ROW)
      const inRow = Math.min(PER_ROW, spot.length - row * PER_ROW)
      shifts.set(unit.id, {
        x: ((i % PER_ROW) - (inRow - 1) / 2) * stepX,
        y: top + row * stepY,
      })
    }
  }
  return shifts
}

const IDLE_RANK = 5

/** Who gets a label first: late ones, those on the way, those on scene, then idle ones. */
export function labelRank(unit: MapUnit): number {
  if (unit.overdue) return 0
  switch (unit.status) {
    case 'moving':
      return 1
    case 'sent':
    case 'acknowledged':
      return 2
    case 'arrived':
      return 3
    case 'recalled':
      return 4
    default:
      return IDLE_RANK
  }
}

export interface UnitMark {
  readonly id: string
  readonly rank: number
  /** Middle of the sign on the screen. */
  readonly at: Point
  readonly state: SignState
  readonly width: number
  readonly height: number
  /** Whether a label is wanted at all. */
  readonly wanted: boolean
}

/**
 * Places the labels of units where they hide nothing; if need be over names of the ground (`names`), never over each
 * other, signs or `taken` (pins). `view` is what they must stay in.
 */
export function placeUnitLabels(
  marks: readonly UnitMark[],
  taken: readonly Bounds[],
  names: readonly Bounds[],
  view: Bounds,
): Map<string, PlacedLabel> {
  const hard = new LabelSpace(view)
  const soft = new LabelSpace(view)
  const block = (box: Bounds) => {
    hard.block(box)
    soft.block(box)
  }
  for (const box of taken) block(box)
  for (const box of names) soft.block(box)
  for (const { at, state } of marks) {
    block(signBox(at, state))
  }
  const labels: PointLabel[] = []
  for (const { id, rank, at, state, width, height, wanted } of marks) {
    if (!wanted) continue
    const half = signHalf(state)
    labels.push({ id, rank, ...at, offset: half.x + 1, offsetY: half.y + 1, width, height })
  }
  const placed = new Map<string, PlacedLabel>()
  for (const label of placeLabels(labels, soft)) {
    placed.set(label.id, label)
    hard.block(label.box)
  }
  // An idle unit's call sign is not worth hiding a name; one that was sent is.
  const rest = labels.filter(({ id, rank }) => !placed.has(id) && rank < IDLE_RANK)
  for (const label of placeLabels(rest, hard)) placed.set(label.id, label)
  return placed
}
