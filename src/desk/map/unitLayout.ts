/**
 * Where units' signs and labels go: those that stand in the same spot side by side under it, and labels where they
 * hide nothing, the busiest units first. Pure.
 */
import type { Bounds, Point } from './geometry.ts'
import { LabelSpace, type PlacedLabel, type PointLabel, placeLabels, type Side } from './labels.ts'
import type { MapUnit } from './model.ts'
import { type SignState, signHalf } from './unitSigns.ts'

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
      return 5
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

const SIDES: readonly Side[] = ['right', 'left', 'below', 'above']

/** Places the labels of units; `taken` are boxes that labels keep off (pins), `view` is what they must stay in. */
export function placeUnitLabels(
  marks: readonly UnitMark[],
  taken: readonly Bounds[],
  view: Bounds,
): Map<string, PlacedLabel> {
  const space = new LabelSpace(view)
  for (const box of taken) space.block(box)
  for (const { at, state } of marks) {
    const half = signHalf(state)
    space.block({
      minX: at.x - half.x,
      maxX: at.x + half.x,
      minY: at.y - half.y,
      maxY: at.y + half.y,
    })
  }
  const labels: PointLabel[] = []
  for (const { id, rank, at, state, width, height, wanted } of marks) {
    if (!wanted) continue
    const half = signHalf(state)
    const offsets = { offset: half.x + 1, offsetY: half.y + 1 }
    labels.push({ id, rank, x: at.x, y: at.y, ...offsets, width, height, sides: SIDES })
  }
  return new Map(
    placeLabels(labels, space).map((label): [string, PlacedLabel] => [label.id, label]),
  )
}
