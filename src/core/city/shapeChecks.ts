import type { z } from 'zod'
import type { Text } from '../scenario/primitives.ts'
import { tooBig } from './bounded.ts'
import type { CityCode } from './catalogue.ts'
import type { CityFinder } from './finder.ts'
import { geometryFault } from './geometry.ts'
import { isObject, textIn } from './json.ts'
import {
  cityFile,
  districtsFile,
  landFile,
  landmarksFile,
  roadsFile,
  stationsFile,
  waterFile,
} from './schema.ts'
import { calledIn, type Feature, short } from './sketch.ts'
import { type CityTexts, LAYERS, type Layer } from './texts.ts'

/** Checks of each file by itself: can it be read, does it fit the format, has everything a shape and names. */

const SCHEMAS: Readonly<Record<Layer, z.ZodType>> = {
  districts: districtsFile,
  roads: roadsFile,
  water: waterFile,
  land: landFile,
  landmarks: landmarksFile,
  stations: stationsFile,
}

/** Most characters of one file. */
export const MOST_TEXT = 5_000_000
/** Most features of a layer, as in schema.ts. */
export const MOST_FEATURES: Readonly<Record<Layer, number>> = {
  districts: 40,
  roads: 1500,
  water: 300,
  land: 5000,
  landmarks: 5000,
  stations: 300,
}

/** What can be looked at further: the JSON of a text, or why it can't be. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: CityCode; readonly message: Text }

/** Reads a text that nobody knows yet; stops at the first excess. */
export function readJson(text: string): ReadJson {
  const no = (code: CityCode, zh: string, en: string): ReadJson => ({
    ok: false,
    code,
    message: { zh, en },
  })
  if (text.length > MOST_TEXT)
    return no(
      'CT002',
      `文件有 ${text.length} 个字符，上限 ${MOST_TEXT} 个`,
      `the file has ${text.length} characters; ${MOST_TEXT} at most`,
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = short(error instanceof Error ? error.message : '')
    return no('CT001', `不是能读的 JSON：${why}`, `no JSON that can be read: ${why}`)
  }
  const excess = tooBig(value)
  if (excess) return no('CT002', `内容太多或嵌套太深：${excess}`, excess)
  return { ok: true, value }
}

/** Checks every file's form. Features are checked one by one, so that each fault has its place. */
export function checkShapes(
  texts: CityTexts,
  layers: Readonly<Record<Layer, readonly Feature[]>>,
  finder: CityFinder,
): void {
  const city = readJson(texts.city)
  if (!city.ok) finder.file(city.code, 'city', city.message)
  else {
    const result = cityFile.safeParse(city.value)
    for (const issue of result.error?.issues ?? [])
      finder.file('CT006', 'city', issueText(null, issue), issue.path.join('.'))
  }
  for (const layer of LAYERS) checkLayer(layer, texts[layer], layers[layer], finder)
}

function checkLayer(
  layer: Layer,
  text: string,
  features: readonly Feature[],
  finder: CityFinder,
): void {
  const read = readJson(text)
  if (!read.ok) {
    finder.file(read.code, layer, read.message)
    return
  }
  const wrong = collectionFault(read.value, layer)
  if (wrong) {
    finder.file(wrong.code, layer, wrong.message)
    return
  }
  const items =
    isObject(read.value) && Array.isArray(read.value.features) ? read.value.features : []
  items.forEach((item: unknown, index) => {
    const feature = features[index]
    if (!feature) return
    const fault = geometryFault(layer, isObject(item) ? item.geometry : null)
    if (fault)
      finder.feature(fault.code, feature, 'geometry', {
        zh: `${calledIn('zh', feature)}：${fault.message.zh}`,
        en: `${calledIn('en', feature)}: ${fault.message.en}`,
      })
  })
  const result = SCHEMAS[layer].safeParse(read.value)
  for (const issue of result.error?.issues ?? []) layerIssue(layer, issue, features, finder)
}

/** What is wrong with a value that should be a layer's collection; null if nothing is. */
export function collectionFault(
  value: unknown,
  layer: Layer | null,
): { readonly code: CityCode; readonly message: Text } | null {
  if (!isObject(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features))
    return {
      code: 'CT003',
      message: { zh: '不是 FeatureCollection', en: 'it is no FeatureCollection' },
    }
  const { length } = value.features
  const most = layer ? MOST_FEATURES[layer] : 12_000
  if (length <= most) return null
  return {
    code: 'CT002',
    message: {
      zh: `有 ${length} 个要素，上限 ${most} 个`,
      en: `it has ${length} features; ${most} at most`,
    },
  }
}

type Issue = z.core.$ZodIssue

function layerIssue(
  layer: Layer,
  issue: Issue,
  features: readonly Feature[],
  finder: CityFinder,
): void {
  const [, index, part, ...rest] = issue.path
  const feature = typeof index === 'number' ? features[index] : undefined
  if (!feature) {
    finder.file('CT003', layer, issueText(null, issue), issue.path.join('.'))
    return
  }
  if (part === 'geometry') return
  const [whose, unit, ...below] = rest
  if (part === 'properties' && whose === 'units' && typeof unit === 'number') {
    const about = unitAsFeature(feature, unit)
    if (about) {
      tell(feature, about, `properties.units.${unit}`, below, issue, finder)
      return
    }
  }
  if (part === 'properties') tell(feature, feature, 'properties', rest, issue, finder)
  else finder.feature('CT003', feature, issue.path.slice(2).join('.'), issueText(feature, issue))
}

/** Tells what is wrong with a value `below` the properties of a feature, or of one of its units. */
function tell(
  feature: Feature,
  about: Feature,
  front: string,
  below: readonly PropertyKey[],
  issue: Issue,
  finder: CityFinder,
): void {
  const code = codeOf(below)
  // a missing name is one fault, whichever languages are missing
  const path = code === 'CT010' ? `${front}.name` : [front, ...below].join('.')
  const own = { ...issue, path: ['features', about.index, 'properties', ...below] }
  finder.feature(code, feature, path, featureText(code, about, own))
}

/** One of a station's units, to be spoken of like a feature; null if it can't be read. */
function unitAsFeature(station: Feature, index: number): Feature | null {
  const { units } = station.properties
  const unit: unknown = Array.isArray(units) ? units[index] : null
  if (!isObject(unit)) return null
  const name = { zh: textIn(unit.name, 'zh'), en: textIn(unit.name, 'en') }
  return { ...station, id: textIn(unit, 'id'), kind: textIn(unit, 'kind'), name, properties: unit }
}

function codeOf(rest: readonly PropertyKey[]): CityCode {
  const [key] = rest
  if (key === 'name') return 'CT010'
  if (rest.length === 1 && (key === 'kind' || key === 'class')) return 'CT013'
  if (rest.length === 1 && key === 'id') return 'CT015'
  return 'CT006'
}

function nameText(lang: 'zh' | 'en', feature: Feature): string {
  const called = calledIn(lang, feature)
  const { zh, en } = feature.name
  if (lang === 'zh') {
    if (zh === '' && en === '') return `${called}没有名称`
    return zh === ''
      ? `${called}缺中文名`
      : en === ''
        ? `${called}缺英文名`
        : `${called}的名称不合格式`
  }
  if (zh === '' && en === '') return `${called} has no name`
  return zh === ''
    ? `${called} has no Chinese name`
    : en === ''
      ? `${called} has no English name`
      : `${called}: its name doesn't fit the format`
}

/** What a field should be, in Chinese; its own words stand where it is something else. */
function wishZh(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `要是${TYPES_ZH[issue.expected] ?? issue.expected}`
    case 'too_small':
      return `太小或太短，至少 ${issue.minimum}`
    case 'too_big':
      return `太大或太长，至多 ${issue.maximum}`
    case 'unrecognized_keys':
      return `有不认识的字段 ${short(issue.keys.join('、'))}`
    case 'invalid_value':
      return '不是可选的值'
    case 'invalid_format':
      return '写法不对'
    default:
      return `不合格式（${issue.message.slice(0, 120)}）`
  }
}

const TYPES_ZH: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  object: '对象',
  array: '列表',
}

/** `properties.units.0.name` and the like, below the feature. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  short(
    path
      .filter((step, index) => step !== 'features' && (index > 2 || path[0] !== 'features'))
      .join('.'),
  )

function issueText(feature: Feature | null, issue: Issue): Text {
  const field = fieldOf(issue.path)
  const zh = [feature && calledIn('zh', feature), field].filter(Boolean).join('的 ')
  const en = [feature && calledIn('en', feature), field].filter(Boolean).join(': ')
  return { zh: `${zh} ${wishZh(issue)}`.trim(), en: `${en}: ${issue.message.slice(0, 120)}` }
}

/** What is said of a feature, by its code. */
function featureText(code: CityCode, feature: Feature, issue: Issue): Text {
  const [zh, en] = [calledIn('zh', feature), calledIn('en', feature)]
  switch (code) {
    case 'CT010':
      return { zh: nameText('zh', feature), en: nameText('en', feature) }
    case 'CT013': {
      const kind = short(feature.kind)
      return kind === ''
        ? { zh: `${zh}没有类别`, en: `${en} has no kind` }
        : { zh: `${zh}的类别 ${kind} 不认识`, en: `${en} is of an unknown kind: ${kind}` }
    }
    case 'CT015': {
      const id = short(feature.id)
      return id === ''
        ? { zh: `${zh}没有编号`, en: `${en} has no id` }
        : { zh: `${zh}的编号 ${id} 不合格式`, en: `the id of ${en} is out of form: ${id}` }
    }
    default:
      return issueText(feature, issue)
  }
}
