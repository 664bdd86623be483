import { freeId, type Gathered } from '../../core/city/gather.ts'
import { isObject, jsonOf } from '../../core/city/json.ts'
import { type CityTexts, layerText } from '../../core/city/texts.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import type { Services } from '../../ui/services.ts'
import { namesIn, shippedCities, takenCityIds } from './own.ts'
import { createCity } from './travel.ts'

/** What can be done with whole cities. */

type Parts = Pick<Services, 'drafts' | 'content' | 'now'>

/** Says what didn't work. */
export function tellFailed(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  say({ kind: 'error', text: t('studio:cities.failed', { why }) })
}

/** A copy under an id of its own; gives the path of its page, or null if it couldn't be kept. */
export async function copyCity(parts: Parts, texts: CityTexts): Promise<string | null> {
  try {
    const city = jsonOf(texts.city)
    const { name, title } = namesIn(texts)
    const taken = await takenCityIds(parts.drafts, parts.content)
    const copy = {
      ...(isObject(city) ? city : {}),
      id: freeId(name, 'city', taken),
      name: { zh: `${title.zh}（副本）`.slice(0, 60), en: `${title.en} (copy)`.slice(0, 80) },
    }
    const own = { ...lined(texts), city: `${JSON.stringify(copy, null, 2)}\n` }
    return `/studio/cities/${await createCity(parts, own, 'copy', name)}`
  } catch (error) {
    tellFailed(error)
    return null
  }
}

/** A city's files in our form, one feature a line. */
function lined(texts: CityTexts): CityTexts {
  const put = (text: string): string => {
    const value = jsonOf(text)
    return isObject(value) && Array.isArray(value.features) ? layerText(value.features) : text
  }
  return {
    city: texts.city,
    districts: put(texts.districts),
    roads: put(texts.roads),
    water: put(texts.water),
    land: put(texts.land),
    landmarks: put(texts.landmarks),
    stations: put(texts.stations),
  }
}

/** More bytes than that aren't even read. */
const MOST_BYTES = 30_000_000

/** Reads files from outside, in a thread of their own. Nothing is kept. */
export async function gatherFiles(parts: Parts, files: readonly File[]): Promise<Gathered> {
  const isLarge = files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES
  // the thread refuses it by its length, and says so as of any other file
  const texts = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      text: isLarge ? ' '.repeat(9_000_000) : await file.text(),
    })),
  )
  const [first] = shippedCities(parts.content)
  const usual = first === undefined ? '' : await parts.content.read(`cities/${first}/city.json`)
  const city = jsonOf(usual)
  const question = {
    files: texts,
    taken: await takenCityIds(parts.drafts, parts.content),
    partners: isObject(city) ? city.partners : [],
  }
  const thread = new Worker(new URL('./gather.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Gathered>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<Gathered>) => resolve(data)
      thread.onerror = (event) => reject(new Error(event.message))
      thread.postMessage(question)
    })
  } finally {
    thread.terminate()
  }
}
