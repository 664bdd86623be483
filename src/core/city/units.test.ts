import { expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { tinyTexts } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { editFeatures, type FeatureEdit } from './edits.ts'
import { jsonOf } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { type Feature, sketchOf } from './sketch.ts'
import { type CityTexts, filesOf, layerText, textsIn } from './texts.ts'
import { addUnit, giveUnit, newUnit, placeUnit, removeUnit, setUnit, unitPoint } from './units.ts'

const TINY = tinyTexts()

/** The tiny city with a second station. */
function twoStations(): CityTexts {
  const { features } = JSON.parse(TINY.stations)
  const [first] = features
  const name = { zh: '所', en: 'House' }
  const properties = { ...first.properties, id: 'house', name, kind: 'police-station', units: [] }
  return { ...TINY, stations: layerText([first, { ...first, properties }]) }
}

function after(texts: CityTexts, edits: FeatureEdit | readonly FeatureEdit[] | null): CityTexts {
  const changes = edits && editFeatures(texts, 'kind' in edits ? [edits] : edits)
  if (!changes) throw new Error('not done')
  return textsIn(applyChanges(filesOf(texts), changes).files)
}

function station(texts: CityTexts, index = 0): Feature {
  const one = sketchOf(texts).layers.stations[index]
  if (!one) throw new Error('no station')
  return one
}

it('a new unit is of its station’s kind, under an id that neither unit nor partner has', () => {
  const texts = twoStations()
  const partners = [{ id: 'house-1' }]
  const unit = newUnit(sketchOf(texts), partners, station(texts, 1))
  expect(unit).toEqual({ id: 'house-2', kind: 'station', name: { zh: '所-2', en: 'House-2' } })
  const more = after(texts, addUnit(station(texts, 1), unit))
  expect(unitsOf(station(more, 1))).toEqual([unit])
  expect(diagnoseCity(more).city?.units.map(({ id }) => id)).toEqual(['one-1', 'house-2'])
})

it('a unit is renamed, moved away and back, and removed; what can’t be read stays', () => {
  const [unit] = unitsOf(station(TINY))
  const odd = after(TINY, {
    kind: 'set',
    layer: 'stations',
    index: 0,
    properties: { units: [7, unit] },
  })
  const name = { zh: '一车', en: 'Car' }
  const named = after(odd, setUnit(station(odd), 0, { name, crew: undefined }))
  expect(station(named).properties.units).toEqual([7, { ...unit, name }])
  const plane = sketchOf(TINY).frame?.plane
  if (!plane) throw new Error('no plane')
  const away = after(TINY, placeUnit(station(TINY), 0, plane, { x: 300, y: 510 }))
  const waiting = unitsOf(station(away))[0]
  expect(waiting && unitPoint(station(away), waiting, plane)).toEqual({ x: 300, y: 510 })
  expect(diagnoseCity(away).city?.units[0]).toMatchObject({ x: 300, y: 510 })
  expect(after(away, placeUnit(station(away), 0, plane, null))).toEqual(TINY)
  const none = after(odd, removeUnit(station(odd), 0))
  expect(station(none).properties.units).toEqual([7])
  expect(setUnit(station(none), 0, {})).toBeNull()
  expect(removeUnit(station(none), 0)).toBeNull()
})

it('a unit is given to another station, and to itself not', () => {
  const texts = twoStations()
  const given = after(texts, giveUnit(station(texts), 0, station(texts, 1)))
  expect(unitsOf(station(given))).toEqual([])
  expect(unitsOf(station(given, 1))).toEqual(unitsOf(station(texts)))
  expect(giveUnit(station(texts), 0, station(texts))).toBeNull()
  expect(jsonOf(given.stations)).not.toBeUndefined()
})

it('what is wrong with a unit is said of the unit, and leads to it', () => {
  const wrong = (properties: object) => {
    const change = setUnit(station(TINY), 0, { ...properties })
    return diagnoseCity(after(TINY, change)).diagnostics.map(
      ({ code, path, message }) => `${code} ${path}: ${message.en}`,
    )
  }
  expect(wrong({ id: 'Bad Id' })).toEqual([
    "CT015 features.0.properties.units.0.id: the id of 'One' is out of form: Bad Id",
  ])
  expect(wrong({ name: { zh: '', en: 'Car' } })).toEqual([
    "CT010 features.0.properties.units.0.name: 'Car' has no Chinese name",
  ])
  expect(wrong({ kind: 'boat' })).toEqual([
    "CT013 features.0.properties.units.0.kind: 'One' is of an unknown kind: boat",
  ])
})
