import { nearestOn, type Point } from './point.ts'

/** A stretch of a line, with what it belongs to. */
export interface Stretch<T> {
  readonly a: Point
  readonly b: Point
  readonly of: T
}

export interface Near<T> {
  readonly stretch: Stretch<T>
  readonly point: Point
  /** Not rounded. */
  readonly metres: number
}

const LEAST_CELL = 200
/** So many squares at most are filled, whatever the lines are. */
const MOST_CELLS = 300_000

/** Stretches by the squares that they pass through, so that the nearest one is found without looking at all of them. */
export class Grid<T> {
  readonly #cells = new Map<string, Stretch<T>[]>()
  readonly #size: number

  constructor(stretches: readonly Stretch<T>[]) {
    const total = stretches.reduce((sum, { a, b }) => sum + between(a, b), 0)
    this.#size = Math.max(LEAST_CELL, Math.ceil((2 * total) / MOST_CELLS))
    for (const stretch of stretches) this.#put(stretch)
  }

  /** The nearest wanted stretch within so many metres, of equals the first put in; null if there is none. */
  nearest(p: Point, within: number, wanted: (of: T) => boolean = () => true): Near<T> | null {
    const x = Math.floor(p.x / this.#size)
    const y = Math.floor(p.y / this.#size)
    const rings = Math.ceil(within / this.#size) + 1
    let best: Near<T> | null = null
    for (let ring = 0; ring <= rings; ring += 1) {
      // a stretch may stand one square beside those that it really touches
      if (best && best.metres <= (ring - 2) * this.#size) break
      for (const cell of around(x, y, ring)) {
        for (const stretch of this.#cells.get(cell) ?? []) {
          if (!wanted(stretch.of)) continue
          const point = nearestOn(stretch.a, stretch.b, p)
          const metres = between(point, p)
          if (metres <= within && (!best || metres < best.metres)) best = { stretch, point, metres }
        }
      }
    }
    return best
  }

  /** Stretches that may touch this one; some more than once. */
  *beside({ a, b }: Pick<Stretch<T>, 'a' | 'b'>): Generator<Stretch<T>> {
    const seen = new Set<string>()
    for (const [x, y] of this.#along(a, b))
      for (let dx = -1; dx <= 1; dx += 1)
        for (let dy = -1; dy <= 1; dy += 1) {
          const cell = `${x + dx},${y + dy}`
          if (seen.has(cell)) continue
          seen.add(cell)
          yield* this.#cells.get(cell) ?? []
        }
  }

  #put(stretch: Stretch<T>): void {
    let last = ''
    for (const [x, y] of this.#along(stretch.a, stretch.b)) {
      const cell = `${x},${y}`
      if (cell === last) continue
      last = cell
      const there = this.#cells.get(cell)
      if (there) there.push(stretch)
      else this.#cells.set(cell, [stretch])
    }
  }

  /** The squares at every half square's length of a line. */
  *#along(a: Point, b: Point): Generator<readonly [number, number]> {
    const steps = Math.ceil((2 * between(a, b)) / this.#size)
    for (let step = 0; step <= steps; step += 1) {
      const part = steps === 0 ? 0 : step / steps
      yield [
        Math.floor((a.x + (b.x - a.x) * part) / this.#size),
        Math.floor((a.y + (b.y - a.y) * part) / this.#size),
      ]
    }
  }
}

/** Metres between two points, not rounded. */
export function between(a: Point, b: Point): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return Math.sqrt(dx * dx + dy * dy)
}

/** The squares of one ring around a square. */
function* around(x: number, y: number, ring: number): Generator<string> {
  if (ring === 0) yield `${x},${y}`
  for (let step = -ring; ring > 0 && step < ring; step += 1) {
    yield `${x + step},${y - ring}`
    yield `${x + ring},${y + step}`
    yield `${x - step},${y + ring}`
    yield `${x - ring},${y - step}`
  }
}
