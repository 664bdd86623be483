import type { CityCode } from './catalogue.ts'
import type { CityFinder } from './finder.ts'
import { layerFor } from './gatherKinds.ts'
import { partsOf, piecesOf, thinned } from './gatherShapes.ts'
import { geometryFault } from './geometry.ts'
import { isObject, type Json, textIn } from './json.ts'
import { isHostile } from './nameChecks.ts'
import { collectionFault, readJson } from './shapeChecks.ts'
import { positionOf, short } from './sketch.ts'
import { LAYERS, type Layer, linesOf } from './texts.ts'

/** A file that somebody chose: what it is called, and its text. */
export interface ImportFile {
  readonly name: string
  readonly text: string
}

/** A feature of a file, with a shape that its layer takes. */
export interface Item {
  readonly file: string
  /** In its file, from 0. */
  readonly feature: number
  readonly line: number
  readonly layer: Layer
  readonly properties: Json
  readonly geometry: Json
}

export interface GatheredFiles {
  /** A city's own file, if there is one. */
  readonly city: Json | null
  readonly items: readonly Item[]
}

const MOST_FILES = 12
const MOST_ALL = 8_000_000

/** Reads the files and sorts what is in them into layers. What is wrong goes to the finder. */
export function gatherFiles(files: readonly ImportFile[], finder: CityFinder): GatheredFiles {
  const say = (code: CityCode, file: string, zh: string, en: string) =>
    finder.add(code, { file: short(file), feature: null, line: 1, at: '' }, { zh, en })
  const total = files.reduce((sum, { text }) => sum + text.length, 0)
  const name = files[0]?.name ?? ''
  if (files.length > MOST_FILES || total > MOST_ALL) {
    say(
      'CT002',
      name,
      `共 ${files.length} 个文件、${total} 个字符；上限 ${MOST_FILES} 个、${MOST_ALL} 个`,
      `${files.length} files with ${total} characters; ${MOST_FILES} and ${MOST_ALL} at most`,
    )
    return { city: null, items: [] }
  }
  let city: Json | null = null
  const items: Item[] = []
  for (const file of files) {
    const read = readJson(file.text)
    if (!read.ok) {
      say(read.code, file.name, read.message.zh, read.message.en)
      continue
    }
    const { value } = read
    if (isObject(value) && isObject(value.plane) && value.type === undefined) {
      city = value
      continue
    }
    const fault = collectionFault(value, null)
    if (fault) {
      say(fault.code, file.name, fault.message.zh, fault.message.en)
      continue
    }
    if (!isObject(value) || !Array.isArray(value.features)) continue
    if (isObject(value.city)) ({ city } = { city: value.city })
    const isLined = linesOf(file.text) !== null
    const named = LAYERS.find((layer) => layer === file.name.replace(/\.(?:geo)?json$/i, ''))
    value.features.forEach((feature: unknown, index) => {
      const origin = { file: short(file.name), feature: index, line: isLined ? index + 2 : 1 }
      items.push(...itemsOf(feature, origin, named ?? null, finder))
    })
  }
  return { city, items }
}

type Origin = Pick<Item, 'file' | 'feature' | 'line'>

function itemsOf(
  feature: unknown,
  origin: Origin,
  named: Layer | null,
  finder: CityFinder,
): readonly Item[] {
  const number = origin.feature + 1
  const say = (code: CityCode, zh: string, en: string, at = '') => {
    finder.add(
      code,
      { ...origin, at },
      { zh: `第 ${number} 个要素：${zh}`, en: `feature ${number}: ${en}` },
    )
    return []
  }
  if (!isObject(feature) || feature.type !== 'Feature')
    return say('CT003', '不是 Feature', 'it is no Feature')
  const properties = feature.properties === null ? {} : feature.properties
  if (!isObject(properties))
    return say('CT003', 'properties 不是对象', 'its properties are no object', 'properties')
  const name = Object.entries(properties).find(([key, value]) => saysMarkup(key, value))
  if (name)
    return say(
      'CT007',
      `${short(name[0])} 里有尖括号或控制字符`,
      `${short(name[0])} holds angle brackets or control signs`,
      'properties',
    )
  return partsOf(feature.geometry).flatMap((part): readonly Item[] => {
    const type = textIn(part, 'type')
    const layer = named ?? layerFor(properties, type)
    if (layer === null) {
      // a shape without use is left out, one that can't be is refused
      const isKnown = ['Point', 'LineString', 'Polygon'].includes(type)
      return isKnown
        ? say(
            'CT032',
            '看不出是路、地点、站点还是区域，没有带进来',
            'it is left out: no road, place, station or area that is known',
          )
        : say('CT005', '图形读不懂', "its geometry can't be understood", 'geometry')
    }
    const pieces = layer === 'roads' ? piecesOf(part) : [thinned(part)]
    return pieces.flatMap((geometry) => {
      const fault = geometryFault(layer, geometry)
      if (fault) return say(fault.code, fault.message.zh, fault.message.en, 'geometry')
      return isObject(geometry) ? [{ ...origin, layer, properties, geometry }] : []
    })
  })
}

function saysMarkup(key: string, value: unknown): boolean {
  if (isHostile(key)) return true
  if (typeof value === 'string') return isHostile(value)
  if (Array.isArray(value)) return value.some((one: unknown) => saysMarkup('', one))
  return isObject(value) && Object.entries(value).some(([inner, one]) => saysMarkup(inner, one))
}

/** Every position of a feature. */
export function positionsIn({ geometry }: Item): readonly (readonly [number, number])[] {
  const all: (readonly [number, number])[] = []
  const visit = (value: unknown): void => {
    const position = positionOf(value)
    if (position) all.push(position)
    else if (Array.isArray(value)) value.forEach(visit)
  }
  visit(geometry.coordinates)
  return all
}
