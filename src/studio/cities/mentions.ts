import { isObject, textIn } from '../../core/city/json.ts'
import { type Files, textOf } from '../../core/files/files.ts'
import { readPlan } from '../../core/plan/plan.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftStore } from '../../storage/drafts/ports.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { isCity } from './own.ts'

/** Drafts of the shelf that play in a city, and what of it they name by its id. */
export interface Mention {
  readonly draft: string
  readonly title: Text
  readonly places: ReadonlySet<string>
  readonly units: ReadonlySet<string>
}

type Named = Pick<Mention, 'places' | 'units'>

/** Who plays in the city, those thrown away left out. Rejects with a StorageError. */
export async function mentionsOf(
  drafts: Pick<DraftStore, 'list' | 'read'>,
  city: string,
): Promise<readonly Mention[]> {
  const infos = (await drafts.list()).filter((info) => !isCity(info) && !info.removed)
  const mentions: Mention[] = []
  for (const { id: draft, title } of infos) {
    const read = await drafts.read(draft)
    const named = read && namedIn(read.files, city)
    if (named) mentions.push({ draft, title, ...named })
  }
  return mentions
}

/** What a scenario's files name of the city that it plays in; null if that is another one, or can't be told. */
export function namedIn(files: Files, city: string): Named | null {
  const source = textOf(files, SCENARIO_FILE)
  // most play elsewhere, and needn't be read
  if (!source.includes(city)) return null
  const { tree } = parseScenario(source)
  if (!isObject(tree) || tree.city !== city) return null
  const { caller, facts, vary } = tree
  const told = Object.values(isObject(facts) ? facts : {})
    .filter((fact) => textIn(fact, 'record') === 'location')
    .map((fact) => (isObject(fact) ? fact.is : null))
  const places = new Set(textsOf([isObject(caller) ? caller.shows : null, told, vary]))
  const units = new Set<string>()
  for (const path of files.keys())
    if (path.startsWith('plans/')) ofPlan(textOf(files, path), places, units)
  return { places, units }
}

/** Every text in a value: which of them are ids of a place is for the city to say. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}

function ofPlan(source: string, places: Set<string>, units: Set<string>): void {
  const read = readPlan(source)
  if (!read.ok) return
  for (const step of read.value.steps) {
    if (typeof step === 'string') continue
    if ('find' in step) places.add(step.find)
    else if ('set' in step) for (const text of textsOf(step.set)) places.add(text)
    else if ('dispatch' in step) units.add(step.dispatch)
    else if ('recall' in step) units.add(step.recall)
    else if ('update' in step) units.add(step.update)
    else if ('chase' in step) units.add(step.chase)
  }
}
