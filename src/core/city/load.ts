import type { z } from 'zod'
import { tooBig } from './bounded.ts'
import { checkReferences } from './check.ts'
import type { City } from './city.ts'
import { buildGraph, cutOff } from './graph.ts'
import { type Plane, type Point, toPoint } from './point.ts'
import {
  cityFile,
  districtsFile,
  KIND_RANK,
  landFile,
  landmarksFile,
  type Position,
  roadsFile,
  stationsFile,
  waterFile,
} from './schema.ts'

/** The files of a city folder, parsed from JSON and otherwise unknown. `city` is city.json, the rest GeoJSON. */
export interface CityFiles {
  readonly city: unknown
  readonly districts: unknown
  readonly roads: unknown
  readonly water: unknown
  readonly land: unknown
  readonly landmarks: unknown
  readonly stations: unknown
}

/** What is wrong, and where: `landmarks.features[3].properties.name.zh`. */
export interface CityProblem {
  readonly path: string
  readonly message: string
}

export type LoadedCity =
  | { readonly ok: true; readonly city: City }
  | { readonly ok: false; readonly problems: readonly CityProblem[] }

/** More than this helps nobody. */
const MAX_PROBLEMS = 50

/**
 * Reads a city from its files. Never throws: whatever they hold, the answer is a city whose references all lead
 * somewhere and whose roads hang together, or a list of problems (at most 50) with their places.
 */
export function loadCity(files: CityFiles): LoadedCity {
  const problems: CityProblem[] = []
  const city = read('city', cityFile, files.city, problems)
  const districts = read('districts', districtsFile, files.districts, problems)
  const roads = read('roads', roadsFile, files.roads, problems)
  const water = read('water', waterFile, files.water, problems)
  const land = read('land', landFile, files.land, problems)
  const landmarks = read('landmarks', landmarksFile, files.landmarks, problems)
  const stations = read('stations', stationsFile, files.stations, problems)
  if (!city || !districts || !roads || !water || !land || !landmarks || !stations) {
    return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) }
  }
  const line = projector(city.plane)
  const point = (position: Position): Point => toPoint(city.plane, position)
  const shaped = (geometry: Shape) =>
    geometry.type === 'LineString'
      ? { shape: 'line' as const, rings: [line(geometry.coordinates)] }
      : { shape: 'area' as const, rings: geometry.coordinates.map(line) }
  const lines = roads.features.map(({ properties, geometry }) => ({
    ...properties,
    points: line(geometry.coordinates),
  }))
  const loaded: City = {
    id: city.id,
    name: city.name,
    bounds: { width: city.plane.width, height: city.plane.height },
    plane: city.plane,
    districts: districts.features.map(({ properties, geometry }) => ({
      ...properties,
      rings: geometry.coordinates.map(line),
    })),
    roads: lines,
    water: water.features.map(({ properties, geometry }) => ({
      kind: properties.kind,
      name: properties.name,
      width: properties.width ?? 0,
      ...shaped(geometry),
    })),
    land: land.features.map(({ properties, geometry }) => ({
      kind: properties.kind,
      name: properties.name ?? null,
      ...shaped(geometry),
    })),
    landmarks: new Map(
      landmarks.features.map(({ properties, geometry }) => [
        properties.id,
        {
          ...properties,
          number: properties.number ?? null,
          rank: properties.rank ?? KIND_RANK[properties.kind],
          sees: properties.sees ?? null,
          ...point(geometry.coordinates),
        },
      ]),
    ),
    stations: stations.features.map(({ properties, geometry }) => ({
      ...properties,
      units: properties.units.map((unit) => unit.id),
      ...point(geometry.coordinates),
    })),
    units: stations.features.flatMap(({ properties, geometry }) =>
      properties.units.map(({ id, kind, name, crew, at }) => ({
        id,
        kind,
        name,
        crew: crew ?? null,
        station: properties.id,
        ...point(at ?? geometry.coordinates),
      })),
    ),
    partners: city.partners.map((partner) => ({ ...partner, sends: partner.sends ?? null })),
    graph: buildGraph(lines),
  }
  problems.push(
    ...checkReferences(
      loaded,
      landmarks.features.map((feature) => feature.properties.id),
    ),
  )
  for (const node of cutOff(loaded.graph).slice(0, 1)) {
    const at = loaded.graph.nodes[node]
    problems.push({
      path: 'roads',
      message: `the roads fall apart: ${at?.x ?? 0}, ${at?.y ?? 0} (metres) can't be reached from the first road; crossing roads must share a coordinate`,
    })
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) }
  return { ok: true, city: loaded }
}

type Shape =
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }

const projector =
  (plane: Plane) =>
  (positions: readonly Position[]): readonly Point[] =>
    positions.map((position) => toPoint(plane, position))

/** Checks one file; adds what is wrong to `problems` and gives null. */
function read<S extends z.ZodType>(
  file: keyof CityFiles,
  schema: S,
  value: unknown,
  problems: CityProblem[],
): z.output<S> | null {
  const excess = tooBig(value)
  if (excess) {
    problems.push({ path: file, message: excess })
    return null
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues.slice(0, MAX_PROBLEMS)) {
    problems.push({ path: pathText(file, issue.path), message: issue.message.slice(0, 200) })
  }
  return null
}

function pathText(file: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) =>
    typeof step === 'number' ? `[${step}]` : `.${String(step).slice(0, 40)}`,
  )
  return file + steps.join('')
}
