import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { atlasOf } from '../core/city/atlas.ts'
import { type CityFiles, loadCity } from '../core/city/load.ts'
import { CARRIED, CITY_PATHS } from '../core/city/texts.ts'
import type { TrialGround } from '../core/robots/trial.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import { parseRubric, type Rubric } from '../core/scoring/rubric.ts'
import type { Atlas } from '../core/sim/atlas.ts'
import { parseTaxonomy, type Taxonomy } from '../core/taxonomy/taxonomy.ts'

/** Scenarios, taxonomy, rubric and cities from disk: shared by the commands, the tests and the bench. */

/** The folder that ships. */
export const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/** A data file that can't be used; nothing can be checked without it. */
export class ContentError extends Error {}

export interface Content {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  /** The city of that id as the simulation asks for it; null if there is none. Throws ContentError if it is broken. */
  atlas(city: string): Atlas | null
}

type Complaints = readonly {
  readonly path: string
  readonly line?: number
  readonly message: string | { readonly en: string }
}[]

function refuse(file: string, problems: Complaints): never {
  const words = problems
    .slice(0, 5)
    .map(({ path, line, message }) =>
      [
        line === undefined ? file : `${file}:${line}`,
        path,
        typeof message === 'string' ? message : message.en,
      ]
        .filter(Boolean)
        .join(' '),
    )
  throw new ContentError(words.join('\n'))
}

/** Reads what every scenario is judged by. Throws ContentError with the place of what is wrong. */
export function loadContent(root = SCENARIOS): Content {
  const read = (name: string): string => {
    try {
      return readFileSync(join(root, name), 'utf8')
    } catch {
      throw new ContentError(`${join(root, name)} can't be read`)
    }
  }
  const taxonomy = parseTaxonomy(read('taxonomy.yaml'))
  if (!taxonomy.ok) return refuse('taxonomy.yaml', taxonomy.problems)
  const rubric = parseRubric(read('rubric.yaml'))
  if (!rubric.ok) return refuse('rubric.yaml', rubric.problems)
  const atlases = new Map<string, Atlas | null>()
  const load = (city: string): Atlas | null => {
    const folder = join(root, 'cities', city)
    if (!/^[a-z][a-z0-9-]*$/.test(city) || !existsSync(folder)) return null
    const loaded = loadCity(cityFiles(folder))
    return loaded.ok ? atlasOf(loaded.city) : refuse(join('cities', city), loaded.problems)
  }
  return {
    taxonomy: taxonomy.taxonomy,
    rubric: rubric.rubric,
    atlas: (city) => {
      const known = atlases.get(city)
      if (known !== undefined) return known
      const made = load(city)
      atlases.set(city, made)
      return made
    },
  }
}

function cityFiles(folder: string): CityFiles {
  const json = (name: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8'))
    } catch (error) {
      throw new ContentError(
        `${join(folder, name)}: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  return {
    city: json('city.json'),
    districts: json('districts.geojson'),
    roads: json('roads.geojson'),
    water: json('water.geojson'),
    land: json('land.geojson'),
    landmarks: json('landmarks.geojson'),
    stations: json('stations.geojson'),
  }
}

/** The city that a scenario brings along beside its file, as the studio packs it; null if it brings none of that id. */
function carriedAtlas(scenario: string, id: string): Atlas | null {
  const folder = join(dirname(scenario), CARRIED)
  if (!existsSync(join(folder, CITY_PATHS.city))) return null
  const loaded = loadCity(cityFiles(folder))
  if (!loaded.ok) return refuse(folder, loaded.problems)
  return loaded.city.id === id ? atlasOf(loaded.city) : null
}

/**
 * What a scenario of this city is played on; null if there is no such city. `scenario`: its file, beside which its city
 * may stand.
 */
export function groundFor(content: Content, city: string, scenario?: string): TrialGround | null {
  const atlas =
    content.atlas(city) ?? (scenario === undefined ? null : carriedAtlas(scenario, city))
  return atlas && { atlas, rubric: content.rubric, taxonomy: content.taxonomy }
}

const NOT_SCENARIOS: ReadonlySet<string> = new Set([
  'taxonomy.yaml',
  'rubric.yaml',
  'readiness.yaml',
])
/** Folders that hold no scenarios: test plans stand in one of their own beside each. */
const OTHERS: ReadonlySet<string> = new Set(['node_modules', 'plans'])
const DEEPEST = 6

/** Scenario files among these files and folders, in order of name; folders are searched. Given twice, listed once. */
export function scenarioFiles(paths: readonly string[]): string[] {
  const found = new Set<string>()
  const search = (folder: string, depth: number): void => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )
    for (const entry of entries) {
      if (entry.name.startsWith('.') || OTHERS.has(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (depth < DEEPEST) search(path, depth + 1)
      } else if (/\.ya?ml$/.test(entry.name) && !NOT_SCENARIOS.has(entry.name)) found.add(path)
    }
  }
  for (const path of paths) {
    const full = resolve(path)
    // what isn't there is listed too, so that the check can say so
    if (existsSync(full) && statSync(full).isDirectory()) search(full, 0)
    else found.add(full)
  }
  return [...found]
}

/** A file as a person would name it from here. */
export function shownPath(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}

/** What to call a scenario whose file can't be read: its folder, or its own name. */
export function nameOf(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/, '')
  return name === 'scenario' ? basename(dirname(file)) : name
}

/** Where the templates are that authors begin with. */
export const TEMPLATE_FOLDER = join(SCENARIOS, 'templates')

/** The shipped scenarios, without templates; throws ContentError for one that doesn't parse. */
export function shippedScenarios(): readonly Scenario[] {
  const files = scenarioFiles([SCENARIOS]).filter((file) => !file.startsWith(TEMPLATE_FOLDER))
  return files.map((file) => {
    const parsed = parseScenario(readFileSync(file, 'utf8'))
    return parsed.ok ? parsed.scenario : refuse(file, parsed.diagnostics)
  })
}
