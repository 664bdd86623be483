import type { CityFinder } from './finder.ts'
import { isObject, textIn } from './json.ts'
import { calledIn, type Feature, type Sketch } from './sketch.ts'
import { LAYERS } from './texts.ts'

/** Checks of names, ids and what refers to them. */

/** Markup, control signs, and signs that turn the direction of writing: in no place's name. */
const NO_NAME_HAS = /[<>\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]/u

/** Does a text hold signs that no name has? */
export const isHostile = (text: string): boolean => NO_NAME_HAS.test(text)

export function checkNames(city: unknown, sketch: Sketch, finder: CityFinder): void {
  if (textsOf(city).some(isHostile))
    finder.file('CT007', 'city', {
      zh: 'city.json 的名称里有尖括号或控制字符',
      en: 'a name in city.json holds angle brackets or control signs',
    })
  for (const layer of LAYERS) for (const feature of sketch.layers[layer]) signs(feature, finder)
  const { districts, roads, landmarks, stations } = sketch.layers
  const places = [...landmarks, ...stations]
  for (const group of [districts, roads, places]) {
    ids(group, finder)
    names(group, finder)
  }
  unitIds(stations, finder)
  references(sketch, places, finder)
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}

function signs(feature: Feature, finder: CityFinder): void {
  for (const [key, value] of Object.entries(feature.properties))
    if (textsOf(value).some(isHostile))
      finder.feature('CT007', feature, `properties.${key}`, {
        zh: `${calledIn('zh', feature)}的 ${key} 里有尖括号或控制字符`,
        en: `${calledIn('en', feature)}: its ${key} holds angle brackets or control signs`,
      })
}

function ids(features: readonly Feature[], finder: CityFinder): void {
  const first = new Map<string, Feature>()
  for (const feature of features) {
    const { id } = feature
    if (id === '') continue
    const before = first.get(id)
    if (!before) first.set(id, feature)
    else
      finder.feature('CT011', feature, 'properties.id', {
        zh: `编号 ${id} 用了两次：${calledIn('zh', before)}和${calledIn('zh', feature)}`,
        en: `the id ${id} is used twice: by ${calledIn('en', before)} and ${calledIn('en', feature)}`,
      })
  }
}

function names(features: readonly Feature[], finder: CityFinder): void {
  for (const lang of ['zh', 'en'] as const) {
    const first = new Map<string, Feature>()
    for (const feature of features) {
      const name = feature.name[lang]
      if (name === '') continue
      const before = first.get(name)
      if (!before) first.set(name, feature)
      // roads go by one name in several parts
      else if (feature.layer !== 'roads')
        finder.feature('CT012', feature, 'properties.name', {
          zh: `${calledIn(lang, feature)}有两处：${before.id || before.index + 1} 和 ${feature.id || feature.index + 1}`,
          en: `there are two called ${calledIn(lang, feature)}: ${before.id || before.index + 1} and ${feature.id || feature.index + 1}`,
        })
    }
  }
}

/** The units of a station's feature, as far as they can be read. */
export function unitsOf(feature: Feature): readonly Readonly<Record<string, unknown>>[] {
  const { units } = feature.properties
  return Array.isArray(units) ? units.filter(isObject) : []
}

function unitIds(stations: readonly Feature[], finder: CityFinder): void {
  const first = new Map<string, Feature>()
  for (const station of stations)
    unitsOf(station).forEach((unit, index) => {
      const id = textIn(unit, 'id')
      if (id === '') return
      const before = first.get(id)
      if (!before) first.set(id, station)
      else
        finder.feature('CT011', station, `properties.units.${index}.id`, {
          zh: `单位编号 ${id} 用了两次：在${calledIn('zh', before)}和${calledIn('zh', station)}`,
          en: `the unit id ${id} is used twice: at ${calledIn('en', before)} and ${calledIn('en', station)}`,
        })
    })
}

function references(sketch: Sketch, places: readonly Feature[], finder: CityFinder): void {
  const known = {
    district: new Set(sketch.layers.districts.map(({ id }) => id)),
    road: new Set(sketch.layers.roads.map(({ id }) => id)),
  }
  const called = { district: { zh: '区', en: 'district' }, road: { zh: '路', en: 'road' } }
  for (const place of places)
    for (const key of ['district', 'road'] as const) {
      const id = textIn(place.properties, key)
      if (id === '' || known[key].has(id)) continue
      finder.feature('CT014', place, `properties.${key}`, {
        zh: `${calledIn('zh', place)}写的${called[key].zh} ${id} 不存在`,
        en: `${calledIn('en', place)} names a ${called[key].en} that is not there: ${id}`,
      })
    }
}
