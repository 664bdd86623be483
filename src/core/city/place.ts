import type { City, Landmark, Name, Station } from './city.ts'
import { distance, insideRing, type Point } from './point.ts'
import { snap } from './route.ts'
import type { LandmarkKind } from './schema.ts'

/** Anything with a name that an incident record can point at: a landmark or a station. */
export type Place = Landmark | Station

/** A place by its id, or null. Landmarks and stations share their ids, so one answer is enough. */
export function placeById(city: City, id: string): Place | null {
  return city.landmarks.get(id) ?? city.stations.find((station) => station.id === id) ?? null
}

/** The district that a point lies in; of none, null. */
export function districtAt(city: City, point: Point): Name | null {
  for (const { rings, name } of city.districts) {
    const [outer, ...holes] = rings
    if (outer && insideRing(outer, point) && !holes.some((hole) => insideRing(hole, point)))
      return name
  }
  return null
}

/** Things that stand in rows: they name a place only to someone right beside them. */
const ROWS: ReadonlySet<LandmarkKind> = new Set(['lamp-post', 'km-post', 'pylon', 'road-sign'])
const BESIDE = 15
const NEAR_ROAD = 300
const NEAR_LANDMARK = 1500
/** A place known to everybody describes better than a nearer one that few know. */
const METRES_PER_RANK = 20

const DIRECTIONS = {
  n: { zh: '北', en: 'north' },
  ne: { zh: '东北', en: 'north-east' },
  e: { zh: '东', en: 'east' },
  se: { zh: '东南', en: 'south-east' },
  s: { zh: '南', en: 'south' },
  sw: { zh: '西南', en: 'south-west' },
  w: { zh: '西', en: 'west' },
  nw: { zh: '西北', en: 'north-west' },
} as const

/** The compass direction from one point to another, by eighths; tan 22.5° as 41/99. */
export function direction(from: Point, to: Point): keyof typeof DIRECTIONS {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const flat = Math.abs(dy) * 99 <= Math.abs(dx) * 41
  const steep = Math.abs(dx) * 99 <= Math.abs(dy) * 41
  if (flat) return dx >= 0 ? 'e' : 'w'
  if (steep) return dy >= 0 ? 's' : 'n'
  if (dy < 0) return dx > 0 ? 'ne' : 'nw'
  return dx > 0 ? 'se' : 'sw'
}

/**
 * Says where a point is, as one would on the radio: '渠北路 · 福满家超市 西 40 米',
 * 'Qubei Road · 40 m west of Fumanjia Supermarket'; far from everything, the district and its nearest road.
 */
export function placeName(city: City, point: Point, lang: 'zh' | 'en'): string {
  const near = snap(city, point)
  const road = near && near.metres <= NEAR_ROAD ? city.roads[near.edge.road] : undefined
  const district = districtAt(city, point)?.[lang] ?? city.name[lang]
  const area = road ? road.name[lang] : district
  const landmark = describer(city, point)
  if (!landmark) return road ? `${district} · ${area}` : area
  const name = landmark.name[lang]
  const metres = distance(landmark, point)
  if (metres <= BESIDE) return name.includes(area) ? name : `${area} · ${name}`
  const rounded = metres < 100 ? Math.round(metres / 5) * 5 : Math.round(metres / 10) * 10
  const way = DIRECTIONS[direction(landmark, point)][lang]
  return lang === 'zh'
    ? `${area} · ${name} ${way} ${rounded} 米`
    : `${area} · ${rounded} m ${way} of ${name}`
}

/** The place that describes a point best; of equals the first in the file. */
function describer(city: City, point: Point): Place | null {
  let best: Place | null = null
  let bestCost = NEAR_LANDMARK
  const consider = (place: Place, rank: number, row: boolean) => {
    const metres = distance(place, point)
    if (row && metres > BESIDE) return
    const cost = metres <= BESIDE ? metres : metres + rank * METRES_PER_RANK
    if (cost < bestCost) {
      best = place
      bestCost = cost
    }
  }
  for (const landmark of city.landmarks.values())
    consider(landmark, landmark.rank, ROWS.has(landmark.kind))
  for (const station of city.stations) consider(station, 2, false)
  return best
}
