import type { Atlas } from '../sim/atlas.ts'
import type { City } from './city.ts'
import { placeById } from './place.ts'
import { route } from './route.ts'

/** A city as the simulation asks for it. Landmarks and stations are its places. */
export function atlasOf(city: City): Atlas {
  return {
    id: city.id,
    units: city.units.map(({ crew, ...unit }) => (crew ? { ...unit, note: crew } : unit)),
    partners: city.partners.map(({ sends, ...partner }) =>
      sends ? { ...partner, sends } : partner,
    ),
    place: (id) => placeById(city, id) ?? undefined,
    route: (from, to) => route(from, to, city),
  }
}
