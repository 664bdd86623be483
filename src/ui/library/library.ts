import { atlasOf } from '../../core/city/atlas.ts'
import type { City } from '../../core/city/city.ts'
import { jsonOf } from '../../core/city/json.ts'
import { type CityFiles, loadCity } from '../../core/city/load.ts'
import type { CityTexts } from '../../core/city/texts.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { parseRubric, type Rubric } from '../../core/scoring/rubric.ts'
import type { Atlas } from '../../core/sim/atlas.ts'
import { parseTaxonomy, type Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { ContentFiles } from '../services.ts'
import { type FileFault, LibraryError } from './fault.ts'

/** A scenario as read from its file. */
export interface LoadedScenario {
  readonly scenario: Scenario
  /** SHA-256 of the file's text: what an attempt is pinned to. */
  readonly hash: string
}

/** A city as it is drawn and as the simulation asks for it. */
export interface LoadedCity {
  readonly city: City
  readonly atlas: Atlas
}

/** The files that come with the program, read and parsed when asked for, each once. All reject with a LibraryError. */
export interface Library {
  taxonomy(): Promise<Taxonomy>
  rubric(): Promise<Rubric>
  /** With `hash` that very version if it was published here, else the one that came with the program. */
  scenario(id: string, hash?: string): Promise<LoadedScenario>
  /** With the `hash` of a scenario the city that was published with it, if one was; else the one that came with the program. */
  city(id: string, hash?: string): Promise<LoadedCity>
}

const libraries = new WeakMap<ContentFiles, Library>()

/** The library of these files; the same each time, so that nothing is read twice. */
export function libraryFor(content: ContentFiles): Library {
  const library = libraries.get(content) ?? createLibrary(content)
  libraries.set(content, library)
  return library
}

type Read = (file: string) => Promise<string>

/** `content`: where the files come from. */
export function createLibrary(content: Pick<ContentFiles, 'read' | 'pinned' | 'carried'>): Library {
  const read: Read = async (file) => {
    try {
      return await content.read(file)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      throw fault(file, `读不到这个文件：${detail}`, `The file can't be read: ${detail}`)
    }
  }
  const taxonomy = once(async () => {
    const parsed = parseTaxonomy(await read('taxonomy.yaml'))
    if (!parsed.ok) throw faults('taxonomy.yaml', parsed.problems)
    return parsed.taxonomy
  })
  const rubric = once(async () => {
    const parsed = parseRubric(await read('rubric.yaml'))
    if (!parsed.ok) throw faults('rubric.yaml', parsed.problems)
    return parsed.rubric
  })
  const shipped = once(async (id) => loaded(id, await read(`${id}/scenario.yaml`)))
  const pinned = once(async (key) => {
    const [id = '', hash = ''] = key.split('@')
    const own = (await content.pinned?.(id, hash)) ?? null
    // not kept: it may still be published here
    if (own === null) throw new NotHere()
    return loaded(id, own)
  })
  const shippedCity = once((id) => readCity(`cities/${id}`, read))
  const carriedCity = once(async (key) => {
    const [id = '', hash = ''] = key.split('@')
    const texts = (await content.carried?.(hash, id)) ?? null
    // not kept: it may still be published here
    if (texts === null) throw new NotHere()
    return cityFrom(id, texts)
  })
  return {
    taxonomy: () => taxonomy(''),
    rubric: () => rubric(''),
    async scenario(id, hash) {
      if (hash === undefined) return shipped(id)
      try {
        return await pinned(`${id}@${hash}`)
      } catch (error) {
        if (error instanceof NotHere) return shipped(id)
        throw error
      }
    },
    async city(id, hash) {
      if (hash === undefined || !content.carried) return shippedCity(id)
      try {
        return await carriedCity(`${id}@${hash}`)
      } catch (error) {
        if (error instanceof NotHere) return shippedCity(id)
        throw error
      }
    },
  }
}

/** That version was not published in this browser. */
class NotHere extends Error {}

/** Throws a LibraryError if it can't be read as a scenario. */
function loaded(id: string, source: string): LoadedScenario {
  const parsed = parseScenario(source)
  if (!parsed.ok) throw faults(`${id}/scenario.yaml`, parsed.diagnostics)
  return { scenario: parsed.scenario, hash: sha256(source) }
}

/** Makes each thing once; what could not be made is tried again the next time. */
function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key) => {
    const known = kept.get(key)
    if (known) return known
    const made = make(key)
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
}

/** A city of somebody's own, from its files' texts. Throws a LibraryError if calls can't be played in it. */
export function cityFrom(id: string, texts: CityTexts): LoadedCity {
  return cityOf(`cities/${id}`, {
    city: jsonOf(texts.city),
    districts: jsonOf(texts.districts),
    roads: jsonOf(texts.roads),
    water: jsonOf(texts.water),
    land: jsonOf(texts.land),
    landmarks: jsonOf(texts.landmarks),
    stations: jsonOf(texts.stations),
  })
}

async function readCity(folder: string, read: Read): Promise<LoadedCity> {
  const json = async (name: string): Promise<unknown> => {
    const file = `${folder}/${name}`
    const text = await read(file)
    try {
      return JSON.parse(text)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      throw fault(file, `不是有效的 JSON：${detail}`, `Not valid JSON: ${detail}`)
    }
  }
  const [city, districts, roads, water, land, landmarks, stations] = await Promise.all([
    json('city.json'),
    json('districts.geojson'),
    json('roads.geojson'),
    json('water.geojson'),
    json('land.geojson'),
    json('landmarks.geojson'),
    json('stations.geojson'),
  ])
  return cityOf(folder, { city, districts, roads, water, land, landmarks, stations })
}

function cityOf(folder: string, files: CityFiles): LoadedCity {
  const loaded = loadCity(files)
  if (loaded.ok) return { city: loaded.city, atlas: atlasOf(loaded.city) }
  throw faults(
    folder,
    loaded.problems.map(({ path, message }) => {
      const said = `${path}: ${message}`
      return { line: 1, column: 1, message: { zh: said, en: said } }
    }),
  )
}

type Problem = Omit<FileFault, 'file' | 'fix'> & { readonly fix?: FileFault['fix'] }

function faults(file: string, problems: readonly Problem[]): LibraryError {
  return new LibraryError(
    problems.map(({ line, column, message, fix }) => ({
      file,
      line,
      column,
      message,
      fix: fix ?? null,
    })),
  )
}

function fault(file: string, zh: string, en: string): LibraryError {
  return faults(file, [{ line: 1, column: 1, message: { zh, en } }])
}
