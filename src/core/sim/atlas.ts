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
