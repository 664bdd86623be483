import { isObject } from './json.ts'
import type { CityFiles } from './load.ts'
import { type CityTexts, layerText } from './texts.ts'
import { tinyFiles } from './tiny.ts'

/** A city's parsed files as texts in our form. */
export function textsOfFiles(files: CityFiles): CityTexts {
  const layer = (value: unknown): string => {
    const list = isObject(value) && Object.keys(value).length === 2 ? value.features : null
    const isOurs = isObject(value) && value.type === 'FeatureCollection'
    return isOurs && Array.isArray(list) ? layerText(list) : (JSON.stringify(value) ?? '')
  }
  return {
    city: JSON.stringify(files.city) ?? '',
    districts: layer(files.districts),
    roads: layer(files.roads),
    water: layer(files.water),
    land: layer(files.land),
    landmarks: layer(files.landmarks),
    stations: layer(files.stations),
  }
}

/** The tiny city as texts, for tests: afresh each time. */
export const tinyTexts = (): CityTexts => textsOfFiles(tinyFiles())
