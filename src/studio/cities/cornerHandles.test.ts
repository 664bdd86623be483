import { describe, expect, it } from 'vitest'
import type { Feature } from '../../core/city/sketch.ts'
import { cornerHandles } from './cornerHandles.ts'

const VIEW = { width: 400, height: 400 }
/** A pixel is a metre, and 0, 0 lies at the map's upper left. */
const CAMERA = { x: 200, y: 200, scale: 1 }

function line(shape: 'line' | 'area', ...points: readonly (readonly [number, number])[]): Feature {
  return {
    layer: 'roads',
    index: 0,
    line: 2,
    id: 'a',
    name: { zh: '', en: '' },
    kind: 'street',
    properties: {},
    shape,
    rings: [points.map(([x, y]) => ({ x, y }))],
  }
}

const keys = (feature: Feature, held: string | null = null) =>
  cornerHandles(feature, CAMERA, VIEW, held).handles.map(({ key }) => key)

describe('handles of corners', () => {
  it('stand on every corner in the order of the line, with one more in the middle of each long stretch', () => {
    const road = line('line', [10, 10], [110, 10], [130, 10])
    expect(keys(road)).toEqual(['corner 0 0', 'new 0 1', 'corner 0 1', 'corner 0 2'])
    const [, middle] = cornerHandles(road, CAMERA, VIEW, null).handles
    expect(middle).toMatchObject({ isNew: true, place: { x: 60, y: 10 }, at: { x: 60, y: 10 } })
  })

  it('go round an area once, its last stretch too', () => {
    const area = line('area', [10, 10], [110, 10], [110, 110], [10, 10])
    expect(keys(area)).toEqual([
      ...['corner 0 0', 'new 0 1', 'corner 0 1', 'new 0 2', 'corner 0 2', 'new 0 3'],
    ])
  })

  it('make room where corners stand close, but for the one that is held; what is out of sight has none', () => {
    const road = line('line', [10, 10], [15, 10], [20, 10], [300, 900])
    expect(keys(road)).toEqual(['corner 0 0'])
    expect(cornerHandles(road, CAMERA, VIEW, null).hidden).toBe(2)
    expect(keys(road, 'corner 0 1')).toEqual(['corner 0 0', 'corner 0 1'])
  })

  it('are none of a point’s', () => {
    const place = { ...line('line', [10, 10]), shape: 'point' as const }
    expect(keys(place)).toEqual([])
  })
})
