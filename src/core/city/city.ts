import type { UnitKind } from '../taxonomy/vocabulary.ts'
import type { Graph } from './graph.ts'
import type { Plane, Point } from './point.ts'
import type { LandKind, LandmarkKind, RoadClass, StationKind, WaterKind } from './schema.ts'

/** A city as the core and the map use it: integer metres, everything found by id. Made by `loadCity` in load.ts. */

export interface Name {
  readonly zh: string
  readonly en: string
}

export interface District {
  readonly id: string
  readonly name: Name
  readonly rings: readonly (readonly Point[])[]
}

export interface Road {
  readonly id: string
  readonly name: Name
  readonly class: RoadClass
  /** km/h of a unit on call. */
  readonly speed: number
  /** Other words that people search by. */
  readonly aliases?: readonly string[] | undefined
  readonly points: readonly Point[]
}

/** A line (river, canal: draw `width` metres wide) or areas (lake, pond). */
export interface Water {
  readonly kind: WaterKind
  readonly name: Name
  readonly shape: 'line' | 'area'
  readonly width: number
  readonly rings: readonly (readonly Point[])[]
}

/** For drawing only, lowest first. */
export interface Land {
  readonly kind: LandKind
  readonly name: Name | null
  readonly shape: 'line' | 'area'
  readonly rings: readonly (readonly Point[])[]
}

export interface Landmark extends Point {
  readonly id: string
  readonly name: Name
  readonly kind: LandmarkKind
  readonly district: string
  readonly road: string
  /** What is painted on it (`0317`, `027`, `K1207`), or null. */
  readonly number: string | null
  /** 1 is known to everybody, 3 only to the neighbours. */
  readonly rank: 1 | 2 | 3
  readonly aliases: readonly string[]
  readonly sees: Name | null
}

export interface Station extends Point {
  readonly id: string
  readonly name: Name
  readonly kind: StationKind
  readonly district: string
  readonly road: string
  readonly units: readonly string[]
}

/** A unit with the place it stands at before it is sent. */
export interface UnitSpec extends Point {
  readonly id: string
  readonly kind: UnitKind
  readonly name: Name
  readonly crew: Name | null
  readonly station: string
}

export interface PartnerSpec {
  readonly id: string
  readonly name: Name
  readonly short: Name
  readonly ackMs: number
  /** The kind of unit that it sends when told, or null. */
  readonly sends: UnitKind | null
}

export interface City {
  readonly id: string
  readonly name: Name
  /** Metres; the north-west corner is 0, 0. */
  readonly bounds: { readonly width: number; readonly height: number }
  readonly plane: Plane
  readonly districts: readonly District[]
  readonly roads: readonly Road[]
  readonly water: readonly Water[]
  readonly land: readonly Land[]
  /** By id, in file order. */
  readonly landmarks: ReadonlyMap<string, Landmark>
  readonly stations: readonly Station[]
  readonly units: readonly UnitSpec[]
  readonly partners: readonly PartnerSpec[]
  readonly graph: Graph
}
