import { describe, expect, it } from 'vitest'
import { applyChanges } from '../files/files.ts'
import { textsOfFiles } from './cityFixtures.ts'
import { diagnoseCity } from './diagnose.ts'
import { editFeatures } from './edits.ts'
import { joinRoad } from './joining.ts'
import { sketchOf } from './sketch.ts'
import { type CityTexts, filesOf, textsIn } from './texts.ts'
import { tinyFiles } from './tiny.ts'

type At = readonly [number, number]

/** The tiny city with one road more. */
function withRoad(...coordinates: At[]): CityTexts {
  const files = tinyFiles()
  const { features } = files.roads as { features: object[] }
  features.push({
    type: 'Feature',
    properties: { id: 'new', name: { zh: '新', en: 'New' }, class: 'lane', speed: 20 },
    geometry: { type: 'LineString', coordinates },
  })
  return textsOfFiles(files)
}

const codesOf = (texts: CityTexts) => diagnoseCity(texts).diagnostics.map(({ code }) => code)

function joined(texts: CityTexts): CityTexts | null {
  const sketch = sketchOf(texts)
  const road = sketch.layers.roads[2]
  const edits = road && joinRoad(sketch, road)
  const changes = edits && editFeatures(texts, edits)
  return changes ? textsIn(applyChanges(filesOf(texts), changes).files) : null
}

describe('joining a road to the rest', () => {
  it.each<[string, readonly At[], string]>([
    [
      'an island whose end lies before a stretch',
      [
        [100.002, 39.9945],
        [100.002, 39.992],
      ],
      'CT020',
    ],
    [
      'an island that stands askew',
      [
        [100.0033, 39.99533],
        [100.004, 39.999],
      ],
      'CT020',
    ],
    [
      'an end that nearly meets',
      [
        [100.0052, 39.9975],
        [100.007, 39.997],
        [100.007, 39.99504],
      ],
      'CT020',
    ],
    [
      'a loose end of a joined road',
      [
        [100.005, 40],
        [100.002, 39.998],
        [100.002, 39.99503],
      ],
      'CT021',
    ],
  ])('mends %s', (_, road, code) => {
    const texts = withRoad(...road)
    expect(codesOf(texts)).toContain(code)
    const after = joined(texts)
    if (!after) throw new Error('not joined')
    expect(codesOf(after)).not.toContain('CT020')
    expect(codesOf(after)).not.toContain('CT021')
    expect(diagnoseCity(after).city).not.toBeNull()
    // all else is as it was, to the letter
    expect({ ...after, roads: '' }).toEqual({ ...texts, roads: '' })
    expect(joined(after)).toBeNull()
  })

  it('leaves wide gaps alone: they may be a river', () => {
    expect(joined(withRoad([100.002, 39.994], [100.002, 39.991]))).toBeNull()
    expect(joined(withRoad([100.005, 40], [100.002, 39.998]))).toBeNull()
  })
})
