import { useEffect, useState } from 'react'
import type { City } from '../core/city/city.ts'
import type { Rubric } from '../core/scoring/rubric.ts'
import type { Taxonomy } from '../core/taxonomy/taxonomy.ts'
import type { DraftStore } from '../storage/drafts/ports.ts'
import { cityFrom, type Library, type LoadedCity, libraryFor } from '../ui/library/library.ts'
import type { ContentFiles } from '../ui/services.ts'
import type { Choice } from './choices/choices.ts'
import { type OwnCity, ownCities, shippedCities } from './cities/own.ts'

/** What a scenario is written on: the words that it may use, how it is scored, the cities that it may play in. */
export interface Ground {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  readonly library: Library
  /** Ids: those that came with the program, then one's own. */
  readonly cities: readonly string[]
  /** One's own as they were when this was read: a scenario is proved on these, and published with them. */
  readonly own: readonly OwnCity[]
}

/** Reads it from the files that came with the program, and one's own cities. Rejects with a LibraryError. */
export async function loadGround(
  content: ContentFiles,
  drafts: Pick<DraftStore, 'list' | 'read'>,
): Promise<Ground> {
  const library = libraryFor(content)
  const [taxonomy, rubric, all] = await Promise.all([
    library.taxonomy(),
    library.rubric(),
    ownCities(drafts),
  ])
  const shipped = shippedCities(content)
  const own = all.filter(({ id }) => !shipped.includes(id))
  const read = new Map<string, Promise<LoadedCity>>()
  return {
    taxonomy,
    rubric,
    cities: [...shipped, ...own.map(({ id }) => id)],
    own,
    library: {
      ...library,
      city: (id, hash) => {
        const mine = own.find((one) => one.id === id)
        if (!mine) return library.city(id, hash)
        const loaded = read.get(id) ?? Promise.resolve().then(() => cityFrom(id, mine.texts))
        read.set(id, loaded)
        return loaded
      },
    },
  }
}

/** A city by its id: null until it is read, and if there is no such city or it can't be used. */
export function useCity(ground: Ground, id: string | undefined): LoadedCity | null {
  const [city, setCity] = useState<LoadedCity | null>(null)
  useEffect(() => {
    let current = true
    setCity(null)
    if (id !== undefined && ground.cities.includes(id))
      ground.library.city(id).then(
        (loaded) => current && setCity(loaded),
        () => current && setCity(null),
      )
    return () => {
      current = false
    }
  }, [ground, id])
  return city
}

/** The cities that a scenario may name, with the names that are known of them: of one's own, and of the one it plays in. */
export function cityChoices(ground: Ground, now: City | null): readonly Choice[] {
  return ground.cities.map((id) => {
    const name = ground.own.find((one) => one.id === id)?.name ?? (now?.id === id ? now.name : null)
    return { id, zh: name ? `${name.zh} ${id}` : id, en: name ? `${name.en} ${id}` : id }
  })
}
