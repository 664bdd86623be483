import { createContext, useContext } from 'react'
import type { Corner } from '../../core/city/corners.ts'
import type { ShapeKind } from '../../core/city/drawing.ts'
import type { FeatureEdit } from '../../core/city/edits.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import type { Point } from '../../core/city/point.ts'
import type { Feature, Frame, Sketch } from '../../core/city/sketch.ts'
import type { CityTexts, Layer } from '../../core/city/texts.ts'
import { unitPoint } from '../../core/city/units.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Mention } from './mentions.ts'
import type { Checked } from './useCheck.ts'

/** The layers whose features are points. */
export type PointLayer = 'landmarks' | 'stations'

/** What is chosen: a feature, by its place in its file and its id. */
export interface Chosen {
  readonly layer: Layer
  readonly index: number
  readonly id: string
  /** One of a station's units. */
  readonly unit?: number
  /** What it was called before it was given its id: undo may call it that again. */
  readonly was?: string
}

/** What the parts of the city's page share. */
export interface CityDesk {
  readonly texts: CityTexts
  readonly sketch: Sketch
  readonly frame: Frame
  readonly checked: Checked
  /** The shelf's drafts that play in it, and what of it they name. */
  readonly mentions: readonly Mention[]
  /** False for a city that came with the program. */
  readonly canEdit: boolean
  readonly chosen: Feature | null
  /** Which of the chosen station's units is chosen. */
  readonly unit: number | null
  /** Chooses a feature; `look`: the map goes there. */
  readonly choose: (chosen: Chosen | null, look?: boolean) => void
  /** Counts the times that the map was told to go to what is chosen. */
  readonly looks: number
  /** Changes a feature; edits with the same `joins` shortly after each other are one step. False if that can't be done. */
  readonly edit: (
    label: Text,
    edit: FeatureEdit | readonly FeatureEdit[],
    joins?: string,
  ) => boolean
  /** Calls the city otherwise. */
  readonly rename: (lang: 'zh' | 'en', name: string) => void
  /** A new place or station at a point of the city, and chooses it. */
  readonly add: (layer: PointLayer, at: Point) => void
  /** A new road or area through these points, and chooses it. */
  readonly draw: (kind: ShapeKind, points: readonly Point[]) => void
  /** Where a road's point is meant that was shown within so many metres of another road. */
  readonly ontoRoad: (at: Point, within: number) => Point
  /** The road that passes within so many metres. */
  readonly roadAt: (at: Point, within: number) => Feature | null
  /** A new unit of a station, and chooses it. */
  readonly addUnit: (station: Feature) => void
  /** Puts these corners of roads or areas at a point; `within`: metres from another road that join them to it. */
  readonly moveCorners: (
    corners: readonly Corner[],
    to: Point,
    how?: { readonly within?: number; readonly joins?: string },
  ) => boolean
  /** Where `moveCorners` would put them. */
  readonly landing: (corners: readonly Corner[], to: Point, within?: number) => Point
  /** A new corner before this one; false where there can't be one. */
  readonly insertCorner: (corner: Corner, at: Point, within?: number) => boolean
  /** Takes a corner away; false where too few would be left. */
  readonly removeCorner: (corner: Corner) => boolean
  /** Moves a place or station; of a station's `unit`, where it waits. */
  readonly move: (feature: Feature, to: Point, unit?: number | null) => void
  /** The district and road that a point lies at. */
  readonly around: (at: Point) => { readonly district: string; readonly road: string }
}

export const CityContext = createContext<CityDesk | null>(null)

/** The city that this component stands in. */
export function useCityDesk(): CityDesk {
  const desk = useContext(CityContext)
  if (desk === null) throw new Error('There is no city around this component')
  return desk
}

/** The feature that is chosen, wherever it stands in its file now. */
export function resolved(sketch: Sketch, chosen: Chosen | null): Feature | null {
  if (!chosen) return null
  const list = sketch.layers[chosen.layer]
  const there = list[chosen.index]
  // water and land have no ids
  if (there && (there.id === chosen.id || there.id === chosen.was)) return there
  return list.find(({ id }) => id !== '' && id === chosen.id) ?? null
}

export const chosenOf = ({ layer, index, id }: Feature): Chosen => ({ layer, index, id })

/** The unit that is chosen, if it is still there. */
export function resolvedUnit(feature: Feature | null, chosen: Chosen | null): number | null {
  const unit = chosen?.unit
  if (feature?.layer !== 'stations' || unit === undefined) return null
  return unit < unitsOf(feature).length ? unit : null
}

/** Where a place or station stands; null for what is no point. */
export const pointOf = ({ shape, rings }: Feature): Point | null =>
  shape === 'point' ? (rings[0]?.[0] ?? null) : null

/** Where what is chosen stands: a unit's own place, a feature's point; null for what is no point. */
export function standingOf({ chosen, unit, frame }: CityDesk): Point | null {
  if (!chosen || unit === null) return chosen && pointOf(chosen)
  const own = unitsOf(chosen)[unit]
  return own ? unitPoint(chosen, own, frame.plane) : null
}

/** Where to look for a feature: its point, or the middle of its line. */
export function middleOf({ rings }: Feature): Point | null {
  const line = rings[0] ?? []
  return line[line.length >> 1] ?? null
}
