import type { City } from '../../core/city/city.ts'
import { placeName } from '../../core/city/place.ts'
import type { Found } from '../../core/city/search.ts'
import type { Location } from '../../core/sim/command.ts'
import type { Session } from '../../core/sim/session.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import { wasReadBack } from '../runtime/readBack.ts'

/** Longest text that a record's location takes. */
const MOST_TEXT = 120

/** A place found by searching, as the record takes it. A road is only its middle, so it stands for no place. */
export function locationOf(found: Found, lang: Language): Location {
  const { x, y, name, id, kind } = found
  const text = name[lang].slice(0, MOST_TEXT)
  return kind === 'landmark' ? { x, y, place: id, text } : { x, y, text }
}

/** A spot clicked on the map, named by what is near. */
export function locationAt(city: City, x: number, y: number, lang: Language): Location {
  return { x, y, text: placeName(city, { x, y }, lang).slice(0, MOST_TEXT) }
}

/** Other words for the same spot; without words and spot there is no location. */
export function reworded(before: Location | null, text: string): Location | null {
  const words = text.trim().slice(0, MOST_TEXT)
  if (words === '') return null
  return before ? { ...before, text: words } : { text: words }
}

/** Is the spot on the map, and was it read back to the caller since it was last written down? */
export function standing(session: Session): 'none' | 'words' | 'marked' | 'read-back' {
  const { location } = session.view().record
  if (!location) return 'none'
  if (location.x === undefined && location.place === undefined) return 'words'
  // an exam shows nothing of what a sentence was
  if (session.header.mode === 'exam') return 'marked'
  return wasReadBack(session) ? 'read-back' : 'marked'
}
