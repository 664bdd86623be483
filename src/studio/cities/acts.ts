import { type FeatureEdit, placeFeature, stationFeature } from '../../core/city/edits.ts'
import { type Json, textIn } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import { type Plane, type Point, toPosition } from '../../core/city/point.ts'
import type { Feature, Sketch } from '../../core/city/sketch.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { freeName } from '../names.ts'
import type { CityDesk, PointLayer } from './desk.ts'

/** What a trainer does to points of a city, as edits of its files. */

interface Around {
  readonly district: string
  readonly road: string
}

/** A place or station that is new, under an id that no other has. */
export function newPoint(
  { layers }: Sketch,
  plane: Plane,
  layer: PointLayer,
  at: Point,
  around: Around,
): { readonly id: string; readonly feature: Json; readonly label: Text } {
  const ids = [...layers.landmarks, ...layers.stations].map(({ id }) => id)
  const front = layer === 'stations' ? 'station' : 'place'
  const id = freeName(front, ids)
  const n = id.slice(front.length + 1)
  if (layer === 'stations') {
    const name = { zh: `新站点 ${n}`, en: `New station ${n}` }
    const feature = stationFeature(plane, at, { id, name, kind: 'patrol-post', ...around })
    return { id, feature, label: { zh: '加站点', en: 'a new station' } }
  }
  const name = { zh: `新地点 ${n}`, en: `New place ${n}` }
  const feature = placeFeature(plane, at, { id, name, kind: 'shop', ...around })
  return { id, feature, label: { zh: '加地点', en: 'a new place' } }
}

/** A place or station somewhere else; what named the district and road that it lay at names those that it lies at now. */
export function movedPoint(
  { layer, index, properties }: Feature,
  plane: Plane,
  from: Point,
  to: Point,
  around: CityDesk['around'],
): FeatureEdit {
  const [before, after] = [around(from), around(to)]
  const district = properties.district === before.district ? { district: after.district } : {}
  const road = properties.road === before.road ? { road: after.road } : {}
  const [lon, lat] = toPosition(plane, to)
  return { kind: 'set', layer, index, at: [lon, lat], properties: { ...district, ...road } }
}

/** What a unit is called. */
export const calledUnit = (unit: Json): Text & { readonly id: string } => ({
  zh: textIn(unit.name, 'zh'),
  en: textIn(unit.name, 'en'),
  id: textIn(unit, 'id'),
})

/** A note in both languages; nothing if neither says anything. */
export function noteIn(value: unknown, lang: 'zh' | 'en', text: string): unknown {
  const both = { zh: textIn(value, 'zh'), en: textIn(value, 'en'), [lang]: text }
  return both.zh === '' && both.en === '' ? undefined : both
}

/** What is chosen is called: a feature, or one of a station's units. */
export function calledOf(feature: Feature, unit: number | null): Text & { readonly id: string } {
  const own = unit === null ? undefined : unitsOf(feature)[unit]
  return own ? calledUnit(own) : { ...feature.name, id: feature.id }
}
