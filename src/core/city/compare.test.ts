import { expect, it } from 'vitest'
import { applyChanges, type Files } from '../files/files.ts'
import { tinyTexts } from './cityFixtures.ts'
import { compareCities, sameCity, sameGround } from './compare.ts'
import { editFeatures, type FeatureEdit } from './edits.ts'
import { type CityTexts, filesOf, textsIn } from './texts.ts'

const TINY = tinyTexts()

function edited(...edits: readonly FeatureEdit[]): CityTexts {
  const changes = editFeatures(TINY, edits)
  if (!changes) throw new Error('not done')
  const files: Files = applyChanges(filesOf(TINY), changes).files
  return textsIn(files)
}

const told = (after: CityTexts) => compareCities(TINY, after)
const place = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [100.002, 39.999] },
})

it('cities that are written otherwise are the same; one change makes them others', () => {
  const roads = JSON.stringify(JSON.parse(TINY.roads), null, 2)
  expect(sameCity(TINY, { ...TINY, roads })).toBe(true)
  expect(told({ ...TINY, roads })).toEqual([])
  expect(sameCity(TINY, edited({ kind: 'remove', layer: 'land', index: 0 }))).toBe(false)
  const named = { ...JSON.parse(TINY.city), id: 'tiny-2', name: { zh: '二', en: 'Two' } }
  const other = { ...TINY, city: JSON.stringify(named) }
  expect([sameCity(TINY, other), sameGround(TINY, other)]).toEqual([false, true])
})

it('a place is moved, renamed, added and removed in a trainer’s words', () => {
  const name = { zh: '新店', en: 'New shop' }
  const [one] = told(
    edited({
      kind: 'set',
      layer: 'landmarks',
      index: 0,
      properties: { name },
      at: [100.0055, 39.9905],
    }),
  )
  expect(one).toMatchObject({ kind: 'place', change: 'changed', id: 'shop', name, moved: 50 })
  expect(one?.was).toEqual({ zh: '一', en: 'One' })
  expect(one?.fields).toEqual([])
  const feature = place({ id: 'bank', name, kind: 'bank', district: 'middle', road: 'down' })
  const both = told(
    edited(
      { kind: 'remove', layer: 'landmarks', index: 0 },
      { kind: 'add', layer: 'landmarks', feature },
    ),
  )
  expect(both.map(({ change, id }) => `${change} ${id}`)).toEqual(['added bank', 'removed shop'])
})

it('a place under another id is the same place', () => {
  const after = edited({ kind: 'set', layer: 'landmarks', index: 0, properties: { id: 'store' } })
  expect(told(after)).toMatchObject([
    { change: 'changed', id: 'store', fields: [{ path: ['id'], before: 'shop', after: 'store' }] },
  ])
})

it('units are told apart from their station: renamed, waiting elsewhere, gone to another one', () => {
  const name = { zh: '一车', en: 'Car one' }
  const at = [100.003, 39.995]
  const units = [{ id: 'one-1', kind: 'patrol', name, at }]
  const away = edited({ kind: 'set', layer: 'stations', index: 0, properties: { units } })
  expect(told(away)).toMatchObject([
    { kind: 'unit', id: 'one-1', name, was: { zh: '一', en: 'One' }, of: { zh: '岗', en: 'Post' } },
  ])
  const moved = { ...units[0], at: [100.003, 39.994] }
  const further = edited({
    kind: 'set',
    layer: 'stations',
    index: 0,
    properties: { units: [moved] },
  })
  expect(compareCities(away, further)).toMatchObject([{ kind: 'unit', moved: 100, fields: [] }])
  const second = place({
    id: 'other',
    name,
    kind: 'patrol-post',
    district: 'middle',
    road: 'down',
    units,
  })
  const gone = edited(
    { kind: 'set', layer: 'stations', index: 0, properties: { units: [] } },
    { kind: 'add', layer: 'stations', feature: second },
  )
  expect(compareCities(away, gone)).toMatchObject([
    { kind: 'station', change: 'added', id: 'other' },
    { kind: 'unit', fields: [{ path: ['station'], before: '岗', after: '一车' }] },
  ])
})

it('roads that run otherwise, and water and land without ids, are told once', () => {
  const line = [
    [100, 39.995],
    [100.01, 39.995],
  ] as const
  const after = edited(
    { kind: 'set', layer: 'roads', index: 0, line, properties: { speed: 40 } },
    { kind: 'set', layer: 'water', index: 0, properties: { kind: 'pond' } },
    { kind: 'remove', layer: 'land', index: 0 },
  )
  expect(told(after)).toMatchObject([
    { kind: 'road', isReshaped: true, fields: [{ path: ['speed'], before: '36', after: '40' }] },
    { kind: 'water', change: 'changed', isReshaped: false, fields: [{ path: ['kind'] }] },
    { kind: 'land', change: 'removed' },
  ])
})

it('the city itself: its name, its partners; what can’t be read doesn’t throw', () => {
  const city = JSON.parse(TINY.city)
  const next = { ...city, name: { zh: '小城', en: 'Town' }, partners: [] }
  expect(told({ ...TINY, city: JSON.stringify(next) })).toMatchObject([
    { kind: 'city', name: { zh: '小城' }, was: { zh: '一' } },
    { kind: 'partner', change: 'removed', id: '119' },
  ])
  expect(told({ ...TINY, city: '{' }).every(({ change }) => change === 'removed')).toBe(true)
  expect(told({ ...TINY, roads: 'null' })).toHaveLength(2)
})
