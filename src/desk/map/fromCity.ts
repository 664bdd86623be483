/** Reads the core's city for drawing: one list of shapes for each layer, one list of places. Pure. */
import type { City } from '../../core/city/city.ts'
import type { MapCity, MapPlace } from './mapCity.ts'
import { landmarkSign, stationSign } from './placeKinds.ts'

const known = new WeakMap<City, MapCity>()

/** The city as the map draws it; the same object for the same city. */
export function mapCity(city: City): MapCity {
  const old = known.get(city)
  if (old !== undefined) return old
  const made = makeMapCity(city)
  known.set(city, made)
  return made
}

function makeMapCity(city: City): MapCity {
  const landmarks: MapPlace[] = [...city.landmarks.values()].map((landmark) => ({
    id: landmark.id,
    kind: landmarkSign(landmark.kind),
    // A post is known by the number painted on it.
    name: landmark.number === null ? landmark.name : { zh: landmark.number, en: landmark.number },
    at: { x: landmark.x, y: landmark.y },
    rank: landmark.rank,
    letter: null,
    sees: landmark.sees,
  }))
  const stations: MapPlace[] = city.stations.map((station) => ({
    id: station.id,
    ...stationSign(station.kind),
    sees: null,
    name: station.name,
    at: { x: station.x, y: station.y },
    rank: station.kind === 'police-station' || station.kind === 'fire-station' ? 1 : 2,
  }))
  return {
    name: city.name,
    bounds: { minX: 0, minY: 0, maxX: city.bounds.width, maxY: city.bounds.height },
    districts: city.districts.flatMap(({ name, rings }) =>
      rings.slice(0, 1).map((outline) => ({ name, outline })),
    ),
    waters: city.water.map(({ name, shape, width, rings }) => ({
      name,
      outline: shape === 'area' ? (rings[0] ?? []) : [],
      course: shape === 'line' ? (rings[0] ?? []) : [],
      width,
    })),
    areas: city.land.flatMap(({ kind, name, rings }) =>
      kind === 'rail' || kind === 'power'
        ? []
        : rings.slice(0, 1).map((outline) => ({ kind, name, outline })),
    ),
    lines: city.land.flatMap(({ kind, name, rings }) =>
      kind === 'rail' || kind === 'power'
        ? rings.slice(0, 1).map((points) => ({ kind, name, points }))
        : [],
    ),
    roads: city.roads.map((road) => ({ name: road.name, class: road.class, points: road.points })),
    places: [...stations, ...landmarks],
  }
}
