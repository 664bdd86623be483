/** The city as the map draws it: outlines, roads and places in metres, east and south positive. Pure. */
import type { LandKind, RoadClass } from '../../core/city/schema.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { UnitKind } from '../../core/taxonomy/vocabulary.ts'
import type { Bounds, Point } from './geometry.ts'

export type { RoadClass }
export type AreaKind = Exclude<LandKind, 'rail' | 'power'>

/** What a place is, as far as its looks go: its sign, and how near one must be to see it. */
export type PlaceKind =
  | 'police'
  | 'fire'
  | 'hospital'
  | 'aid'
  | 'landmark'
  | 'stop'
  | 'sign'
  | 'lamp'
  | 'pylon'
  | 'km'

export interface MapDistrict {
  readonly name: Text
  readonly outline: readonly Point[]
}

/** A closed outline, or a course with a width in metres; what it has not is empty or 0. */
export interface MapWater {
  readonly name: Text | null
  readonly outline: readonly Point[]
  readonly course: readonly Point[]
  readonly width: number
}

export interface MapArea {
  readonly name: Text | null
  readonly kind: AreaKind
  readonly outline: readonly Point[]
}

export interface MapLine {
  readonly kind: 'rail' | 'power'
  readonly name: Text | null
  readonly points: readonly Point[]
}

export interface MapRoad {
  readonly name: Text
  readonly class: RoadClass
  readonly points: readonly Point[]
}

export interface MapPlace {
  readonly id: string
  readonly name: Text
  readonly kind: PlaceKind
  readonly at: Point
  /** 1 is known to everybody, 3 only to the neighbours: decides which name gives way. */
  readonly rank: 1 | 2 | 3
  /** Whose character a station's plate carries. */
  readonly letter: UnitKind | null
  /** What somebody standing there can see. */
  readonly sees: Text | null
}

export interface MapCity {
  readonly name: Text
  readonly bounds: Bounds
  readonly districts: readonly MapDistrict[]
  readonly waters: readonly MapWater[]
  readonly areas: readonly MapArea[]
  readonly lines: readonly MapLine[]
  readonly roads: readonly MapRoad[]
  readonly places: readonly MapPlace[]
}
