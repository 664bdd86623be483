import { type FileContent, type Files, textOf } from '../files/files.ts'

/** The files of a city as they are kept: city.json, and a GeoJSON file for each layer, one feature a line. */

export const LAYERS = ['districts', 'roads', 'water', 'land', 'landmarks', 'stations'] as const
export type Layer = (typeof LAYERS)[number]
export type CityFileName = 'city' | Layer

/** Each file's text. */
export type CityTexts = Readonly<Record<CityFileName, string>>

/** Each file's path inside the city's folder. */
export const CITY_PATHS: Readonly<Record<CityFileName, string>> = {
  city: 'city.json',
  districts: 'districts.geojson',
  roads: 'roads.geojson',
  water: 'water.geojson',
  land: 'land.geojson',
  landmarks: 'landmarks.geojson',
  stations: 'stations.geojson',
}

export const CITY_FILES: readonly CityFileName[] = ['city', ...LAYERS]

/** Where a scenario's files hold the city that they were published with. */
export const CARRIED = 'city/'

/** The same for each file of a city. */
export function eachFile<T>(make: (file: CityFileName) => T): Readonly<Record<CityFileName, T>> {
  return {
    city: make('city'),
    districts: make('districts'),
    roads: make('roads'),
    water: make('water'),
    land: make('land'),
    landmarks: make('landmarks'),
    stations: make('stations'),
  }
}

/** A city's texts out of a set of files, below `folder` (`city/`, or nothing). What isn't there is empty. */
export function textsIn(files: Files, folder = ''): CityTexts {
  return eachFile((file) => textOf(files, folder + CITY_PATHS[file]))
}

/** A city's files, below `folder`. */
export function filesOf(texts: CityTexts, folder = ''): Files {
  return new Map(
    CITY_FILES.map((file): [string, FileContent] => [
      folder + CITY_PATHS[file],
      { text: texts[file] },
    ]),
  )
}

const HEAD = '{"type":"FeatureCollection","features":[\n'
const FOOT = '\n]}\n'

/** A layer's text: one feature a line, so that a place in it is a line, and a change of it is one line's. */
export function layerText(features: readonly unknown[]): string {
  return HEAD + features.map((feature) => JSON.stringify(feature)).join(',\n') + FOOT
}

/** Where features stand in a layer's text, as UTF-16 offsets without the comma; null if it isn't one feature a line. */
export function linesOf(
  text: string,
): readonly { readonly from: number; readonly to: number }[] | null {
  if (!text.startsWith(HEAD) || !text.endsWith(FOOT)) return null
  const lines: { from: number; to: number }[] = []
  const end = text.length - FOOT.length
  for (let from = HEAD.length; from < end; ) {
    const found = text.indexOf(',\n', from)
    const to = found < 0 || found > end ? end : found
    // a line of another form: somebody wrote this file by hand
    if (text[from] !== '{' || text[to - 1] !== '}' || text.slice(from, to).includes('\n'))
      return null
    lines.push({ from, to })
    from = to + 2
  }
  return lines
}

/**
 * The whole city as one GeoJSON file: every feature says its layer, and city.json stands beside them. Reading it again
 * gives the same city. What can't be read is left out.
 */
export function bundleText(texts: CityTexts): string {
  const read = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }
  const lines = LAYERS.flatMap((layer) => {
    const value = read(texts[layer])
    const list: unknown =
      typeof value === 'object' && value !== null && 'features' in value ? value.features : []
    return (Array.isArray(list) ? list : []).flatMap((feature: unknown) => {
      if (typeof feature !== 'object' || feature === null || !('properties' in feature)) return []
      const { properties } = feature
      if (typeof properties !== 'object' || properties === null) return []
      return JSON.stringify({ ...feature, properties: { layer, ...properties } })
    })
  })
  return `{"type":"FeatureCollection","city":${JSON.stringify(read(texts.city))},"features":[\n${lines.join(',\n')}\n]}\n`
}
