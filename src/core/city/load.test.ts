import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CityFiles, loadCity } from './load.ts'
import { tinyFiles } from './tiny.ts'

const FILES = ['city', 'districts', 'roads', 'water', 'land', 'landmarks', 'stations'] as const

/** The tiny city with one value replaced; steps are keys and indices. */
function broken(path: readonly (string | number)[], value: unknown): CityFiles {
  const files = tinyFiles()
  let at: unknown = files
  for (const step of path.slice(0, -1))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : null
  const last = path[path.length - 1]
  if (typeof at === 'object' && at !== null && last !== undefined) Reflect.set(at, last, value)
  return files
}

function problemsOf(files: CityFiles) {
  const loaded = loadCity(files)
  return loaded.ok ? [] : loaded.problems
}

const landmark = (...rest: (string | number)[]) => ['landmarks', 'features', 0, ...rest]

describe('loading a city', () => {
  it('reads a whole one into integer metres', () => {
    const loaded = loadCity(tinyFiles())
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { city } = loaded
    expect(city.bounds).toEqual({ width: 1000, height: 1000 })
    expect(city.landmarks.get('shop')).toMatchObject({ x: 550, y: 900, rank: 2, number: null })
    expect(city.units).toEqual([
      {
        id: 'one-1',
        kind: 'patrol',
        name: { zh: '一', en: 'One' },
        crew: null,
        station: 'post',
        x: 100,
        y: 500,
      },
    ])
    expect(city.graph.nodes).toHaveLength(5)
    expect(city.graph.edges.map((edge) => [edge.metres, edge.ms])).toEqual([
      [500, 50_000],
      [500, 50_000],
      [500, 25_000],
      [500, 25_000],
    ])
  })

  it.each<[string, CityFiles, string, RegExp]>([
    ['no file', { ...tinyFiles(), roads: undefined }, 'roads', /expected object/],
    [
      'a name missing',
      broken(landmark('properties', 'name'), { zh: '一' }),
      'landmarks.features[0].properties.name.en',
      /string/,
    ],
    [
      'an unknown key',
      broken(landmark('properties', 'onclick'), 'x'),
      'landmarks.features[0].properties',
      /onclick/,
    ],
    [
      'a kind of no kind',
      broken(landmark('properties', 'kind'), 'casino'),
      'landmarks.features[0].properties.kind',
      /expected one of/,
    ],
    [
      'an id for mischief',
      broken(landmark('properties', 'id'), '__proto__'),
      'landmarks.features[0].properties.id',
      /lower case/,
    ],
    [
      'no such district',
      broken(landmark('properties', 'district'), 'moon'),
      'landmarks.features[0].properties.district',
      /'moon'/,
    ],
    [
      'no such road',
      broken(landmark('properties', 'road'), 'moon'),
      'landmarks.features[0].properties.road',
      /'moon'/,
    ],
    [
      'a place outside',
      broken(landmark('geometry', 'coordinates'), [101, 39.995]),
      'landmarks.features[0].geometry',
      /outside/,
    ],
    [
      'not a number',
      broken(landmark('geometry', 'coordinates'), [Number.NaN, 39]),
      'landmarks.features[0].geometry.coordinates[0]',
      /NaN/,
    ],
    [
      'a landmark with a station’s id',
      broken(landmark('properties', 'id'), 'post'),
      'stations.features[0].properties.id',
      /already/,
    ],
    [
      'a speed of none',
      broken(['roads', 'features', 0, 'properties', 'speed'], 0),
      'roads.features[0].properties.speed',
      />=5/,
    ],
    [
      'roads that fall apart',
      broken(
        ['roads', 'features', 1, 'geometry', 'coordinates'],
        [
          [100.002, 40],
          [100.002, 39.999],
        ],
      ),
      'roads',
      /fall apart/,
    ],
    [
      'a text too long',
      broken(landmark('properties', 'name', 'zh'), '长'.repeat(61)),
      'landmarks.features[0].properties.name.zh',
      /<=60/,
    ],
    [
      'a book for a name',
      broken(landmark('properties', 'name', 'zh'), '长'.repeat(9999)),
      'landmarks',
      /longer than/,
    ],
    [
      'a polygon without end',
      broken(['water', 'features', 0, 'geometry', 'coordinates'], Array(5).fill([])),
      'water.features[0].geometry',
      /.+/,
    ],
  ])('refuses %s', (_, files, path, message) => {
    const problems = problemsOf(files)
    expect(problems.map((problem) => problem.path)).toContain(path)
    expect(problems.find((problem) => problem.path === path)?.message).toMatch(message)
  })

  it('refuses doubles of every kind', () => {
    for (const file of ['districts', 'roads', 'landmarks', 'stations'] as const) {
      const files = tinyFiles()
      const { features } = files[file] as { features: unknown[] }
      features.push(structuredClone(features[0]))
      expect(problemsOf(files).some((problem) => problem.message.includes('used twice'))).toBe(true)
    }
  })

  it('refuses bombs without walking through them', () => {
    let deep: unknown = 1
    for (let level = 0; level < 50_000; level += 1) deep = [deep]
    expect(problemsOf({ ...tinyFiles(), water: deep })).toEqual([
      { path: 'water', message: 'nests deeper than 12 levels' },
    ])
    const wide = { type: 'FeatureCollection', features: Array(3_000_000).fill(0) }
    expect(problemsOf({ ...tinyFiles(), land: wide })).toEqual([
      { path: 'land', message: 'holds more than 400000 values' },
    ])
    const shared = Array(2000).fill(Array(2000).fill(0))
    expect(
      problemsOf({ ...tinyFiles(), land: { type: 'FeatureCollection', features: shared } }),
    ).toHaveLength(1)
  })

  it('answers anything at all without throwing, and with few problems', () => {
    const where = fc.constantFrom(...FILES)
    fc.assert(
      fc.property(where, fc.jsonValue({ maxDepth: 6 }), (file, value) => {
        const loaded = loadCity({ ...tinyFiles(), [file]: value })
        expect(loaded.ok || loaded.problems.length).toBeTruthy()
        if (!loaded.ok) expect(loaded.problems.length).toBeLessThanOrEqual(50)
      }),
      { numRuns: 200 },
    )
  })

  it('answers one spoiled value anywhere with a problem of that file, or reads on if it fits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.infiniteStream(fc.nat(9)),
        fc.jsonValue({ maxDepth: 2 }),
        (file, picks, value) => {
          const files = tinyFiles()
          let at: unknown = files[file]
          for (let depth = 0; typeof at === 'object' && at !== null; depth += 1) {
            const keys = Object.keys(at)
            const key = keys[(picks.next().value ?? 0) % Math.max(1, keys.length)]
            if (key === undefined) break
            const inner: unknown = Reflect.get(at, key)
            if (typeof inner !== 'object' || inner === null || depth > 3) {
              Reflect.set(at, key, value)
              break
            }
            at = inner
          }
          for (const problem of problemsOf(files)) expect(problem.path).toMatch(/^[a-z]+/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
