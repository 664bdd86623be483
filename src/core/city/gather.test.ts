import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { tinyTexts } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { editFeature, type FeatureEdit, placeFeature } from './edits.ts'
import { type Gathered, gatherCity } from './gather.ts'
import type { ImportFile } from './gatherFiles.ts'
import { sketchOf } from './sketch.ts'
import {
  bundleText,
  CITY_FILES,
  CITY_PATHS,
  type CityTexts,
  eachFile,
  filesOf,
  LAYERS,
  linesOf,
  textsIn,
} from './texts.ts'

const PARTNERS = [
  { id: '119', name: { zh: '消防', en: 'Fire' }, short: { zh: '119', en: '119' }, ackMs: 6000 },
]
const options = { taken: [], partners: PARTNERS, romanise: (zh: string) => `Py ${zh.length}` }
const gather = (...files: ImportFile[]): Gathered => gatherCity(files, options)
const file = (value: unknown, name = 'town.geojson'): ImportFile => ({
  name,
  text: typeof value === 'string' ? value : JSON.stringify(value),
})
const codesOf = ({ diagnostics }: Gathered) => diagnostics.map(({ code }) => code)

function shipped(): CityTexts {
  const folder = new URL('../../../scenarios/cities/saijiang/', import.meta.url)
  return eachFile((file) => readFileSync(new URL(CITY_PATHS[file], folder), 'utf8'))
}

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const feature = (properties: unknown, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const street = (properties: object, ...coordinates: (readonly number[])[]) =>
  feature({ highway: 'residential', ...properties }, 'LineString', coordinates)
const road = street({ name: '人民路' }, [106.2, 38.4], [106.21, 38.4, 1100])
const lane = street({}, [106.205, 38.4], [106.205, 38.41])

describe('a city from files', () => {
  it('comes out of its own export as it went in, the small and the shipped one', () => {
    for (const texts of [tinyTexts(), shipped()]) {
      const read = gather(file(bundleText(texts)))
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
      expect(read.diagnostics).toEqual([])
      expect(diagnoseCity(read.texts).city).toEqual(diagnoseCity(texts).city)
    }
    const once = bundleText(gatherTexts(bundleText(tinyTexts())))
    expect(bundleText(gatherTexts(once))).toBe(once)
  })

  it('is the same from a file for each layer', () => {
    const texts = shipped()
    const files = CITY_FILES.map((one) => ({ name: CITY_PATHS[one], text: texts[one] }))
    const read = gather(...files)
    expect(read.diagnostics).toEqual([])
    expect(read.ok && diagnoseCity(read.texts).city).toEqual(diagnoseCity(texts).city)
  })

  it('can be another program’s: what it doesn’t say is filled in, and told', () => {
    const read = gather(
      file(
        collection(
          road,
          lane,
          feature({ amenity: 'police', name: '城关派出所' }, 'Point', [106.204, 38.4003]),
          feature(
            { amenity: 'hospital', name: '县医院', alt_name: '人民医院;老医院' },
            'Point',
            [106.2051, 38.405],
          ),
          feature({ name: 'Old Tower' }, 'Point', [106.2049, 38.406]),
          feature({ building: 'yes' }, 'Polygon', [
            [
              [0, 0],
              [0, 1],
              [1, 1],
              [0, 0],
            ],
          ]),
          feature({ highway: 'primary', name: '环路' }, 'MultiLineString', [
            [
              [106.21, 38.4],
              [106.21, 38.41],
            ],
            [
              [106.21, 38.41],
              [106.205, 38.41],
            ],
          ]),
        ),
      ),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    const { layers } = sketchOf(read.texts)
    expect(layers.roads.map(({ kind, properties }) => [kind, properties.speed])).toEqual([
      ['street', 36],
      ['street', 36],
      ['main', 50],
      ['main', 50],
    ])
    expect(layers.landmarks[0]).toMatchObject({
      kind: 'hospital',
      name: { zh: '县医院', en: 'Py 3' },
      properties: { aliases: ['人民医院', '老医院'], district: 'city', road: 'unnamed-road-2' },
    })
    expect(layers.stations[0]?.properties.units).toMatchObject([{ kind: 'station' }])
    const codes = new Set(codesOf(read))
    expect(codes).toEqual(new Set(['CT010', 'CT021', 'CT031', 'CT032']))
    // only the name that nobody gave is left to mend
    const errors = read.diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ feature: n, path }) => [n, path])).toEqual([
      [4, 'features.4.properties.name'],
    ])
  })

  it('gets an id that is free', () => {
    const read = gatherCity([file(bundleText(tinyTexts()))], {
      ...options,
      taken: ['tiny', 'tiny-2'],
    })
    expect(read.ok && read.id).toBe('tiny-3')
  })

  it('cuts long roads where they go on, and thins long borders', () => {
    const long = Array.from({ length: 1500 }, (_, n) => [106.2 + n / 100_000, 38.4])
    const ring = Array.from({ length: 900 }, (_, n) => [106.2 + n / 100_000, 38.39 + n / 1e6])
    const read = gather(
      file(
        collection(
          street({ name: 'Long' }, ...long),
          feature({ id: 'd', name: 'D', boundary: 'administrative' }, 'Polygon', [
            [...ring, [106.2, 38.41], [106.2, 38.39]],
          ]),
        ),
      ),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    const { layers } = sketchOf(read.texts)
    expect(layers.roads.map(({ rings }) => rings[0]?.length)).toEqual([600, 600, 302])
    expect(codesOf(read)).not.toContain('CT020')
    expect(layers.districts[0]?.rings[0]?.length).toBeLessThanOrEqual(600)
  })
})

function gatherTexts(text: string): CityTexts {
  const read = gather(file(text))
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return read.texts
}

describe('hostile files', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const place = (properties: unknown, at: unknown = [106.205, 38.4]) =>
    collection(road, feature(properties, 'Point', at))
  it.each<[string, readonly ImportFile[], string]>([
    ['nothing', [file('')], 'CT001'],
    ['no JSON', [file('<html>')], 'CT001'],
    ['ten megabytes of text', [file(JSON.stringify('x'.repeat(10_000_000)))], 'CT002'],
    ['many large files', Array.from({ length: 3 }, () => file('9'.repeat(4_000_000))), 'CT002'],
    ['deep nesting', [file(deep)], 'CT002'],
    [
      'deep properties',
      [file(place({ name: 'a', kind: 'shop', x: JSON.parse('['.repeat(40) + ']'.repeat(40)) }))],
      'CT002',
    ],
    [
      'a million coordinates',
      [file(collection(feature({ highway: 'x' }, 'LineString', Array(300_000).fill([1, 1]))))],
      'CT002',
    ],
    [
      'ten thousand places',
      [
        file(
          collection(
            road,
            ...Array.from({ length: 6000 }, (_, n) =>
              feature({ kind: 'shop', name: `s${n}` }, 'Point', [106.2, 38.4]),
            ),
          ),
        ),
      ],
      'CT002',
    ],
    ['a list', [file([])], 'CT003'],
    ['a lone feature', [file(road)], 'CT003'],
    ['features that are none', [file(collection(road, 7, 'x', null))], 'CT003'],
    [
      'properties that are text',
      [file(collection(road, feature('x', 'Point', [106.2, 38.4])))],
      'CT003',
    ],
    ['no roads', [file(collection())], 'CT003'],
    [
      'projected coordinates',
      [file(place({ name: 'a', kind: 'shop' }, [4_200_000, 3_900_000]))],
      'CT004',
    ],
    [
      'coordinates of infinite size',
      [
        file(
          JSON.stringify(place({ name: 'a', kind: 'shop' }, [7, 7])).replace('[7,7]', '[1e999,38]'),
        ),
      ],
      'CT004',
    ],
    ['coordinates of text', [file(place({ name: 'a', kind: 'shop' }, ['106', '38']))], 'CT004'],
    ['no coordinates', [file(place({ name: 'a', kind: 'shop' }, null))], 'CT004'],
    [
      'a shape of no kind',
      [
        file(
          collection(road, {
            type: 'Feature',
            properties: {},
            geometry: { type: 'GeometryCollection', geometries: [] },
          }),
        ),
      ],
      'CT005',
    ],
    [
      'no shape',
      [file(collection(road, { type: 'Feature', properties: {}, geometry: null }))],
      'CT005',
    ],
    [
      'a speed of text',
      [file(collection(street({ name: '路', speed: 'fast' }, [106.2, 38.4], [106.21, 38.4])))],
      'CT006',
    ],
    [
      'units that are none',
      [
        file(
          collection(
            road,
            feature({ kind: 'patrol-post', name: '站', units: [7] }, 'Point', [106.2, 38.4]),
          ),
        ),
      ],
      'CT006',
    ],
    [
      'script in a name',
      [file(place({ name: '<img src=x onerror=alert(1)>', kind: 'shop' }))],
      'CT007',
    ],
    ['script in an alias', [file(place({ name: 'a', kind: 'shop', aliases: ['<b>'] }))], 'CT007'],
    ['script in a key', [file(place({ name: 'a', kind: 'shop', '<script>': 'x' }))], 'CT007'],
    ['control signs', [file(place({ name: 'a\u0000b', kind: 'shop' }))], 'CT007'],
    ['a continent', [file(collection(street({ name: '路' }, [70, 20], [130, 50])))], 'CT002'],
    [
      'a city.json of mischief',
      [file({ id: 'x', plane: { west: 'x' } }, 'city.json'), file(collection(road))],
      'CT006',
    ],
  ])('are refused whole with %s', (_, files, code) => {
    const read = gather(...files)
    expect(read.ok).toBe(false)
    expect(codesOf(read)).toContain(code)
    for (const { message } of read.diagnostics)
      expect(message.zh + message.en).not.toMatch(/[<>\p{Cc}]/u)
  })

  it('can’t reach into the program by names of its own', () => {
    const text = JSON.stringify(place({ name: '店', kind: 'shop' })).replace(
      '"kind"',
      '"__proto__":{"polluted":1},"kind"',
    )
    const read = gather(file(text))
    expect(read.ok).toBe(true)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    if (read.ok) expect(read.texts.landmarks).not.toContain('polluted')
  })

  it('never throw, and what is taken can be worked on', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 3 }), (value, inner) => {
        for (const one of [
          value,
          collection(road, inner),
          place(inner),
          collection(road, feature({ name: '店', kind: 'shop' }, 'Point', inner)),
        ]) {
          const read = gather(file(one))
          if (!read.ok) expect(read.diagnostics.length).toBeGreaterThan(0)
          else for (const layer of LAYERS) expect(linesOf(read.texts[layer])).not.toBeNull()
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('changes of places', () => {
  const edits = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        zh: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
      }),
      fc.record({ kind: fc.constant('remove' as const), index: fc.nat(6) }),
      fc.record({
        kind: fc.constant('set' as const),
        index: fc.nat(6),
        zh: fc.string(),
        move: fc.boolean(),
      }),
    ),
    { maxLength: 12 },
  )

  it('touch one line, leave all others to the letter, and are taken back whole', () => {
    fc.assert(
      fc.property(edits, (list) => {
        let files = filesOf(tinyTexts())
        let model: { zh: string; x: number }[] = [{ zh: '一', x: 550 }]
        for (const [n, one] of list.entries()) {
          const texts = textsIn(files)
          const plane = sketchOf(texts).frame?.plane
          if (!plane) throw new Error('no plane')
          const edit: FeatureEdit =
            one.kind === 'add'
              ? {
                  kind: 'add',
                  layer: 'landmarks',
                  feature: placeFeature(
                    plane,
                    { x: 100 + n, y: 500 },
                    {
                      id: `p-${n}`,
                      name: { zh: one.zh, en: 'New' },
                      kind: 'shop',
                      district: 'middle',
                      road: 'across',
                    },
                  ),
                }
              : one.kind === 'remove'
                ? { kind: 'remove', layer: 'landmarks', index: one.index }
                : {
                    kind: 'set',
                    layer: 'landmarks',
                    index: one.index,
                    properties: { name: { zh: one.zh, en: 'Set' } },
                    ...(one.move ? { at: [100.002, 39.995] } : {}),
                  }
          const change = editFeature(texts, edit)
          const isThere = one.kind === 'add' || one.index < model.length
          expect(change !== null).toBe(isThere)
          if (!change) continue
          const after = applyChanges(files, [change])
          expect(textsIn(applyChanges(after.files, after.back).files)).toEqual(texts)
          ;({ files } = after)
          if (one.kind === 'add') model = [...model, { zh: one.zh, x: 100 + n }]
          else if (one.kind === 'remove') model = model.filter((_, index) => index !== one.index)
          else
            model = model.map((was, index) =>
              index === one.index ? { zh: one.zh, x: one.move ? 200 : was.x } : was,
            )
        }
        const { landmarks } = sketchOf(textsIn(files)).layers
        expect(landmarks.map(({ name, rings }) => ({ zh: name.zh, x: rings[0]?.[0]?.x }))).toEqual(
          model,
        )
        expect(linesOf(textsIn(files).landmarks)).not.toBeNull()
      }),
      { numRuns: 120 },
    )
  })
})
