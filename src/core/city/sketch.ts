import type { Name } from './city.ts'
import { isObject, type Json, jsonOf, textIn } from './json.ts'
import { type Plane, type Point, toPoint } from './point.ts'
import { cityFile } from './schema.ts'
import { type CityTexts, LAYERS, type Layer, linesOf } from './texts.ts'

/**
 * A city as far as it can be read: what a person works on while it has faults. Everything that stands in it was looked at
 * by itself, so that one bad feature doesn't take the others away.
 */
export interface Sketch {
  /** Null: city.json can't be read, so nothing has a place. */
  readonly frame: Frame | null
  readonly layers: Readonly<Record<Layer, readonly Feature[]>>
}

export interface Frame {
  readonly id: string
  readonly name: Name
  readonly plane: Plane
}

/** A feature of a layer; texts are empty where they are missing. */
export interface Feature {
  readonly layer: Layer
  /** In its file, from 0. */
  readonly index: number
  /** In its file, from 1; 1 where the file isn't one feature a line. */
  readonly line: number
  readonly id: string
  readonly name: Name
  /** What it is; of a road its class. */
  readonly kind: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly shape: 'point' | 'line' | 'area' | null
  /** Metres: a point's one, a line's, or an area's rings. Empty if it has no place. */
  readonly rings: readonly (readonly Point[])[]
}

/** Reads what can be read. `layer` may keep what it read for the same text, since most edits change one file. */
export function sketchOf(texts: CityTexts, layer: typeof readLayer = readLayer): Sketch {
  const city = cityFile.safeParse(jsonOf(texts.city))
  const frame = city.success ? city.data : null
  const read = (name: Layer) => layer(name, texts[name], frame?.plane ?? null)
  const [districts, roads, water, land, landmarks, stations] = LAYERS.map(read)
  return {
    frame,
    layers: {
      districts: districts ?? [],
      roads: roads ?? [],
      water: water ?? [],
      land: land ?? [],
      landmarks: landmarks ?? [],
      stations: stations ?? [],
    },
  }
}

/** The features of one layer's text. */
export function readLayer(layer: Layer, text: string, plane: Plane | null): readonly Feature[] {
  const value = jsonOf(text)
  const list: unknown = isObject(value) ? value.features : null
  if (!Array.isArray(list)) return []
  const isLined = linesOf(text) !== null
  return list.map((item: unknown, index) => featureOf(layer, index, isLined, item, plane))
}

function featureOf(
  layer: Layer,
  index: number,
  isLined: boolean,
  item: unknown,
  plane: Plane | null,
): Feature {
  const properties: Json = isObject(item) && isObject(item.properties) ? item.properties : {}
  const geometry = isObject(item) && isObject(item.geometry) ? item.geometry : {}
  const placed = plane ? placeOf(geometry, plane) : null
  return {
    layer,
    index,
    line: isLined ? index + 2 : 1,
    id: textIn(properties, 'id'),
    name: { zh: textIn(properties.name, 'zh'), en: textIn(properties.name, 'en') },
    kind: textIn(properties, layer === 'roads' ? 'class' : 'kind'),
    properties,
    shape: placed?.shape ?? null,
    rings: placed?.rings ?? [],
  }
}

/** A place on the globe, or null. */
export function positionOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null
  const [lon, lat]: unknown[] = value
  if (typeof lon !== 'number' || typeof lat !== 'number') return null
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null
  return [lon, lat]
}

function placeOf(geometry: Json, plane: Plane): Pick<Feature, 'shape' | 'rings'> | null {
  const points = (list: unknown): readonly Point[] | null => {
    if (!Array.isArray(list) || list.length === 0) return null
    const read = list.map((one: unknown) => {
      const position = positionOf(one)
      return position && toPoint(plane, [position[0], position[1]])
    })
    return read.every((point) => point !== null) ? read : null
  }
  const { type, coordinates } = geometry
  if (type === 'Point') {
    const at = points([coordinates])
    return at && { shape: 'point', rings: [at] }
  }
  if (type === 'LineString') {
    const line = points(coordinates)
    return line && { shape: 'line', rings: [line] }
  }
  if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length === 0) return null
  const rings = coordinates.map(points)
  return rings.every((ring) => ring !== null) ? { shape: 'area', rings } : null
}

/** What a message calls a feature: its name in a language, else its id, else its number from 1. */
export function calledIn(lang: 'zh' | 'en', feature: Feature): string {
  const { name, id, index } = feature
  const own = name[lang] || name.zh || name.en || id
  if (own !== '') return lang === 'zh' ? `“${short(own)}”` : `'${short(own)}'`
  return lang === 'zh' ? `第 ${index + 1} 个要素` : `feature ${index + 1}`
}

const MOST_SHOWN = 40

/** A text from the file, short, and without signs that could be taken for more than letters. */
export function short(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S}\p{Zs}]|[<>]/gu, '?')
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain
}
