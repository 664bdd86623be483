import { MOST_POSITIONS } from './geometry.ts'
import { isObject, type Json } from './json.ts'
import type { Plane } from './point.ts'

/** Geometries of other programs, made into ours where that changes nothing that matters. */

/** The simple geometries that one stands for: many of a kind come apart. What isn't known comes back as it is. */
export function partsOf(geometry: unknown): readonly unknown[] {
  if (!isObject(geometry) || typeof geometry.type !== 'string') return [geometry]
  const { type, coordinates } = geometry
  if (!type.startsWith('Multi') || !Array.isArray(coordinates)) return [flat(geometry)]
  return coordinates.map((part: unknown) => flat({ type: type.slice(5), coordinates: part }))
}

/** Without heights, to a tenth of a metre. What is no number stays, to be found by the checks. */
function flat(geometry: Json): Json {
  return { type: geometry.type, coordinates: rounded(geometry.coordinates) }
}

function rounded(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const isPosition = value.length >= 2 && value.every((one) => !Array.isArray(one))
  if (!isPosition) return value.map(rounded)
  return value
    .slice(0, 2)
    .map((one: unknown) => (typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one))
}

/** A line in pieces that aren't too long, each beginning where the one before ends. */
export function piecesOf(geometry: unknown): readonly unknown[] {
  if (!isObject(geometry) || geometry.type !== 'LineString') return [geometry]
  const { coordinates } = geometry
  if (!Array.isArray(coordinates) || coordinates.length <= MOST_POSITIONS) return [geometry]
  const pieces: unknown[] = []
  for (let from = 0; from < coordinates.length - 1; from += MOST_POSITIONS - 1)
    pieces.push({ type: 'LineString', coordinates: coordinates.slice(from, from + MOST_POSITIONS) })
  return pieces
}

/** A border with fewer corners: every so-manieth one, and the last. The same geometry if it has few. */
export function thinned(geometry: unknown): unknown {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return geometry
  const thin = (line: unknown): unknown => {
    if (!Array.isArray(line) || line.length <= MOST_POSITIONS) return line
    const step = Math.ceil(line.length / (MOST_POSITIONS - 2))
    return line.filter((_, index) => index % step === 0 || index === line.length - 1)
  }
  const { type, coordinates } = geometry
  if (type === 'LineString') return { type, coordinates: thin(coordinates) }
  return type === 'Polygon' ? { type, coordinates: coordinates.map(thin) } : geometry
}

/** Metres beside the outermost road or place. */
const MARGIN = 300
const METRES_PER_DEGREE = 111_320

/** cos of an angle in degrees, by a series that every engine sums alike. */
function cosine(degrees: number): number {
  const x = (degrees * Math.PI) / 180
  let sum = 0
  let term = 1
  for (let n = 1; n <= 12; n += 1) {
    sum += term
    term *= -(x * x) / ((2 * n - 1) * (2 * n))
  }
  return sum
}

/** The plane around some positions; null if it would be larger than a city may be, or there are none. */
export function planeAround(positions: readonly (readonly [number, number])[]): Plane | null {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  if (!(west <= east)) return null
  const perLon = Math.round(METRES_PER_DEGREE * cosine((south + north) / 2))
  if (perLon < 1000) return null
  const width = Math.round((east - west) * perLon) + 2 * MARGIN
  const height = Math.round((north - south) * METRES_PER_DEGREE) + 2 * MARGIN
  if (width > 100_000 || height > 100_000) return null
  const degrees = (value: number) => Math.round(value * 1e6) / 1e6
  return {
    west: degrees(west - MARGIN / perLon),
    north: degrees(north + MARGIN / METRES_PER_DEGREE),
    metresPerDegreeLon: perLon,
    metresPerDegreeLat: METRES_PER_DEGREE,
    width,
    height,
  }
}
