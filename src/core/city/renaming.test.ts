import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { textsOfFiles, tinyTexts } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { editFeatures, type FeatureEdit } from './edits.ts'
import { idTrouble, namedBy, renameFeature, renameUnit, unitIdTrouble } from './renaming.ts'
import { type Feature, sketchOf } from './sketch.ts'
import { CITY_PATHS, type CityTexts, eachFile, filesOf, type Layer, textsIn } from './texts.ts'
import { tinyFiles } from './tiny.ts'

const TINY = tinyTexts()
const folder = new URL('../../../scenarios/cities/saijiang/', import.meta.url)
const SAIJIANG = eachFile((file) => readFileSync(new URL(CITY_PATHS[file], folder), 'utf8'))

function edited(texts: CityTexts, edits: readonly FeatureEdit[]): CityTexts {
  const changes = editFeatures(texts, edits)
  if (!changes) throw new Error('not done')
  return textsIn(applyChanges(filesOf(texts), changes).files)
}

function featureOf(texts: CityTexts, layer: Layer, id: string): Feature {
  const found = sketchOf(texts).layers[layer].find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

/** The texts with each whole word `from` as `to`. */
const replaced = (texts: CityTexts, from: string, to: string): CityTexts =>
  eachFile((file) => texts[file].replaceAll(`"${from}"`, `"${to}"`))

describe('an id that is given up for another', () => {
  it('is followed by every place and station that names the road or district', () => {
    for (const [layer, id] of [
      ['roads', 'down'],
      ['roads', 'across'],
      ['districts', 'middle'],
    ] as const) {
      const sketch = sketchOf(TINY)
      const texts = edited(TINY, renameFeature(sketch, featureOf(TINY, layer, id), 'else'))
      expect(diagnoseCity(texts).diagnostics).toEqual([])
      expect(JSON.stringify(texts)).not.toContain(`"${id}"`)
    }
  })

  it('leaves a whole city without a fault, in one change of each file, whichever it is', () => {
    const sketch = sketchOf(SAIJIANG)
    const { districts, roads, landmarks, stations } = sketch.layers
    const some = [districts[0], roads[0], roads[40], landmarks[7], stations[3]]
    for (const feature of some) {
      if (!feature) throw new Error('no such feature')
      const edits = renameFeature(sketch, feature, 'quite-new')
      const changes = editFeatures(SAIJIANG, edits) ?? []
      const paths = changes.map(({ path }) => path)
      expect(new Set(paths).size).toBe(paths.length)
      const texts = edited(SAIJIANG, edits)
      expect(diagnoseCity(texts).city).not.toBeNull()
      const named = namedBy(sketch, feature)
      expect(edits).toHaveLength(1 + named.length)
      if (feature.layer === 'districts') expect(named.length).toBeGreaterThan(10)
    }
  })

  it('keeps files of another form whole', () => {
    const files = tinyFiles()
    const landmarks = JSON.stringify(files.landmarks, null, 2)
    const loose = { ...textsOfFiles(files), landmarks }
    const texts = edited(
      loose,
      renameFeature(sketchOf(loose), featureOf(loose, 'roads', 'down'), 'up'),
    )
    expect(diagnoseCity(texts).diagnostics).toEqual([])
    expect(texts.landmarks).toBe(replaced(TINY, 'down', 'up').landmarks)
  })

  it('takes nothing along that may mean another one of that id', () => {
    const twice = { ...TINY, roads: TINY.roads.replace('"id":"across"', '"id":"down"') }
    const [first] = sketchOf(twice).layers.roads
    if (!first) throw new Error('no road')
    expect(namedBy(sketchOf(twice), first)).toEqual([])
    const texts = edited(twice, renameFeature(sketchOf(twice), first, 'across'))
    expect(texts).toEqual(TINY)
  })

  it('is not one that is out of form, or that another has', () => {
    const sketch = sketchOf(TINY)
    const shop = featureOf(TINY, 'landmarks', 'shop')
    expect(idTrouble(sketch, shop, 'post')).toBe('taken')
    expect(idTrouble(sketch, shop, 'shop')).toBeNull()
    expect(idTrouble(sketch, shop, 'down')).toBeNull()
    for (const bad of ['', '1a', 'Shop', 'a b', '商店', 'a'.repeat(41)])
      expect(idTrouble(sketch, shop, bad)).toBe('form')
    const road = featureOf(TINY, 'roads', 'down')
    expect(idTrouble(sketch, road, 'across')).toBe('taken')
    const post = featureOf(TINY, 'stations', 'post')
    const partners = [{ id: '119' }]
    expect(unitIdTrouble(sketch, partners, post, 0, '119')).toBe('taken')
    expect(unitIdTrouble(sketch, partners, post, 0, '120-4')).toBeNull()
    expect(unitIdTrouble(sketch, partners, post, 0, '-4')).toBe('form')
    expect(renameUnit(post, 1, 'x')).toBeNull()
    const unit = renameUnit(post, 0, '120-4')
    const texts = edited(TINY, unit ? [unit] : [])
    expect(texts).toEqual(replaced(TINY, 'one-1', '120-4'))
  })
})
