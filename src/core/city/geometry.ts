import type { Text } from '../scenario/primitives.ts'
import { isObject, type Json } from './json.ts'
import { positionOf } from './sketch.ts'
import type { Layer } from './texts.ts'

/** What keeps a geometry from being drawn. */
export interface GeometryFault {
  readonly code: 'CT002' | 'CT004' | 'CT005'
  readonly message: Text
}

/** Most positions of one line or ring, and rings of one area: as in schema.ts. */
export const MOST_POSITIONS = 600
const MOST_RINGS = 4

/** The geometries that a layer takes. */
export const GEOMETRIES: Readonly<Record<Layer, readonly string[]>> = {
  districts: ['Polygon'],
  roads: ['LineString'],
  water: ['LineString', 'Polygon'],
  land: ['LineString', 'Polygon'],
  landmarks: ['Point'],
  stations: ['Point'],
}

const ZH: Readonly<Record<string, string>> = { Point: '点', LineString: '线', Polygon: '面' }
const EN: Readonly<Record<string, string>> = {
  Point: 'a point',
  LineString: 'a line',
  Polygon: 'an area',
}

const fault = (code: GeometryFault['code'], zh: string, en: string): GeometryFault => ({
  code,
  message: { zh, en },
})

/** What is wrong with a feature's geometry for its layer; null if nothing is. */
export function geometryFault(layer: Layer, geometry: unknown): GeometryFault | null {
  const wanted = GEOMETRIES[layer]
  const type = isObject(geometry) && typeof geometry.type === 'string' ? geometry.type : ''
  if (!isObject(geometry) || !wanted.includes(type)) {
    const zh = wanted.map((one) => ZH[one]).join('或')
    const en = wanted.map((one) => EN[one]).join(' or ')
    return fault('CT005', `图形要是${zh}`, `its geometry must be ${en}`)
  }
  return coordinatesFault(type, geometry)
}

function coordinatesFault(type: string, { coordinates }: Json): GeometryFault | null {
  if (type === 'Point') return positionFault(coordinates)
  if (!Array.isArray(coordinates)) return fault('CT005', '没有坐标', 'it has no coordinates')
  if (type === 'LineString') return lineFault(coordinates, 2)
  if (coordinates.length === 0) return fault('CT005', '没有坐标', 'it has no coordinates')
  if (coordinates.length > MOST_RINGS)
    return fault(
      'CT002',
      `面的环超过 ${MOST_RINGS} 个`,
      `the area has more than ${MOST_RINGS} rings`,
    )
  for (const ring of coordinates) {
    const list: readonly unknown[] = Array.isArray(ring) ? ring : []
    const wrong = lineFault(list, 4)
    if (wrong) return wrong
    const [first, last] = [positionOf(list[0]), positionOf(list[list.length - 1])]
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      return fault('CT005', '面的首尾没有接上', "the area's ring is not closed")
  }
  return null
}

function lineFault(list: readonly unknown[], least: number): GeometryFault | null {
  if (list.length < least)
    return fault('CT005', `坐标点不到 ${least} 个`, `it has fewer than ${least} positions`)
  if (list.length > MOST_POSITIONS)
    return fault(
      'CT002',
      `坐标点有 ${list.length} 个，上限 ${MOST_POSITIONS} 个`,
      `it has ${list.length} positions; ${MOST_POSITIONS} at most`,
    )
  for (const one of list) {
    const wrong = positionFault(one)
    if (wrong) return wrong
  }
  return null
}

function positionFault(value: unknown): GeometryFault | null {
  if (!Array.isArray(value) || value.length < 2)
    return fault('CT004', '坐标不是一对数', 'a position is not a pair of numbers')
  const [lon, lat]: unknown[] = value
  if (![lon, lat].every((one) => typeof one === 'number' && Number.isFinite(one)))
    return fault('CT004', '坐标不是数', 'a coordinate is not a number')
  if (positionOf(value) === null)
    return fault(
      'CT004',
      `坐标 ${String(lon)}, ${String(lat)} 超出经纬度范围`,
      `the coordinates ${String(lon)}, ${String(lat)} are no longitude and latitude`,
    )
  return null
}
