import type { Text } from '../scenario/primitives.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'

/** What the simulation needs of a city: places, units, partners, and how long a drive takes. `core/city` provides it. */
export interface Atlas {
  readonly id: string
  readonly units: readonly UnitSpec[]
  readonly partners: readonly PartnerSpec[]
  /** A named place in city metres; undefined if the gazetteer lacks it. */
  place(id: string): (Point & { readonly name: Text }) | undefined
  /** The way by road; points in metres with ms since departure. */
  route(from: Point, to: Point): Route
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface UnitSpec extends Point {
  readonly id: string
  readonly kind: UnitKind
  readonly name: Text
  readonly note?: Text | undefined
}

export interface PartnerSpec {
  readonly id: string
  readonly name: Text
  readonly short: Text
  /** Until they answer, ms. */
  readonly ackMs: number
  /** The kind of vehicle that they send when told. */
  readonly sends?: UnitKind | undefined
}

export interface Route {
  readonly points: readonly Point[]
  readonly atMs: readonly number[]
  readonly metres: number
  readonly ms: number
}

/** Straight distance in whole metres. */
export function metresBetween(a: Point, b: Point): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return Math.round(Math.sqrt(dx * dx + dy * dy))
}

/** Where a drive stands `ms` after departure, in whole metres. */
export function pointAlong(route: Pick<Route, 'points' | 'atMs'>, ms: number): Point {
  const { points, atMs } = route
  const last = points[points.length - 1] ?? { x: 0, y: 0 }
  const next = atMs.findIndex((at) => at > ms)
  if (next < 0) return last
  const to = points[next] ?? last
  const from = points[next - 1]
  if (!from) return to
  const start = atMs[next - 1] ?? 0
  const span = (atMs[next] ?? start) - start
  const done = span === 0 ? 0 : ms - start
  const between = (a: number, b: number): number => (span === 0 ? b : a + Math.round(((b - a) * done) / span))
  return { x: between(from.x, to.x), y: between(from.y, to.y) }
}
