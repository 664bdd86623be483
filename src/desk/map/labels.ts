/**
 * Which labels are shown and where: the most important first, none over another (greedy).
 * Boxes in CSS pixels. Pure.
 */
import { type Bounds, overlaps } from './geometry.ts'

const CELL = 64

/** Keeps the boxes already taken in a coarse grid, so that a try costs little however many there are. */
export class LabelSpace {
  private readonly cells = new Map<string, Bounds[]>()

  /** `within`: labels must lie inside it, if given. */
  constructor(private readonly within: Bounds | null = null) {}

  /** Takes a box whether free or not: an icon that labels must keep off. */
  block(box: Bounds): void {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key)
      if (cell === undefined) this.cells.set(key, [box])
      else cell.push(box)
    }
  }

  isFree(box: Bounds): boolean {
    const { within } = this
    if (within !== null) {
      if (box.minX < within.minX || box.maxX > within.maxX) return false
      if (box.minY < within.minY || box.maxY > within.maxY) return false
    }
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key)
      if (cell?.some((taken) => overlaps(taken, box)) === true) return false
    }
    return true
  }

  /** Takes all boxes if all are free (a label may consist of several); returns whether it did. */
  take(boxes: readonly Bounds[]): boolean {
    if (!boxes.every((box) => this.isFree(box))) return false
    for (const box of boxes) this.block(box)
    return true
  }
}

function* keysOf(box: Bounds): Generator<string> {
  for (let x = Math.floor(box.minX / CELL); x <= Math.floor(box.maxX / CELL); x++) {
    for (let y = Math.floor(box.minY / CELL); y <= Math.floor(box.maxY / CELL); y++) {
      yield `${x},${y}`
    }
  }
}

export interface PointLabel {
  readonly id: string
  /** Lower goes first; equal ones go by id, so that the same view always gives the same labels. */
  readonly rank: number
  /** Where the thing itself is drawn. */
  readonly x: number
  readonly y: number
  /** How far the text stands off from the middle of the thing, sideways and up or down. */
  readonly offset: number
  readonly offsetY: number
  /** Size of the text. */
  readonly width: number
  readonly height: number
  /** Sides to try, in order. */
  readonly sides?: readonly Side[]
}

export type Side =
  | 'right'
  | 'left'
  | 'below'
  | 'above'
  | 'right-above'
  | 'right-below'
  | 'left-above'
  | 'left-below'

/** All sides, the ones that read best first. */
export const SIDES: readonly Side[] = [
  'right',
  'left',
  'below',
  'above',
  'right-below',
  'left-below',
  'right-above',
  'left-above',
]

/** Which way a text at this side is set. */
export function alignAt(side: Side): 'left' | 'right' | 'center' {
  if (side.startsWith('right')) return 'left'
  return side.startsWith('left') ? 'right' : 'center'
}

export interface PlacedLabel {
  readonly id: string
  readonly side: Side
  readonly box: Bounds
}

/** The box that a label takes at one of its sides. */
export function boxAt(label: Omit<PointLabel, 'id' | 'rank' | 'sides'>, side: Side): Bounds {
  const { x, y, offset, offsetY, width, height } = label
  const align = alignAt(side)
  const diagonal = side.includes('-')
  // Beside and above or below: so near that it still belongs to its thing.
  const apart = diagonal ? offset * 0.6 : offset
  const left = align === 'left' ? x + apart : align === 'right' ? x - apart - width : x - width / 2
  const aside = diagonal ? offsetY * 0.5 : offsetY
  const top = side.endsWith('below')
    ? y + aside
    : side.endsWith('above')
      ? y - aside - height
      : y - height / 2
  return { minX: left, minY: top, maxX: left + width, maxY: top + height }
}

/** Places as many labels as find room in `space`, best rank first, each at its first free side. */
export function placeLabels(labels: readonly PointLabel[], space: LabelSpace): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const placed: PlacedLabel[] = []
  for (const label of sorted) {
    for (const side of label.sides ?? SIDES) {
      const box = boxAt(label, side)
      if (!space.take([box])) continue
      placed.push({ id: label.id, side, box })
      break
    }
  }
  return placed
}
