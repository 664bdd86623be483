import type { Name } from './city.ts'
import type { CityFinder } from './finder.ts'
import type { Item } from './gatherFiles.ts'
import { KINDS, kindFor, SPEEDS } from './gatherKinds.ts'
import { type Json, textIn } from './json.ts'
import type { Layer } from './texts.ts'
import { UNIT_OF } from './units.ts'

/** What a feature of another program says, in the words of ours; what it doesn't say is filled in and told. */

/** A Chinese name in Latin letters: 人民路 → Renmin Lu. */
export type Romanise = (zh: string) => string

/** The district and the road that a place belongs to. */
export interface Where {
  readonly district: string
  readonly road: string
}

export interface Laid {
  readonly feature: Json
  readonly from: Item
}

export interface GatherNotes {
  readonly finder: CityFinder
  readonly romanise: Romanise
  readonly where: (item: Item) => Where | null
}

const HAN = /\p{Script=Han}/u
const ID = /^[a-z][a-z0-9-]{0,39}$/
const PAINTED = /^[A-Z]?[0-9]{1,6}$/

/** The names that some properties give, in our form or in another program's; what is missing is empty. */
export function nameFrom(properties: Json, romanise: Romanise): Name {
  const { name } = properties
  const first = (...keys: readonly string[]) =>
    keys.map((key) => textIn(properties, key).trim()).find((text) => text !== '') ?? ''
  const plain = typeof name === 'string' ? name.trim() : ''
  const zh =
    textIn(name, 'zh') ||
    first('name:zh', 'name_zh', 'name:zh-Hans') ||
    (HAN.test(plain) ? plain : '')
  const said = textIn(name, 'en') || first('name:en', 'name_en') || (HAN.test(plain) ? '' : plain)
  return { zh: zh.slice(0, 60), en: (said || (zh === '' ? '' : romanise(zh))).slice(0, 80) }
}

const COUNTED = {
  english: {
    zh: (n: number) => `${n} 个英文名按拼音写成`,
    en: (n: number) => `${n} English names were written in pinyin`,
  },
  unnamed: {
    zh: (n: number) => `${n} 条没有名称的路起了“无名路”`,
    en: (n: number) => `${n} roads without a name were called 'Unnamed road'`,
  },
  ids: {
    zh: (n: number) => `${n} 个编号是新起的`,
    en: (n: number) => `${n} ids were made up`,
  },
  classes: {
    zh: (n: number) => `${n} 条路的等级不认识，当作街道`,
    en: (n: number) => `${n} roads of an unknown class count as streets`,
  },
  speeds: {
    zh: (n: number) => `${n} 条路的车速按等级取了常见值`,
    en: (n: number) => `${n} roads got the usual speed of their class`,
  },
  places: {
    zh: (n: number) => `${n} 处没写所在的区或路，按位置补上`,
    en: (n: number) => `${n} places got the district or road that they lie at`,
  },
  units: {
    zh: (n: number) => `${n} 个站点没有单位，各补了一辆`,
    en: (n: number) => `${n} stations without units got one each`,
  },
  drawn: {
    zh: (n: number) => `${n} 个只用来画的要素没有类别，没有带进来`,
    en: (n: number) => `${n} features that are only drawn have no known kind and were left out`,
  },
  nameless: {
    zh: (n: number) => `${n} 个没有名称也没有类别的点没有带进来`,
    en: (n: number) => `${n} points without name and kind were left out`,
  },
} as const

const CALLED: Readonly<Record<Layer, Name>> = {
  districts: { zh: '行政区', en: 'districts' },
  roads: { zh: '道路', en: 'roads' },
  water: { zh: '水面', en: 'water' },
  land: { zh: '地面', en: 'land' },
  landmarks: { zh: '地点', en: 'places' },
  stations: { zh: '站点', en: 'stations' },
}

type Counted = keyof typeof COUNTED

/** The features of one layer, in our form and the order of their files. */
export function featuresOf(
  items: readonly Item[],
  layer: Layer,
  { finder, romanise, where }: GatherNotes,
): readonly Laid[] {
  const counts = new Map<Counted, number>()
  const count = (what: Counted) => counts.set(what, (counts.get(what) ?? 0) + 1)
  const taken = new Set(items.map(({ properties }) => textIn(properties, 'id')))
  const laid: Laid[] = []
  for (const item of items) {
    const properties = propertiesOf(item, layer, {
      romanise,
      where,
      count,
      taken,
      n: laid.length + 1,
    })
    if (properties)
      laid.push({ feature: { type: 'Feature', properties, geometry: item.geometry }, from: item })
  }
  const file = items[0]?.file ?? ''
  for (const [what, n] of counts) {
    const isLost = what === 'drawn' || what === 'nameless'
    const text = COUNTED[what]
    finder.add(
      isLost ? 'CT032' : 'CT031',
      { file, feature: null, line: 1, at: '' },
      { zh: `${CALLED[layer].zh}：${text.zh(n)}`, en: `${CALLED[layer].en}: ${text.en(n)}` },
    )
  }
  return laid
}

interface Making {
  readonly romanise: Romanise
  readonly where: GatherNotes['where']
  readonly count: (what: Counted) => void
  readonly taken: Set<string>
  /** Its number in the layer, from 1. */
  readonly n: number
}

function propertiesOf(item: Item, layer: Layer, making: Making): Json | null {
  const { properties } = item
  const { count } = making
  const kind = kindFor(layer, properties)
  const isDrawn = layer === 'water' || layer === 'land'
  if (isDrawn && !KINDS[layer].includes(kind)) {
    count('drawn')
    return null
  }
  const name = nameOf(item, layer, making)
  const named = name.zh === '' && name.en === '' ? {} : { name: present(name) }
  if (layer === 'land') return { kind, ...(name.zh && name.en ? { name } : {}) }
  if (layer === 'water') {
    const { width } = properties
    return { kind, ...named, ...(width === undefined ? {} : { width }) }
  }
  if (layer === 'landmarks' && kind === '' && name.zh === '' && name.en === '') {
    count('nameless')
    return null
  }
  const id = idOf(properties, layer, name, making)
  if (layer === 'districts') return { id, ...named }
  if (layer === 'roads') {
    const aliases = aliasesOf(properties)
    const also = aliases === undefined ? {} : { aliases }
    return { id, ...named, ...roadOf(properties, kind, count), ...also }
  }
  const place = { id, ...named, kind: kind || 'building', ...placeOf(item, making) }
  if (layer === 'landmarks') return { ...place, ...extrasOf(properties) }
  return { ...place, units: unitsOf(properties, kind, id, name, count) }
}

/** Only the languages that are there. */
const present = ({ zh, en }: Name): Json => ({
  ...(zh === '' ? {} : { zh }),
  ...(en === '' ? {} : { en }),
})

function nameOf({ properties }: Item, layer: Layer, { romanise, count, n }: Making): Name {
  const name = nameFrom(properties, romanise)
  if (name.zh === '' && name.en === '' && layer === 'roads') {
    count('unnamed')
    return { zh: `无名路 ${n}`, en: `Unnamed road ${n}` }
  }
  if (name.zh !== '' && nameFrom(properties, () => '').en === '' && name.en !== '') count('english')
  return name
}

function idOf(properties: Json, layer: Layer, name: Name, { taken, count, n }: Making): string {
  const own = textIn(properties, 'id')
  if (ID.test(own)) return own
  count('ids')
  const front =
    name.en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 32)
      .replace(/-+$/, '') || `${layer.slice(0, -1)}-${n}`
  let id = front
  for (let next = 2; taken.has(id); next += 1) id = `${front}-${next}`
  taken.add(id)
  return id
}

function roadOf(properties: Json, kind: string, count: Making['count']): Json {
  const known = (['trunk', 'main', 'street', 'lane'] as const).find((one) => one === kind)
  if (!known) count('classes')
  const own = known ?? 'street'
  const { speed } = properties
  if (speed !== undefined) return { class: own, speed }
  count('speeds')
  return { class: own, speed: SPEEDS[own] }
}

function placeOf(item: Item, { where, count }: Making): Json {
  const [district, road] = [textIn(item.properties, 'district'), textIn(item.properties, 'road')]
  if (district !== '' && road !== '') return { district, road }
  count('places')
  const found = where(item)
  return { district: district || (found?.district ?? ''), road: road || (found?.road ?? '') }
}

/** What else a landmark may say; other programs' words for it where they have any. */
function extrasOf(properties: Json): Json {
  const { number, rank, sees, ref } = properties
  return {
    ...(number === undefined
      ? typeof ref === 'string' && PAINTED.test(ref)
        ? { number: ref }
        : {}
      : { number }),
    ...(rank === undefined ? {} : { rank }),
    aliases: aliasesOf(properties) ?? [],
    ...(sees === undefined ? {} : { sees }),
  }
}

/** Other names; undefined if the file has none. */
function aliasesOf({ aliases, alt_name: other }: Json): unknown {
  if (aliases !== undefined || typeof other !== 'string') return aliases
  const others = other.split(';').map((one) => one.trim().slice(0, 40))
  return others.filter((one) => one !== '').slice(0, 12)
}

const UNITS: Readonly<Record<string, string>> = UNIT_OF

function unitsOf(
  properties: Json,
  kind: string,
  id: string,
  name: Name,
  count: Making['count'],
): unknown {
  if (properties.units !== undefined) return properties.units
  const unit = Object.hasOwn(UNITS, kind) ? UNITS[kind] : undefined
  if (unit === undefined) return []
  count('units')
  const one = { zh: `${name.zh.slice(0, 56)}-1`, en: `${name.en.slice(0, 76)}-1` }
  return [{ id: `${id.slice(0, 38)}-1`, kind: unit, name: one }]
}
