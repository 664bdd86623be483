import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { tinyTexts } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { ontoRoad, roadGrid, SHAPES, type ShapeKind, shapeEdits } from './drawing.ts'
import { editFeatures } from './edits.ts'
import type { Point } from './point.ts'
import { sketchOf } from './sketch.ts'
import { type CityTexts, filesOf, textsIn } from './texts.ts'

const TINY = tinyTexts()
const NAMED = { id: 'new-1', name: { zh: '新', en: 'New' } }

function drawn(kind: ShapeKind, points: readonly Point[], texts = TINY): CityTexts | null {
  const sketch = sketchOf(texts)
  const plane = sketch.frame?.plane
  const edits = plane && shapeEdits(sketch, plane, kind, points, NAMED)
  const changes = edits && editFeatures(texts, edits)
  return changes ? textsIn(applyChanges(filesOf(texts), changes).files) : null
}

it('a road that ends on others is joined to them at a corner of theirs, and units drive along it', () => {
  // the tiny city's roads cross at 500, 500; one end lies on each, between its corners
  const after = drawn('road', [
    { x: 250, y: 500 },
    { x: 250, y: 250 },
    { x: 500, y: 250 },
  ])
  if (!after) throw new Error('not drawn')
  const { city, diagnostics } = diagnoseCity(after)
  expect(diagnostics).toEqual([])
  const crossings = city?.graph.at.filter((edges) => edges.length === 3).length
  expect(crossings).toBe(2)
  expect(sketchOf(after).layers.roads[0]?.rings[0]).toContainEqual({ x: 250, y: 500 })
})

it('two points on one stretch become corners in the order of the road', () => {
  const after = drawn('road', [
    { x: 300, y: 500 },
    { x: 200, y: 600 },
    { x: 100, y: 500 },
  ])
  const line = after && sketchOf(after).layers.roads[0]?.rings[0]
  expect(line?.map(({ x }) => x)).toEqual([0, 100, 300, 500, 1000])
})

it('a road that crosses another one is joined to it where they cross', () => {
  const after = drawn('road', [
    { x: 200, y: 440 },
    { x: 240, y: 560 },
  ])
  if (!after) throw new Error('not drawn')
  expect(diagnoseCity(after).diagnostics).toEqual([])
  const [across] = sketchOf(after).layers.roads
  expect(across?.rings[0]).toContainEqual({ x: 220, y: 500 })
  expect(sketchOf(after).layers.roads.at(-1)?.rings[0]).toEqual([
    { x: 200, y: 440 },
    { x: 220, y: 500 },
    { x: 240, y: 560 },
  ])
})

it('a click beside a road is put onto its corner, else onto it, else stays', () => {
  const grid = roadGrid(sketchOf(TINY).layers.roads)
  expect(ontoRoad(grid, { x: 505, y: 503 }, 12)).toEqual({ x: 500, y: 500 })
  expect(ontoRoad(grid, { x: 300, y: 508 }, 12)).toEqual({ x: 300, y: 500 })
  expect(ontoRoad(grid, { x: 300, y: 520 }, 12)).toEqual({ x: 300, y: 520 })
})

it('areas are closed rings of their layer, and too few points draw nothing', () => {
  const three = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
    { x: 200, y: 200 },
  ]
  for (const kind of ['lake', 'land', 'district'] as const) {
    const after = drawn(kind, [...three, { x: 100, y: 100 }])
    const layer = kind === 'lake' ? 'water' : kind === 'land' ? 'land' : 'districts'
    const shape = after && sketchOf(after).layers[layer].at(-1)
    expect(shape).toMatchObject({ shape: 'area', name: NAMED.name })
    expect(shape?.rings[0]).toHaveLength(4)
    expect(drawn(kind, three.slice(1))).toBeNull()
  }
  expect(drawn('road', [{ x: 1, y: 1 }])).toBeNull()
  expect(
    drawn('river', [
      { x: 1, y: 1 },
      { x: 1, y: 1 },
    ]),
  ).toBeNull()
})

it('whatever is drawn can be read again, with every point at its metre', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 1000 }),
    y: fc.integer({ min: 0, max: 1000 }),
  })
  const points = fc.uniqueArray(point, {
    minLength: 3,
    maxLength: 8,
    selector: ({ x, y }) => `${x} ${y}`,
  })
  fc.assert(
    fc.property(fc.constantFrom(...SHAPES), points, (kind, line) => {
      const after = drawn(kind, line)
      if (!after) throw new Error('not drawn')
      const layers = sketchOf(after).layers
      const shape = [layers.roads, layers.water, layers.land, layers.districts]
        .map((layer) => layer.at(-1))
        .find((one) => one?.name.zh === '新')
      // a road has corners more where it crosses others
      const corners = shape?.rings[0] ?? []
      let met = 0
      for (const { x, y } of corners) if (line[met]?.x === x && line[met]?.y === y) met += 1
      expect([met, kind === 'road' || corners.length <= line.length + 1]).toEqual([
        line.length,
        true,
      ])
      const codes = diagnoseCity(after).diagnostics.map(({ code }) => code)
      expect(codes.filter((code) => code < 'CT010')).toEqual([])
    }),
    { numRuns: 60 },
  )
})
