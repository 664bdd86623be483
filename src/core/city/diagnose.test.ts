import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../scenario/catalogue.ts'
import { CITY_CATALOGUE } from './catalogue.ts'
import { textsOfFiles } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { type CityFiles, loadCity } from './load.ts'
import { CITY_FILES, CITY_PATHS, type CityTexts, eachFile, LAYERS, linesOf } from './texts.ts'
import { tinyFiles } from './tiny.ts'

const folder = new URL('../../../scenarios/cities/saijiang/', import.meta.url)
const shipped = textsFrom((path) => readFileSync(new URL(path, folder), 'utf8'))

function textsFrom(read: (path: string) => string): CityTexts {
  return eachFile((file) => read(CITY_PATHS[file]))
}

type Steps = readonly (string | number)[]

/** The tiny city with values replaced; steps are keys and indices. */
function broken(...changes: readonly (readonly [path: Steps, value: unknown])[]): CityFiles {
  // nothing in it shared, so that one change is one change
  const files: CityFiles = JSON.parse(JSON.stringify(tinyFiles()))
  for (const [path, value] of changes) {
    let at: unknown = files
    for (const step of path.slice(0, -1))
      at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : null
    const last = path[path.length - 1]
    if (typeof at === 'object' && at !== null && last !== undefined) Reflect.set(at, last, value)
  }
  return files
}

const of = (layer: string, ...rest: Steps): Steps => [layer, 'features', 0, ...rest]
const diagnosed = (files: CityFiles) => diagnoseCity(textsOfFiles(files))
const codesOf = (files: CityFiles) => diagnosed(files).diagnostics.map(({ code }) => code)

/** The tiny city with a copy of a feature, changed. */
function twice(
  layer: 'roads' | 'landmarks' | 'stations' | 'districts',
  change: object,
  geometry?: unknown,
) {
  const files = tinyFiles()
  const { features } = files[layer] as { features: { properties: object; geometry: unknown }[] }
  const [first] = features
  if (!first) throw new Error(layer)
  features.push({
    ...structuredClone(first),
    properties: { ...first.properties, ...change },
    ...(geometry === undefined ? {} : { geometry }),
  })
  return files
}

const name = { zh: '二', en: 'Two' }
const line = (...coordinates: (readonly number[])[]) => ({ type: 'LineString', coordinates })

describe('what is wrong with a city', () => {
  it('is nothing in the shipped one and the small one for tests', () => {
    for (const texts of [shipped, textsOfFiles(tinyFiles())]) {
      const { diagnostics, city } = diagnoseCity(texts)
      expect(diagnostics).toEqual([])
      expect(city).not.toBeNull()
    }
  })

  it.each<[string, CityFiles, string, string, string]>([
    ['no file', { ...tinyFiles(), roads: undefined }, 'CT001', 'roads.geojson', ''],
    ['a list', { ...tinyFiles(), roads: [] }, 'CT003', 'roads.geojson', ''],
    ['an empty feature', broken([of('roads'), {}]), 'CT003', 'roads.geojson', 'features.0.type'],
    [
      'projected coordinates',
      broken([of('landmarks', 'geometry', 'coordinates'), [4_200_000, 3_900_000]]),
      'CT004',
      'landmarks.geojson',
      'features.0.geometry',
    ],
    [
      'coordinates that are no numbers',
      broken([of('landmarks', 'geometry', 'coordinates'), ['a', null]]),
      'CT004',
      'landmarks.geojson',
      'features.0.geometry',
    ],
    [
      'an area for a road',
      broken([of('roads', 'geometry', 'type'), 'Polygon']),
      'CT005',
      'roads.geojson',
      'features.0.geometry',
    ],
    [
      'an open ring',
      broken([of('districts', 'geometry', 'coordinates', 0, 0), [100.001, 40]]),
      'CT005',
      'districts.geojson',
      'features.0.geometry',
    ],
    [
      'a speed of none',
      broken([of('roads', 'properties', 'speed'), 0]),
      'CT006',
      'roads.geojson',
      'features.0.properties.speed',
    ],
    [
      'a field that nobody knows',
      broken([of('land', 'properties', 'onclick'), 'x']),
      'CT006',
      'land.geojson',
      'features.0.properties',
    ],
    [
      'markup in a name',
      broken([of('landmarks', 'properties', 'name', 'zh'), '<script>alert(1)</script>']),
      'CT007',
      'landmarks.geojson',
      'features.0.properties.name',
    ],
    [
      'writing turned round',
      broken([of('landmarks', 'properties', 'name', 'en'), 'a\u202eb']),
      'CT007',
      'landmarks.geojson',
      'features.0.properties.name',
    ],
    [
      'a name in one language',
      broken([of('landmarks', 'properties', 'name'), { zh: '一' }]),
      'CT010',
      'landmarks.geojson',
      'features.0.properties.name',
    ],
    [
      'an id used twice',
      twice('landmarks', { name }),
      'CT011',
      'landmarks.geojson',
      'features.1.properties.id',
    ],
    [
      'a station with a place’s id',
      broken([of('stations', 'properties', 'id'), 'shop']),
      'CT011',
      'stations.geojson',
      'features.0.properties.id',
    ],
    [
      'a unit id used twice',
      twice('stations', { id: 'other', name }),
      'CT011',
      'stations.geojson',
      'features.1.properties.units.0.id',
    ],
    [
      'a name used twice',
      twice('landmarks', { id: 'other' }),
      'CT012',
      'landmarks.geojson',
      'features.1.properties.name',
    ],
    [
      'a kind of no kind',
      broken([of('landmarks', 'properties', 'kind'), 'casino']),
      'CT013',
      'landmarks.geojson',
      'features.0.properties.kind',
    ],
    [
      'a road of no class',
      broken([of('roads', 'properties', 'class'), 'sky']),
      'CT013',
      'roads.geojson',
      'features.0.properties.class',
    ],
    [
      'a district that is not there',
      broken([of('landmarks', 'properties', 'district'), 'moon']),
      'CT014',
      'landmarks.geojson',
      'features.0.properties.district',
    ],
    [
      'an id out of form',
      broken([of('landmarks', 'properties', 'id'), '__proto__']),
      'CT015',
      'landmarks.geojson',
      'features.0.properties.id',
    ],
    [
      'roads in islands',
      twice('roads', { id: 'lost', name }, line([100.002, 40], [100.002, 39.999])),
      'CT020',
      'roads.geojson',
      'features.2.geometry',
    ],
    [
      'an end that nearly meets',
      twice('roads', { id: 'near', name }, line([100.002, 39.99504], [100.002, 39.999])),
      'CT021',
      'roads.geojson',
      'features.2.geometry',
    ],
    [
      'a place far from any road',
      broken([of('landmarks', 'geometry', 'coordinates'), [100.0085, 39.9915]]),
      'CT023',
      'landmarks.geojson',
      'features.0.geometry',
    ],
    [
      'a place outside',
      broken([of('landmarks', 'geometry', 'coordinates'), [100.02, 39.995]]),
      'CT025',
      'landmarks.geojson',
      'features.0.geometry',
    ],
    [
      'a station that no road reaches',
      broken([of('stations', 'geometry', 'coordinates'), [100.002, 39.992]]),
      'CT026',
      'stations.geojson',
      'features.0.geometry',
    ],
    [
      'districts that overlap',
      twice('districts', { id: 'other', name }),
      'CT027',
      'districts.geojson',
      'features.1.geometry',
    ],
    [
      'a border that crosses itself',
      broken([
        of('districts', 'geometry', 'coordinates', 0),
        [
          [100, 40],
          [100.01, 39.99],
          [100.01, 40],
          [100, 39.99],
          [100, 40],
        ],
      ]),
      'CT028',
      'districts.geojson',
      'features.0.geometry',
    ],
    [
      'a place of another district',
      broken([
        of('districts', 'geometry', 'coordinates', 0),
        [
          [100, 40],
          [100.004, 40],
          [100.004, 39.99],
          [100, 39.99],
          [100, 40],
        ],
      ]),
      'CT029',
      'landmarks.geojson',
      'features.0.properties.district',
    ],
    [
      'nobody to send',
      broken([of('stations', 'properties', 'units'), []]),
      'CT030',
      'stations.geojson',
      '',
    ],
  ])('tells %s', (_, files, code, file, path) => {
    const { diagnostics, city } = diagnosed(files)
    const found = diagnostics.find((one) => one.code === code)
    expect(diagnostics.map((one) => one.code)).toContain(code)
    expect(found).toMatchObject({ file, path })
    if (path !== '') expect(found?.line).toBe((found?.feature ?? 0) + 2)
    expect(city === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
  })

  it('tells how far an island is from the rest', () => {
    const files = twice('roads', { id: 'lost', name }, line([100.002, 39.9945], [100.002, 39.991]))
    const [first] = diagnosed(files).diagnostics
    expect(first?.message.zh).toContain('相隔 50 米')
    expect(first?.message.en).toContain('50 m away')
  })

  it('counts what it doesn’t list of one kind', () => {
    const files = tinyFiles()
    const { features } = files.landmarks as { features: { properties: object }[] }
    const [shop] = features
    for (let n = 0; n < 60; n += 1)
      features.push({
        ...structuredClone(shop),
        properties: {
          ...shop?.properties,
          id: `s-${n}`,
          name: { zh: `店${n}`, en: `Shop ${n}` },
          kind: 'casino',
        },
      })
    const found = diagnosed(files).diagnostics.filter(({ code }) => code === 'CT013')
    expect(found).toHaveLength(25)
    expect(found.at(-1)?.message.en).toContain('35 more')
  })

  it('never says that a city is fine that calls can’t be played in, whatever is spoiled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CITY_FILES),
        fc.infiniteStream(fc.nat(9)),
        fc.jsonValue({ maxDepth: 2 }),
        (file, picks, value) => {
          const files: CityFiles = JSON.parse(JSON.stringify(tinyFiles()))
          let at: unknown = files[file]
          for (let depth = 0; typeof at === 'object' && at !== null; depth += 1) {
            const keys = Object.keys(at)
            const key = keys[(picks.next().value ?? 0) % Math.max(1, keys.length)]
            if (key === undefined) break
            const inner: unknown = Reflect.get(at, key)
            if (typeof inner !== 'object' || inner === null || depth > 4) {
              Reflect.set(at, key, value)
              break
            }
            at = inner
          }
          const texts = textsOfFiles(files)
          const { diagnostics, city } = diagnoseCity(texts)
          const errors = diagnostics.filter(({ severity }) => severity === 'error')
          expect(city === null).toBe(errors.length > 0)
          if (!loadCity(files).ok) expect(errors.length).toBeGreaterThan(0)
          for (const { fix, message, line: at } of diagnostics)
            expect([fix.zh, fix.en, message.zh, message.en, String(at)]).not.toContain('')
        },
      ),
      { numRuns: 400 },
    )
  })

  it('answers texts of any kind without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CITY_FILES),
        fc.oneof(fc.string(), fc.json()),
        (file, text) => {
          const { diagnostics } = diagnoseCity({ ...textsOfFiles(tinyFiles()), [file]: text })
          expect(diagnostics.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the codes of cities', () => {
  it('are none of the scenarios’ codes', () => {
    const scenarios: readonly string[] = Object.keys(CATALOGUE)
    expect(Object.keys(CITY_CATALOGUE).filter((code) => scenarios.includes(code))).toEqual([])
    for (const code of Object.keys(CITY_CATALOGUE)) expect(code).toMatch(/^CT\d{3}$/)
  })

  it('are all used by a check, and each says why and how in both languages', () => {
    for (const [code, { title, why, fix }] of Object.entries(CITY_CATALOGUE))
      for (const text of [title, why, fix])
        expect([code, text.zh !== '', text.en !== '']).toEqual([code, true, true])
    expect(
      codesOf(twice('roads', { id: 'lost', name }, line([100.002, 40], [100.002, 39.999]))),
    ).toEqual(['CT020'])
  })
})

it('the shipped city has one feature a line, so that a fault has its line', () => {
  for (const layer of LAYERS) expect(linesOf(shipped[layer])).not.toBeNull()
})
