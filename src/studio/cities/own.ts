import { jsonOf, textIn } from '../../core/city/json.ts'
import { CITY_FILES, CITY_PATHS, type CityTexts, eachFile, textsIn } from '../../core/city/texts.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftInfo, DraftStore } from '../../storage/drafts/ports.ts'
import type { ContentFiles, Services } from '../../ui/services.ts'

/** Cities of one's own: drafts of the kind 'city', whose files are a city's. */

export interface OwnCity {
  readonly id: string
  readonly name: Text
  readonly draft: string
  readonly texts: CityTexts
}

/** Ids of the cities that came with the program, sorted. */
export function shippedCities(content: Pick<ContentFiles, 'paths'>): readonly string[] {
  return content.paths().flatMap((path) => /^cities\/([^/]+)\/city\.json$/.exec(path)?.[1] ?? [])
}

/** The texts of a city that came with the program. */
export async function shippedTexts(
  content: Pick<ContentFiles, 'read'>,
  id: string,
): Promise<CityTexts> {
  const reading = CITY_FILES.map(
    async (file) => [file, await content.read(`cities/${id}/${CITY_PATHS[file]}`)] as const,
  )
  const texts = new Map(await Promise.all(reading))
  return eachFile((file) => texts.get(file) ?? '')
}

export const isCity = ({ kind }: DraftInfo): boolean => kind === 'city'

/** The cities of one's own as they are stored, those thrown away left out. */
export async function ownCities(
  drafts: Pick<DraftStore, 'list' | 'read'>,
): Promise<readonly OwnCity[]> {
  const infos = (await drafts.list()).filter((info) => isCity(info) && !info.removed)
  const cities: OwnCity[] = []
  for (const { id: draft, name: id, title } of infos) {
    const read = await drafts.read(draft)
    if (read) cities.push({ id, name: title, draft, texts: textsIn(read.files) })
  }
  return cities
}

/** A city of this browser, whoever made it. */
export interface LocalCity {
  readonly id: string
  readonly texts: CityTexts
  /** Null: it came with the program. */
  readonly draft: string | null
  readonly removed: boolean
}

/** All cities of this browser: those that came with the program first, those thrown away last. */
export async function localCities({
  content,
  drafts,
}: Pick<Services, 'content' | 'drafts'>): Promise<readonly LocalCity[]> {
  const shipped = shippedCities(content).map(
    async (id): Promise<LocalCity> => ({
      id,
      texts: await shippedTexts(content, id),
      draft: null,
      removed: false,
    }),
  )
  const infos = (await drafts.list()).filter(isCity)
  const own = infos
    .toSorted((a, b) => Number(a.removed) - Number(b.removed))
    .map(async ({ id: draft, name: id, removed }): Promise<readonly LocalCity[]> => {
      const read = await drafts.read(draft)
      return read ? [{ id, texts: textsIn(read.files), draft, removed }] : []
    })
  return [...(await Promise.all(shipped)), ...(await Promise.all(own)).flat()]
}

/** The ids that no new city may have: of shipped ones, and of one's own, thrown away or not. */
export async function takenCityIds(
  drafts: Pick<DraftStore, 'list'>,
  content: Pick<ContentFiles, 'paths'>,
): Promise<readonly string[]> {
  const own = (await drafts.list()).filter(isCity).map(({ name }) => name)
  return [...shippedCities(content), ...own]
}

/** What a city's own file calls it. */
export function namesIn(texts: CityTexts): { readonly name: string; readonly title: Text } {
  const city = jsonOf(texts.city)
  const name = typeof city === 'object' && city !== null && 'name' in city ? city.name : null
  const id = textIn(city, 'id')
  return { name: id, title: { zh: textIn(name, 'zh') || id, en: textIn(name, 'en') || id } }
}
