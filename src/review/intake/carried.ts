import { isObject, jsonOf, textIn } from '../../core/city/json.ts'
import type { CityTexts } from '../../core/city/texts.ts'
import type { ContentFiles } from '../../ui/services.ts'

/** The city that a version was published with, on its way to the intake's thread, which is told texts only. */

/** Before a city's id, where the thread asks for a text. */
export const CARRIED_CITY = 'city of this version: '

/** Null: that version plays in a city that came with the program. */
export async function carriedText(
  content: Pick<ContentFiles, 'carried'>,
  hash: string,
  city: string,
): Promise<string | null> {
  const texts = await content.carried?.(hash, city)
  return texts ? JSON.stringify(texts) : null
}

/** Back from the text. */
export function carriedFrom(text: string | null): CityTexts | null {
  const texts = text === null ? null : jsonOf(text)
  if (!isObject(texts)) return null
  return {
    city: textIn(texts, 'city'),
    districts: textIn(texts, 'districts'),
    roads: textIn(texts, 'roads'),
    water: textIn(texts, 'water'),
    land: textIn(texts, 'land'),
    landmarks: textIn(texts, 'landmarks'),
    stations: textIn(texts, 'stations'),
  }
}
