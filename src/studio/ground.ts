import { useEffect, useState } from 'react'
import type { Rubric } from '../core/scoring/rubric.ts'
import type { Taxonomy } from '../core/taxonomy/taxonomy.ts'
import { type Library, type LoadedCity, libraryFor } from '../ui/library/library.ts'
import type { ContentFiles } from '../ui/services.ts'

/** What a scenario is written on: the words that it may use, how it is scored, the cities that it may play in. */
export interface Ground {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  readonly library: Library
  /** Ids, sorted. */
  readonly cities: readonly string[]
}

/** Reads it from the files that came with the program. Rejects with a LibraryError. */
export async function loadGround(content: ContentFiles): Promise<Ground> {
  const library = libraryFor(content)
  const [taxonomy, rubric] = await Promise.all([library.taxonomy(), library.rubric()])
  const cities = content
    .paths()
    .flatMap((path) => /^cities\/([^/]+)\/city\.json$/.exec(path)?.[1] ?? [])
  return { taxonomy, rubric, library, cities }
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
