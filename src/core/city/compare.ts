import { type FieldChange, fieldsThatDiffer } from '../scenario/compare/compare.ts'
import type { Json as Plain } from '../scenario/edit/write.ts'
import { canonical, sameData } from '../sim/same.ts'
import type { Name } from './city.ts'
import { isObject, jsonOf, textIn } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { distance, type Plane, type Point, toPoint } from './point.ts'
import { type Feature, positionOf, readLayer, sketchOf } from './sketch.ts'
import { CITY_FILES, type CityTexts, type Layer } from './texts.ts'

/** Two states of a city, part by part: what a trainer would say has changed. */

export type CityPartKind =
  | 'city'
  | 'partner'
  | 'district'
  | 'road'
  | 'water'
  | 'land'
  | 'place'
  | 'station'
  | 'unit'

export interface CityChange {
  readonly kind: CityPartKind
  readonly change: 'added' | 'removed' | 'changed'
  /** Empty for what has none. */
  readonly id: string
  readonly name: Name
  /** What it was called before, if it was called something else. */
  readonly was: Name | null
  /** Of a unit: the station that it belongs to. */
  readonly of: Name | null
  /** Metres that it stands from where it stood; null: it stands where it stood, or is no point. */
  readonly moved: number | null
  /** A line or an area that runs otherwise. */
  readonly isReshaped: boolean
  /** Empty for what was added or removed. */
  readonly fields: readonly FieldChange[]
}

/** One thing of a city, to be compared with its like. */
interface Part {
  readonly kind: CityPartKind
  readonly id: string
  readonly name: Name
  readonly of: Name | null
  readonly at: Point | null
  /** Where its line or area runs. */
  readonly shape: readonly (readonly Point[])[]
  /** All else that it says. */
  readonly body: Plain
}

/** Do both say the same, however they are written? */
export const sameCity = (one: CityTexts, other: CityTexts): boolean =>
  CITY_FILES.every((file) => sameText(one[file], other[file]))

/** Are they the same but for what they are called? */
export const sameGround = (one: CityTexts, other: CityTexts): boolean =>
  CITY_FILES.every((file) =>
    file === 'city'
      ? sameData(nameless(one.city), nameless(other.city))
      : sameText(one[file], other[file]),
  )

const sameText = (one: string, other: string): boolean =>
  one === other || sameData(jsonOf(one), jsonOf(other))

function nameless(text: string): unknown {
  const city = jsonOf(text)
  return isObject(city) ? { ...city, id: undefined, name: undefined } : city
}

/** What differs, kind by kind; what was removed stands last of its kind. */
export function compareCities(before: CityTexts, after: CityTexts): readonly CityChange[] {
  const [old, fresh] = [sketchOf(before, without), sketchOf(after, without)]
  // places are compared on one plane: else a new corner of the map would move them all
  const plane = fresh.frame?.plane ?? old.frame?.plane ?? null
  const changes = compareParts(wholeOf(before.city), wholeOf(after.city))
  for (const layer of DRAWN) {
    if (sameText(before[layer], after[layer])) continue
    const parts = (texts: CityTexts) =>
      readLayer(layer, texts[layer], plane).flatMap((one) => partsOf(one, plane))
    const [its, own] = [parts(before), parts(after)]
    for (const kind of KINDS[layer])
      changes.push(
        ...compareParts(
          its.filter((part) => part.kind === kind),
          own.filter((part) => part.kind === kind),
        ),
      )
  }
  return changes
}

const without: typeof readLayer = () => []

const DRAWN: readonly Layer[] = ['landmarks', 'stations', 'roads', 'districts', 'water', 'land']
const KINDS: Readonly<Record<Layer, readonly CityPartKind[]>> = {
  landmarks: ['place'],
  stations: ['station', 'unit'],
  roads: ['road'],
  districts: ['district'],
  water: ['water'],
  land: ['land'],
}

const NO_NAME: Name = { zh: '', en: '' }
const nameIn = (value: unknown): Name => ({ zh: textIn(value, 'zh'), en: textIn(value, 'en') })

/** City.json: the city itself, and its partners. */
function wholeOf(text: string): readonly Part[] {
  const city = jsonOf(text)
  if (!isObject(city)) return []
  const { partners, name, ...body } = city
  const part = { of: null, at: null, shape: [] }
  return [
    { ...part, kind: 'city', id: '', name: nameIn(name), body: plain(body) },
    ...(Array.isArray(partners) ? partners.filter(isObject) : []).map((partner): Part => {
      const { id: _, name: called, ...rest } = partner
      const id = textIn(partner, 'id')
      return { ...part, kind: 'partner', id, name: nameIn(called), body: plain(rest) }
    }),
  ]
}

/** A feature, and the units of a station as parts of their own. */
function partsOf(feature: Feature, plane: Plane | null): readonly Part[] {
  const { layer, id, name, shape, rings, properties } = feature
  const { id: _, name: _name, units: _units, ...body } = properties
  const at = shape === 'point' ? (rings[0]?.[0] ?? null) : null
  const part: Part = {
    kind: KINDS[layer][0] ?? 'place',
    id,
    name,
    of: null,
    at,
    shape: shape === 'point' ? [] : rings,
    body: plain(body),
  }
  return [part, ...unitsOf(feature).map((unit) => unitPart(unit, name, plane))]
}

function unitPart(unit: Readonly<Record<string, unknown>>, of: Name, plane: Plane | null): Part {
  const { id: _, name: _name, at: away, ...body } = unit
  const position = positionOf(away)
  const at = position && plane ? toPoint(plane, [position[0], position[1]]) : null
  // where it waits is said by its place; that it waits away from its station is said as well
  const rest = { ...body, ...(at ? { at: true } : {}) }
  return {
    kind: 'unit',
    id: textIn(unit, 'id'),
    name: nameIn(unit.name),
    of,
    at,
    shape: [],
    body: plain(rest),
  }
}

/** Out of JSON as it is. */
const plain = (value: unknown): Plain => value as Plain

function compareParts(old: readonly Part[], fresh: readonly Part[]): CityChange[] {
  const pairs = paired(old, fresh)
  const changes = fresh.flatMap((part): readonly CityChange[] => {
    const its = pairs.get(part)
    return its ? changed(its, part) : [told(part, 'added')]
  })
  const kept = new Set(pairs.values())
  return [...changes, ...old.filter((one) => !kept.has(one)).map((one) => told(one, 'removed'))]
}

/** Each newer part with the older one that it was: by its id, else by its name, else by all that it says. */
function paired(old: readonly Part[], fresh: readonly Part[]): ReadonlyMap<Part, Part> {
  const pairs = new Map<Part, Part>()
  const taken = new Set<Part>()
  for (const signOf of SIGNS) {
    const waiting = new Map<string, Part[]>()
    for (const one of old) {
      const sign = taken.has(one) ? '' : signOf(one)
      const alike = waiting.get(sign)
      if (alike) alike.push(one)
      else if (sign !== '') waiting.set(sign, [one])
    }
    for (const part of fresh) {
      const its = pairs.has(part) ? undefined : waiting.get(signOf(part))?.shift()
      if (!its) continue
      pairs.set(part, its)
      taken.add(its)
    }
  }
  return pairs
}

const placeSign = ({ at, shape }: Part): string =>
  at || shape.length > 0 ? JSON.stringify([at, shape]) : ''

const SIGNS: readonly ((part: Part) => string)[] = [
  ({ kind, id }) => (kind === 'city' || id !== '' ? `${kind} ${id}` : ''),
  // what has no id: water and land
  (part) => (part.id === '' ? canonical([part.name, part.body, placeSign(part)]) : ''),
  ({ kind, name }) => (name.zh === '' ? '' : `${kind} ${name.zh}\n${name.en}`),
  placeSign,
]

function told(
  { kind, id, name, of }: Part,
  change: CityChange['change'],
  more: Partial<CityChange> = {},
): CityChange {
  return {
    kind,
    change,
    id,
    name,
    was: null,
    of,
    moved: null,
    isReshaped: false,
    fields: [],
    ...more,
  }
}

function changed(its: Part, part: Part): readonly CityChange[] {
  const was = sameData(its.name, part.name) ? null : its.name
  const metres = its.at && part.at ? distance(its.at, part.at) : 0
  const isReshaped = !sameData(its.shape, part.shape)
  const fields = [
    ...(its.id === part.id ? [] : [{ path: ['id'], before: its.id, after: part.id }]),
    ...stationField(its, part),
    ...fieldsThatDiffer(its.body, part.body),
  ]
  const moved = metres > 0 ? metres : null
  if (was === null && moved === null && !isReshaped && fields.length === 0) return []
  return [told(part, 'changed', { was, moved, isReshaped, fields })]
}

/** A unit that belongs to another station now. */
function stationField({ of: before }: Part, { of: after }: Part): readonly FieldChange[] {
  const [from, to] = [before ?? NO_NAME, after ?? NO_NAME]
  return from.zh === to.zh ? [] : [{ path: ['station'], before: from.zh, after: to.zh }]
}
