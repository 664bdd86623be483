import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { textsOfFiles, tinyTexts } from './cityFixtures.ts'
import {
  type Corner,
  canRemove,
  cornerAt,
  cornersOf,
  insertCorner,
  moveCorners,
  removeCorner,
  ringsWith,
  togetherWith,
} from './corners.ts'
import { diagnoseCity } from './diagnose.ts'
import { roadGrid } from './drawing.ts'
import { editFeatures, type FeatureEdit } from './edits.ts'
import type { Feature, Sketch } from './sketch.ts'
import { sketchOf } from './sketch.ts'
import { type CityTexts, filesOf, type Layer, textsIn } from './texts.ts'
import { tinyFiles } from './tiny.ts'

const TINY = tinyTexts()

function planeOf({ frame }: Sketch) {
  if (!frame) throw new Error('no frame')
  return frame.plane
}

function cornerOf(sketch: Sketch, layer: Layer, feature: number, index: number, ring = 0): Corner {
  const found = sketch.layers[layer][feature]
  if (!found) throw new Error('no such feature')
  return { feature: found, ring, index }
}

function edited(texts: CityTexts, edits: readonly FeatureEdit[] | null): CityTexts {
  const changes = edits && editFeatures(texts, edits)
  if (!changes) throw new Error('not done')
  return textsIn(applyChanges(filesOf(texts), changes).files)
}

const line = (texts: CityTexts, layer: Layer, feature: number) =>
  sketchOf(texts).layers[layer][feature]?.rings[0]?.map(({ x, y }) => `${x},${y}`)

/** Two districts side by side: they share the corners 500,0 and 500,1000. */
function twoDistricts(): CityTexts {
  const files = tinyFiles()
  const name = (id: string) => ({ id, name: { zh: id, en: id } })
  const area = (id: string, west: number, east: number) => ({
    type: 'Feature',
    properties: name(id),
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 40],
          [east, 40],
          [east, 39.99],
          [west, 39.99],
          [west, 40],
        ],
      ],
    },
  })
  const features = [area('middle', 100, 100.005), area('east', 100.005, 100.01)]
  return textsOfFiles({ ...files, districts: { type: 'FeatureCollection', features } })
}

describe('a corner that is moved', () => {
  it('takes the other roads along that meet there, and nothing else changes', () => {
    const sketch = sketchOf(TINY)
    const moving = togetherWith(sketch, cornerOf(sketch, 'roads', 0, 1))
    expect(moving.map(({ feature, index }) => [feature.id, index])).toEqual([
      ['across', 1],
      ['down', 1],
    ])
    const texts = edited(TINY, moveCorners(planeOf(sketch), moving, { x: 520, y: 470 }))
    expect(line(texts, 'roads', 0)).toEqual(['0,500', '520,470', '1000,500'])
    expect(line(texts, 'roads', 1)).toEqual(['500,0', '520,470', '500,1000'])
    expect({ ...texts, roads: '' }).toEqual({ ...TINY, roads: '' })
    expect(diagnoseCity(texts).diagnostics).toEqual([])
  })

  it('closes its area again, and leaves the other coordinates to the last digit', () => {
    const fine = { ...TINY, water: TINY.water.replace('[100.01,40]', '[100.0100000123,40]') }
    const sketch = sketchOf(fine)
    const corner = cornerOf(sketch, 'water', 0, 0)
    expect(cornersOf(corner.feature, 0)).toHaveLength(4)
    const texts = edited(fine, moveCorners(planeOf(sketch), [corner], { x: 30, y: 40 }))
    expect(line(texts, 'water', 0)).toEqual(['30,40', '1000,0', '1000,1000', '0,1000', '30,40'])
    expect(texts.water).toContain('[100.0100000123,40]')
  })

  it('moves the border of both districts', () => {
    const texts = twoDistricts()
    const sketch = sketchOf(texts)
    const moving = togetherWith(sketch, cornerOf(sketch, 'districts', 0, 1))
    expect(moving).toHaveLength(2)
    const next = edited(texts, moveCorners(planeOf(sketch), moving, { x: 600, y: 0 }))
    expect(line(next, 'districts', 0)).toContain('600,0')
    expect(line(next, 'districts', 1)).toEqual([
      '600,0',
      '1000,0',
      '1000,1000',
      '500,1000',
      '600,0',
    ])
  })

  it('joins a road that is put onto another one, if that is wanted', () => {
    const sketch = sketchOf(TINY)
    const end = cornerOf(sketch, 'roads', 1, 0)
    const grid = roadGrid(sketch.layers.roads)
    const texts = edited(TINY, moveCorners(planeOf(sketch), [end], { x: 250, y: 500 }, grid))
    expect(line(texts, 'roads', 0)).toEqual(['0,500', '250,500', '500,500', '1000,500'])
    const bent = insertCorner(
      sketch,
      planeOf(sketch),
      { ...end, index: 1 },
      { x: 250, y: 500 },
      grid,
    )
    expect(line(edited(TINY, bent), 'roads', 0)).toEqual(line(texts, 'roads', 0))
    const apart = edited(TINY, moveCorners(planeOf(sketch), [end], { x: 250, y: 500 }))
    expect(line(apart, 'roads', 0)).toEqual(line(TINY, 'roads', 0))
  })

  it('stays where it is rather than stand on the one beside it', () => {
    const sketch = sketchOf(TINY)
    const plane = planeOf(sketch)
    expect(moveCorners(plane, [cornerOf(sketch, 'roads', 0, 0)], { x: 500, y: 500 })).toBeNull()
    expect(moveCorners(plane, [cornerOf(sketch, 'roads', 0, 0)], { x: 0, y: 500 })).toBeNull()
    expect(moveCorners(plane, [cornerOf(sketch, 'water', 0, 0)], { x: 0, y: 1000 })).toBeNull()
  })
})

describe('a corner that is added or taken away', () => {
  it('stands between two of a line, and between the last and the first of an area', () => {
    const sketch = sketchOf(TINY)
    const plane = planeOf(sketch)
    const road = insertCorner(sketch, plane, cornerOf(sketch, 'roads', 0, 2), { x: 700, y: 450 })
    expect(line(edited(TINY, road), 'roads', 0)).toEqual([
      '0,500',
      '500,500',
      '700,450',
      '1000,500',
    ])
    const lake = insertCorner(sketch, plane, cornerOf(sketch, 'water', 0, 4), { x: 5, y: 500 })
    expect(line(edited(TINY, lake), 'water', 0)).toEqual([
      ...['0,0', '1000,0', '1000,1000', '0,1000', '5,500', '0,0'],
    ])
    const twice = { x: 500, y: 500 }
    expect(insertCorner(sketch, plane, cornerOf(sketch, 'roads', 0, 2), twice)).toBeNull()
  })

  it('does so in both districts that border there', () => {
    const texts = twoDistricts()
    const sketch = sketchOf(texts)
    const corner = cornerOf(sketch, 'districts', 0, 2)
    const bent = edited(texts, insertCorner(sketch, planeOf(sketch), corner, { x: 520, y: 500 }))
    expect(line(bent, 'districts', 0)).toHaveLength(6)
    expect(line(bent, 'districts', 1)?.filter((p) => p === '520,500')).toHaveLength(1)
    const again = sketchOf(bent)
    expect(edited(bent, removeCorner(again, cornerOf(again, 'districts', 0, 2)))).toEqual(texts)
  })

  it('is not taken where too few would be left, and other roads keep theirs', () => {
    const sketch = sketchOf(TINY)
    const texts = edited(TINY, removeCorner(sketch, cornerOf(sketch, 'roads', 0, 1)))
    expect(line(texts, 'roads', 0)).toEqual(['0,500', '1000,500'])
    expect(line(texts, 'roads', 1)).toEqual(line(TINY, 'roads', 1))
    const short = sketchOf(texts)
    expect(removeCorner(short, cornerOf(short, 'roads', 0, 0))).toBeNull()
    expect(canRemove(cornerOf(short, 'roads', 0, 0))).toBe(false)
    const lake = edited(TINY, removeCorner(sketch, cornerOf(sketch, 'water', 0, 0)))
    expect(line(lake, 'water', 0)).toEqual(['1000,0', '1000,1000', '0,1000', '1000,0'])
    const three = sketchOf(lake)
    expect(removeCorner(three, cornerOf(three, 'water', 0, 0))).toBeNull()
  })
})

it('whatever is moved and added reads again as it was shown, and every other corner stays', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 1000 }),
    y: fc.integer({ min: 0, max: 1000 }),
  })
  const layer = fc.constantFrom<Layer>('roads', 'water', 'land', 'districts')
  fc.assert(
    fc.property(layer, fc.nat(), point, fc.boolean(), (which, n, to, isNew) => {
      const sketch = sketchOf(TINY)
      const feature: Feature | undefined = sketch.layers[which][0]
      if (!feature) throw new Error('no feature')
      const count = cornersOf(feature, 0).length
      const index = isNew ? 1 + (n % (count - 1)) : n % count
      const corner = { feature, ring: 0, index }
      const plane = planeOf(sketch)
      const edits = isNew
        ? insertCorner(sketch, plane, corner, to)
        : moveCorners(plane, [corner], to)
      if (!edits) return
      const next = sketchOf(edited(TINY, edits)).layers[which][0]
      expect(next?.rings).toEqual(ringsWith(corner, to, isNew))
      expect(next && cornerAt({ ...corner, feature: next })).toEqual(to)
    }),
  )
})
