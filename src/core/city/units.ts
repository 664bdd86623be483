import type { UnitKind } from '../taxonomy/vocabulary.ts'
import type { Name } from './city.ts'
import type { FeatureEdit } from './edits.ts'
import { isObject, type Json, textIn } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { type Plane, type Point, toPoint, toPosition } from './point.ts'
import type { StationKind } from './schema.ts'
import { type Feature, positionOf, type Sketch } from './sketch.ts'

/**
 * Changes of the units that a station's feature lists. A unit is told by its place among those that can be read; what
 * can't be read stays where it stands.
 */

/** What is sent from a station of this kind. */
export const UNIT_OF: Readonly<Record<StationKind, UnitKind>> = {
  'police-station': 'station',
  'patrol-post': 'patrol',
  'traffic-post': 'traffic',
  'swat-base': 'swat',
  'fire-station': 'fire',
  'ambulance-post': 'ambulance',
}

const kindFor = (station: Feature): UnitKind => {
  const table: Readonly<Record<string, UnitKind>> = UNIT_OF
  return (Object.hasOwn(table, station.kind) ? table[station.kind] : undefined) ?? 'patrol'
}

const listed = ({ properties }: Feature): readonly unknown[] =>
  Array.isArray(properties.units) ? properties.units : []

const withUnits = ({ layer, index }: Feature, units: readonly unknown[]): FeatureEdit => ({
  kind: 'set',
  layer,
  index,
  properties: { units },
})

/** Where a unit waits, in metres: away from its station, or at it. Null if neither has a place. */
export function unitPoint(station: Feature, unit: Json, plane: Plane): Point | null {
  const away = positionOf(unit.at)
  if (away) return toPoint(plane, [away[0], away[1]])
  return station.shape === 'point' ? (station.rings[0]?.[0] ?? null) : null
}

/** A new unit of a station, of the kind that such a station sends, under an id that no other has. */
export function newUnit(sketch: Sketch, partners: unknown, station: Feature): Json {
  const taken = new Set([
    ...sketch.layers.stations.flatMap(unitsOf).map((unit) => textIn(unit, 'id')),
    ...(Array.isArray(partners) ? partners : []).map((one: unknown) => textIn(one, 'id')),
  ])
  const front = (station.id.replace(/^[^a-z0-9]+/, '') || 'unit').slice(0, 34)
  let n = unitsOf(station).length + 1
  while (taken.has(`${front}-${n}`)) n += 1
  const name: Name = {
    zh: `${station.name.zh.slice(0, 52) || '单位'}-${n}`,
    en: `${station.name.en.slice(0, 72) || 'Unit'}-${n}`,
  }
  return { id: `${front}-${n}`, kind: kindFor(station), name }
}

export const addUnit = (station: Feature, unit: Json): FeatureEdit =>
  withUnits(station, [...listed(station), unit])

/** Its properties set (undefined: taken away); null if there is no such unit. */
export function setUnit(station: Feature, index: number, properties: Json): FeatureEdit | null {
  const own = unitsOf(station)[index]
  if (!own) return null
  const next = Object.fromEntries(
    Object.entries({ ...own, ...properties }).filter(([, value]) => value !== undefined),
  )
  return withUnits(
    station,
    listed(station).map((one) => (one === own ? next : one)),
  )
}

export function removeUnit(station: Feature, index: number): FeatureEdit | null {
  const own = unitsOf(station)[index]
  if (!own) return null
  return withUnits(
    station,
    listed(station).filter((one) => one !== own),
  )
}

/** The unit waits at a point; `null`: at its station. */
export function placeUnit(
  station: Feature,
  index: number,
  plane: Plane,
  at: Point | null,
): FeatureEdit | null {
  return setUnit(station, index, { at: at ? [...toPosition(plane, at)] : undefined })
}

/** The unit belongs to another station from now on, and stands last there. */
export function giveUnit(from: Feature, index: number, to: Feature): readonly FeatureEdit[] | null {
  const own = unitsOf(from)[index]
  const removed = removeUnit(from, index)
  if (!isObject(own) || !removed || from.index === to.index) return null
  return [removed, addUnit(to, own)]
}
