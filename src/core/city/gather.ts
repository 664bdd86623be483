import { districtNear } from './areaChecks.ts'
import type { CityCode } from './catalogue.ts'
import type { Name } from './city.ts'
import { diagnoseCity } from './diagnose.ts'
import { type CityDiagnostic, CityFinder } from './finder.ts'
import { gatherFiles, type ImportFile, type Item, positionsIn } from './gatherFiles.ts'
import { featuresOf, type Laid, nameFrom, type Romanise, type Where } from './gatherProperties.ts'
import { planeAround } from './gatherShapes.ts'
import type { Json } from './json.ts'
import { roadFinder } from './netChecks.ts'
import { toPoint } from './point.ts'
import { cityFile } from './schema.ts'
import { readLayer, type Sketch } from './sketch.ts'
import { CITY_PATHS, type CityTexts, LAYERS, type Layer, layerText } from './texts.ts'

export interface GatherOptions {
  /** City ids that are taken. */
  readonly taken: readonly string[]
  /** The partners of a city that names none, as in city.json. */
  readonly partners: unknown
  readonly romanise: Romanise
}

export type Gathered =
  | {
      readonly ok: true
      readonly id: string
      readonly name: Name
      readonly texts: CityTexts
      /** What was filled in or left out, and what is to be mended. */
      readonly diagnostics: readonly CityDiagnostic[]
    }
  | { readonly ok: false; readonly diagnostics: readonly CityDiagnostic[] }

/** Codes that refuse a file; the others can be mended on the map. */
const REFUSES = /^CT00/

/**
 * Makes a city of files from outside: GeoJSON by layer or in one, ours or another program's. Never throws; nothing is
 * taken if anything in it can't be read, and what it doesn't say is filled in and told.
 */
export function gatherCity(files: readonly ImportFile[], options: GatherOptions): Gathered {
  const finder = new CityFinder()
  const { city, items } = gatherFiles(files, finder)
  const refused = () => finder.list().some(({ code }) => REFUSES.test(code))
  if (refused()) return { ok: false, diagnostics: finder.list() }
  const file = files[0]?.name ?? ''
  const say = (code: CityCode, zh: string, en: string) =>
    finder.add(code, { file, feature: null, line: 1, at: '' }, { zh, en })
  if (!items.some(({ layer }) => layer === 'roads')) {
    say('CT003', '没有道路', 'there are no roads')
    return { ok: false, diagnostics: finder.list() }
  }
  const frame = frameOf(city, items, file, options, finder)
  if (!frame) return { ok: false, diagnostics: finder.list() }
  const layers = laidOut(items, frame, options.romanise, finder)
  const texts = textsWith(frame, layers)
  const found = diagnoseCity(texts).diagnostics.map((one) => traced(one, layers))
  const diagnostics = [...found, ...finder.list()]
  if (found.some(({ code }) => REFUSES.test(code))) return { ok: false, diagnostics }
  return { ok: true, id: frame.id, name: frame.name, texts, diagnostics }
}

type Frame = ReturnType<typeof cityFile.parse>

function frameOf(
  given: Json | null,
  items: readonly Item[],
  file: string,
  { taken, partners, romanise }: GatherOptions,
  finder: CityFinder,
): Frame | null {
  const say = (code: CityCode, at: string, zh: string, en: string) =>
    finder.add(
      code,
      { file: given ? CITY_PATHS.city : file, feature: null, line: 1, at },
      { zh, en },
    )
  const plane = given ? given.plane : planeAround(items.flatMap(positionsIn))
  if (!plane) {
    say('CT002', '', '范围超过 100 公里，不像一座城市', 'it covers more than 100 km: no city')
    return null
  }
  const base = file.replace(/\.[^.]*$/, '').slice(0, 40)
  const name = nameFrom(given ?? { name: base }, romanise)
  const made = cityFile.safeParse({
    ...given,
    id: freeId(typeof given?.id === 'string' ? given.id : base, 'city', taken),
    name: { zh: name.zh || name.en || '新城市', en: name.en || 'New city' },
    plane,
    partners: given ? given.partners : partners,
  })
  for (const issue of made.error?.issues ?? [])
    say(
      'CT006',
      issue.path.join('.'),
      `${issue.path.join('.')} 不合格式（${issue.message}）`,
      `${issue.path.join('.')}: ${issue.message}`,
    )
  if (!given)
    say(
      'CT031',
      '',
      '没有 city.json：按内容定了图的范围，联动单位用了通用的一套',
      'there is no city.json: the map was framed by what it holds, and the usual partners were put in',
    )
  return made.data ?? null
}

/** `name`, or with a number behind it: the first that is free, in the form of an id. */
export function freeId(name: string, otherwise: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 34)
    .replace(/-+$/, '')
  const front = plain === '' ? otherwise : plain
  if (!known.has(front)) return front
  for (let n = 2; ; n += 1) if (!known.has(`${front}-${n}`)) return `${front}-${n}`
}

type Layers = Readonly<Record<Layer, readonly Laid[]>>

function laidOut(
  items: readonly Item[],
  { plane }: Frame,
  romanise: Romanise,
  finder: CityFinder,
): Layers {
  const of = (layer: Layer) => items.filter((item) => item.layer === layer)
  const notes = { finder, romanise }
  const districts = featuresOf(of('districts'), 'districts', { ...notes, where: () => null })
  const first = items[0]
  const whole: readonly Laid[] =
    districts.length > 0 || !first ? districts : [{ feature: wholeDistrict(plane), from: first }]
  if (whole !== districts && first)
    finder.add(
      'CT031',
      { file: first.file, feature: null, line: 1, at: '' },
      {
        zh: '没有行政区：整张图算作一个区',
        en: 'there are no districts: the whole map counts as one',
      },
    )
  const roads = featuresOf(of('roads'), 'roads', { ...notes, where: () => null })
  const read = (layer: Layer, list: readonly Laid[]) =>
    readLayer(layer, layerText(list.map(({ feature }) => feature)), plane)
  const sketch: Sketch = {
    frame: null,
    layers: {
      districts: read('districts', whole),
      roads: read('roads', roads),
      water: [],
      land: [],
      landmarks: [],
      stations: [],
    },
  }
  const nearest = roadFinder(sketch.layers.roads)
  const where = (item: Item): Where => {
    const [position] = positionsIn(item)
    const at = position && toPoint(plane, [position[0], position[1]])
    const district = at && districtNear(sketch, at)
    return {
      district: district?.id ?? sketch.layers.districts[0]?.id ?? '',
      road: (at && nearest(at, FURTHEST_ROAD)?.id) ?? sketch.layers.roads[0]?.id ?? '',
    }
  }
  const placed = (layer: Layer) => featuresOf(of(layer), layer, { ...notes, where })
  return {
    districts: whole,
    roads,
    water: placed('water'),
    land: placed('land'),
    landmarks: placed('landmarks'),
    stations: placed('stations'),
  }
}

/** A place names the nearest road within so many metres. */
const FURTHEST_ROAD = 20_000

/** One district that is the whole map. */
function wholeDistrict({ west, north, ...plane }: Frame['plane']): Json {
  const degrees = (value: number) => Math.round(value * 1e6) / 1e6
  const east = degrees(west + plane.width / plane.metresPerDegreeLon)
  const south = degrees(north - plane.height / plane.metresPerDegreeLat)
  const ring = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ]
  return {
    type: 'Feature',
    properties: { id: 'city', name: { zh: '全市', en: 'Whole city' } },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}

function textsWith(frame: Frame, layers: Layers): CityTexts {
  const text = (layer: Layer) => layerText(layers[layer].map(({ feature }) => feature))
  return {
    city: `${JSON.stringify(frame, null, 2)}\n`,
    districts: text('districts'),
    roads: text('roads'),
    water: text('water'),
    land: text('land'),
    landmarks: text('landmarks'),
    stations: text('stations'),
  }
}

/** A finding about our files, as one about the file that it came from. */
function traced(found: CityDiagnostic, layers: Layers): CityDiagnostic {
  const layer = LAYERS.find((one) => CITY_PATHS[one] === found.file)
  const from = layer && found.feature !== null ? layers[layer][found.feature]?.from : undefined
  if (!from || found.feature === null) return found
  const path = found.path.replace(/^features\.\d+/, `features.${from.feature}`)
  return { ...found, file: from.file, feature: from.feature, line: from.line, path }
}
