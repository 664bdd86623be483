import type { Text } from '../scenario/primitives.ts'
import { checkAreas } from './areaChecks.ts'
import type { City } from './city.ts'
import { type CityDiagnostic, CityFinder } from './finder.ts'
import { jsonOf } from './json.ts'
import { loadCity } from './load.ts'
import { checkNames } from './nameChecks.ts'
import { checkNet } from './netChecks.ts'
import { checkShapes } from './shapeChecks.ts'
import { type Sketch, sketchOf } from './sketch.ts'
import type { CityTexts } from './texts.ts'

export interface DiagnosedCity {
  /** Errors first. */
  readonly diagnostics: readonly CityDiagnostic[]
  /** Null while there are errors: calls can't be played in it. */
  readonly city: City | null
}

/** What is wrong with a city's files, all of it at once; and the city, if it can be played in. Never throws. */
export function diagnoseCity(texts: CityTexts, sketch: Sketch = sketchOf(texts)): DiagnosedCity {
  const finder = new CityFinder()
  checkShapes(texts, sketch.layers, finder)
  // further checks of a file that can't be read would only blame it again
  const isReadable = sketch.frame !== null && !finder.has('CT001', 'CT002', 'CT003')
  if (isReadable) {
    checkNames(jsonOf(texts.city), sketch, finder)
    checkNet(sketch, finder)
    checkAreas(sketch, finder)
  }
  if (finder.hasErrors) return { diagnostics: finder.list(), city: null }
  const loaded = loadCity({
    city: jsonOf(texts.city),
    districts: jsonOf(texts.districts),
    roads: jsonOf(texts.roads),
    water: jsonOf(texts.water),
    land: jsonOf(texts.land),
    landmarks: jsonOf(texts.landmarks),
    stations: jsonOf(texts.stations),
  })
  if (loaded.ok) return { diagnostics: finder.list(), city: loaded.city }
  // what calls are played on has the last word
  for (const { path, message } of loaded.problems)
    finder.file('CT006', 'city', { zh: `${path}：${message}`, en: `${path}: ${message}` }, path)
  return { diagnostics: finder.list(), city: null }
}

/**
 * The id of a city that can be worked on, or why it can't be. It may have faults, since work that isn't finished comes back
 * as it was; only a file that can't be read at all refuses it. Never throws.
 */
export function readableCity(
  texts: CityTexts,
): { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: Text } {
  const finder = new CityFinder()
  const sketch = sketchOf(texts)
  checkShapes(texts, sketch.layers, finder)
  if (sketch.frame && !finder.has('CT001', 'CT002', 'CT003'))
    return { ok: true, id: sketch.frame.id }
  const found = finder.list()
  const first = found.find(({ code }) => code < 'CT004') ?? found[0]
  return { ok: false, why: first?.message ?? { zh: '', en: '' } }
}
