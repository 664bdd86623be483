import type { City, Name } from './city.ts'
import { type SearchText, scoreOf, textOf, tokensOf } from './match.ts'
import type { Point } from './point.ts'

/** A place found: `kind` says whether `id` is a landmark's, a station's or a road's (then the point is its middle). */
export interface Found extends Point {
  readonly kind: 'landmark' | 'station' | 'road'
  readonly id: string
  readonly name: Name
  readonly district: Name | null
  readonly road: Name | null
  /** Higher is better; only for comparing results of one search. */
  readonly score: number
}

/** The first letters of a Chinese text's pinyin, lower case: 福满家 → fmj. Must answer the same each time. */
export type Initials = (zh: string) => string

interface Entry {
  readonly found: Omit<Found, 'score'>
  readonly text: SearchText
  readonly bonus: number
}

const MAX_QUERY = 80
const RANK_BONUS = { 1: 3, 2: 2, 3: 0 } as const
const ROAD_BONUS = 4
const noInitials: Initials = () => ''

/** Built once for each city and way of making initials. */
const indexes = new WeakMap<City, WeakMap<Initials, readonly Entry[]>>()

/**
 * Finds places by what a recruit would type: names in Chinese or English, aliases, pinyin initials (given `initials`),
 * road names, numbers on lamp posts, pylons and kilometre posts, in any mixture (`渠北路 0317`, `fmj`, `K1207`).
 * Every word must fit somewhere. Best first; equally good ones in file order. No more than `limit`.
 */
export function searchPlaces(
  city: City,
  query: string,
  limit: number,
  initials: Initials = noInitials,
): readonly Found[] {
  const tokens = tokensOf(query.slice(0, MAX_QUERY))
  if (tokens.length === 0 || limit < 1) return []
  const results: Found[] = []
  for (const entry of indexOf(city, initials)) {
    const score = scoreOf(entry.text, tokens)
    if (score > 0) results.push({ ...entry.found, score: score + entry.bonus })
  }
  // Array.prototype.sort is stable, so equals keep the file's order.
  return results.sort((a, b) => b.score - a.score).slice(0, limit)
}

function indexOf(city: City, initials: Initials): readonly Entry[] {
  const ofCity = indexes.get(city) ?? new WeakMap<Initials, readonly Entry[]>()
  indexes.set(city, ofCity)
  const known = ofCity.get(initials)
  if (known) return known
  const entries = buildIndex(city, initials)
  ofCity.set(initials, entries)
  return entries
}

function buildIndex(city: City, initials: Initials): readonly Entry[] {
  const districts = new Map(city.districts.map((district) => [district.id, district.name]))
  const roads = new Map(city.roads.map((road) => [road.id, road.name]))
  const where = (place: { readonly district: string; readonly road: string }) => ({
    district: districts.get(place.district) ?? null,
    road: roads.get(place.road) ?? null,
  })
  const entries: Entry[] = []
  for (const mark of city.landmarks.values()) {
    const around = where(mark)
    entries.push({
      found: { kind: 'landmark', id: mark.id, name: mark.name, x: mark.x, y: mark.y, ...around },
      text: textOf({ ...mark, around: [around.road, around.district] }, initials),
      bonus: RANK_BONUS[mark.rank],
    })
  }
  for (const station of city.stations) {
    const around = where(station)
    entries.push({
      found: {
        kind: 'station',
        id: station.id,
        name: station.name,
        x: station.x,
        y: station.y,
        ...around,
      },
      text: textOf(
        {
          name: station.name,
          number: null,
          aliases: [],
          sees: null,
          around: [around.road, around.district],
        },
        initials,
      ),
      bonus: RANK_BONUS[2],
    })
  }
  for (const road of city.roads) {
    const middle = road.points[road.points.length >> 1]
    if (!middle) continue
    entries.push({
      found: {
        kind: 'road',
        id: road.id,
        name: road.name,
        district: null,
        road: road.name,
        ...middle,
      },
      text: textOf(
        { name: road.name, number: null, aliases: road.aliases ?? [], sees: null, around: [] },
        initials,
      ),
      // Typing 渠北 means the road before all that stands on it.
      bonus: ROAD_BONUS,
    })
  }
  return entries
}
