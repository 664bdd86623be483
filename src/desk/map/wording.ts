/** What the map writes on itself, and what it tells those who do not see it. Pure. */
import type { Language } from '../../core/scenario/primitives.ts'
import { en, zh } from '../../ui/i18n/map.ts'
import { type Bounds, type Point, union } from './geometry.ts'
import type { MapCity } from './mapCity.ts'
import { type MapState, type MapUnit, secondsLeft, underway } from './model.ts'

export type Wording = typeof zh

/** The map's texts in a language. */
export function wording(lang: Language): Wording {
  return lang === 'zh' ? zh : en
}

/** Fills `{{name}}` in a text; a name without a value stays, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Seconds as people say them: `3 分 10 秒`. */
export function duration(seconds: number, words: Wording): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return minutes > 0
    ? fill(words.minutes, { minutes, seconds: rest })
    : fill(words.seconds, { seconds: rest })
}

/** How far a unit has come: time left on the way, else its status; null for a free one. */
export function progress(unit: MapUnit, now: number, words: Wording): string | null {
  if (unit.status === 'free') return null
  if (unit.overdue && !underway(unit, now)) return words.overdue
  if (unit.status === 'moving') {
    const seconds = secondsLeft(unit, now)
    return seconds === null ? null : duration(seconds, words)
  }
  return words[unit.status]
}

/** A unit's label on the map: call sign and progress. */
export function unitLabel(unit: MapUnit, now: number, lang: Language): string {
  const name = shortName(unit.name[lang])
  const how = progress(unit, now, wording(lang))
  return how === null ? name : `${name} · ${how}`
}

/** The call sign without what it is (`渠北-2 巡逻车` → `渠北-2`): the sign beside it says that. */
export function shortName(name: string): string {
  const match = /^(\S*\d)\s+\S/.exec(name)
  return match?.[1] ?? name
}

/** The known place nearest to a point, for telling where it is; stations and signs count too. */
function nearestPlace(city: MapCity, point: Point): MapCity['places'][number] | null {
  let best: MapCity['places'][number] | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of city.places) {
    if (place.kind === 'lamp' || place.kind === 'km') continue
    const d = Math.hypot(place.at.x - point.x, place.at.y - point.y)
    if (d >= least) continue
    least = d
    best = place
  }
  return best
}

/** The map in words: what the system shows, the trainee's mark, who is on the way and who is there. */
export function describe(city: MapCity, state: MapState, lang: Language): string {
  const words = wording(lang)
  const { tells } = words
  const where = (point: Point) => {
    const place = nearestPlace(city, point)
    return place === null
      ? `${Math.round(point.x)}, ${Math.round(point.y)}`
      : fill(tells.near, { place: place.name[lang] })
  }
  const list = (units: readonly MapUnit[]) =>
    units
      .map((unit) => {
        const left = progress(unit, state.now, words)
        const name = unit.name[lang]
        return left === null || unit.status === 'arrived' ? name : fill(tells.unit, { name, left })
      })
      .join(tells.comma)
  const moving = state.units.filter((unit) => unit.status !== 'free' && unit.status !== 'arrived')
  const arrived = state.units.filter((unit) => unit.status === 'arrived')
  const { sector, pin, traineePin } = state
  return [
    fill(tells.city, { name: city.name[lang] }),
    sector === null
      ? ''
      : fill(tells.sector, { where: where(sector), metres: Math.round(sector.radius) }),
    pin === null ? '' : fill(tells.pin, { where: where(pin) }),
    sector === null && pin === null ? tells.none : '',
    traineePin === null ? tells.noMark : fill(tells.mark, { where: where(traineePin) }),
    moving.length === 0 ? tells.noMoving : fill(tells.moving, { units: list(moving) }),
    arrived.length === 0 ? '' : fill(tells.arrived, { units: list(arrived) }),
  ]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? '' : ' ')
}

/** What the fit button brings into view: sector, pins, and the units on their way; null if there is nothing. */
export function incidentBounds(state: MapState, points: readonly Point[] = []): Bounds | null {
  const { sector } = state
  let bounds: Bounds | null =
    sector === null
      ? null
      : {
          minX: sector.x - sector.radius,
          maxX: sector.x + sector.radius,
          minY: sector.y - sector.radius,
          maxY: sector.y + sector.radius,
        }
  for (const point of [state.pin, state.traineePin, ...points]) {
    if (point === null) continue
    const room = 300
    bounds = union(bounds, {
      minX: point.x - room,
      maxX: point.x + room,
      minY: point.y - room,
      maxY: point.y + room,
    })
  }
  return bounds
}
