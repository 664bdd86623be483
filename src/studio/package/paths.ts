import { MAX_SOURCE } from '../../core/scenario/parse.ts'

/** The files that may travel with a scenario; what is not named here is not written anywhere. */
const ALLOWED =
  /^(?:scenario\.yaml|layout\.json|translations\.json|plans\/[a-z0-9][a-z0-9-]{0,60}\.yaml|city\/city\.json|city\/(?:districts|roads|water|land|landmarks|stations)\.geojson|voice\/(?:zh|en)\/[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.(?:mp3|ogg|opus|m4a|wav|webm))$/

/** May a file of this path (inside the scenario's folder) travel? */
export const mayTravel = (path: string): boolean => ALLOWED.test(path) && !path.includes('..')

/** A scenario's folder. */
export const FOLDER = /^[a-z][a-z0-9-]{0,39}$/

/** Text files, which must be readable; the rest are sounds. */
export const isText = (path: string): boolean => /\.(?:yaml|json|geojson)$/.test(path)

/** How many bytes a file of that name may have: a layer of a city, a text of four bytes a character at most, a recording. */
export const mostBytes = (path: string): number =>
  path.endsWith('.geojson') ? 6_000_000 : isText(path) ? MAX_SOURCE * 4 : 20_000_000

const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  webm: 'audio/webm',
}

/** The media type of a recording by its name. */
export const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
