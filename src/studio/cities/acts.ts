import { layerOf, type ShapeKind } from '../../core/city/drawing.ts'
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

const SHAPE_NAMES: Readonly<Record<ShapeKind, Text>> = {
  road: { zh: '新路', en: 'New road' },
  river: { zh: '新河', en: 'New river' },
  lake: { zh: '新水面', en: 'New lake' },
  land: { zh: '新地块', en: 'New area' },
  district: { zh: '新区', en: 'New district' },
}

/** What a new shape is called; `written`: the id that its file has, if such a thing has one. */
export function newShape({ layers }: Sketch, kind: ShapeKind) {
  const layer = layers[layerOf(kind)]
  const ids = layer.map(({ id }) => id)
  const isNamedById = kind === 'road' || kind === 'district'
  const n = isNamedById ? freeName(kind, ids).slice(kind.length + 1) : `${layer.length + 1}`
  const { zh, en } = SHAPE_NAMES[kind]
  const id = `${kind}-${n}`
  return {
    id,
    written: isNamedById ? id : '',
    name: { zh: `${zh} ${n}`, en: `${en} ${n}` },
    label: { zh: `画${zh}`, en: `draw: ${en.toLowerCase()}` },
  }
}
