import { type CityChange, compareCities, sameCity, sameGround } from '../../core/city/compare.ts'
import { freeId } from '../../core/city/gather.ts'
import { isObject, jsonOf } from '../../core/city/json.ts'
import { CARRIED, type CityTexts, filesOf, textsIn } from '../../core/city/texts.ts'
import type { FileContent, Files } from '../../core/files/files.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { StorageError } from '../../storage/ports.ts'
import type { Services } from '../../ui/services.ts'
import { Draft } from '../draft/draft.ts'
import type { ScenarioFiles } from '../package/zip.ts'
import { changesBetween } from '../versions/changes.ts'
import { Versions } from '../versions/versions.ts'
import { type LocalCity, localCities, namesIn, takenCityIds } from './own.ts'
import { cityIn, createCity } from './travel.ts'
import { keepNamed } from './useOpenCity.ts'

/** Cities that come in a zip, with its scenarios or by themselves, beside those that are here. */

export type Parts = Pick<Services, 'drafts' | 'publications' | 'content' | 'now'>

/** Mine counts; theirs becomes a city of its own; or mine becomes what theirs is. */
export type CityChoice = 'keep' | 'copy' | 'replace'

/** A city of the zip that has the id of another one. */
export interface Clash {
  readonly id: string
  readonly title: Text
  /** What has that id: it came with the program, is one's own (thrown away), or came in the same zip. */
  readonly here: 'shipped' | 'own' | 'removed' | 'zip'
  /** From mine to theirs. */
  readonly changes: readonly CityChange[]
  /** What can be chosen; the first is what happens if nobody says otherwise. */
  readonly choices: readonly CityChoice[]
}

/** Asks what is to become of each; null: nothing of the zip is taken. */
export type AskCities = (clashes: readonly Clash[]) => Promise<readonly CityChoice[] | null>

export type CitiesTaken =
  /** The scenarios, each naming the city that it has here. */
  | { readonly ok: true; readonly scenarios: readonly ScenarioFiles[] }
  /** `why` is null if somebody called it off. */
  | { readonly ok: false; readonly why: Text | null }

interface Arrival {
  readonly id: string
  readonly texts: CityTexts
  readonly scenarios: Set<ScenarioFiles>
}

/** Takes the cities in; whoever reads them first learns of what differs. Nothing is kept before all is known. */
export async function takeCities(
  parts: Parts,
  scenarios: readonly ScenarioFiles[],
  file: string,
  ask: AskCities,
): Promise<CitiesTaken> {
  const arrivals: Arrival[] = []
  for (const scenario of scenarios) {
    const texts = carriedBy(scenario)
    const known = texts && arrivals.find((one) => sameCity(one.texts, texts))
    if (known) known.scenarios.add(scenario)
    if (!texts || known) continue
    const { readableCity } = await import('../../core/city/diagnose.ts')
    const read = readableCity(texts)
    if (!read.ok)
      return {
        ok: false,
        why: {
          zh: `包里的城市不能用：${read.why.zh}`,
          en: `A city in it can't be used: ${read.why.en}`,
        },
      }
    arrivals.push({ id: read.id, texts, scenarios: new Set([scenario]) })
  }
  const local = await localCities(parts)
  const settled = arrivals.map((arrival, index) => {
    const earlier = arrivals.slice(0, index).find(({ id }) => id === arrival.id)
    const mine = local.find(({ id }) => id === arrival.id)
    return { arrival, mine, clash: clashOf(arrival, mine ?? earlier) }
  })
  const clashes = settled.flatMap(({ clash }) => (clash ? [clash] : []))
  const choices = clashes.length > 0 ? await ask(clashes) : []
  if (!choices) return { ok: false, why: null }
  const renamed = new Map<ScenarioFiles, ScenarioFiles>()
  // what may fail comes first: another tab may have the draft
  for (const { mine, clash, arrival } of settled) {
    const choice = clash ? choices[clashes.indexOf(clash)] : 'keep'
    if (mine?.draft != null && choice === 'replace') {
      const why = await replaceCity(parts, mine.draft, arrival.texts, file)
      if (why) return { ok: false, why }
    } else if (mine?.draft != null && mine.removed && choice === 'keep')
      await parts.drafts.bringBack(mine.draft)
  }
  for (const { arrival, mine, clash } of settled) {
    const choice = clash ? choices[clashes.indexOf(clash)] : null
    if (!mine && !clash) await createCity(parts, arrival.texts, 'import', file)
    if (choice !== 'copy') continue
    const id = await copyOf(parts, arrival, local, file)
    for (const one of arrival.scenarios) renamed.set(one, playingIn(one, arrival.id, id))
  }
  return { ok: true, scenarios: scenarios.map((one) => renamed.get(one) ?? one) }
}

/** The city among a scenario's files; null if it brings none. */
function carriedBy({ files }: ScenarioFiles): CityTexts | null {
  const own: Files = new Map(
    [...files]
      .filter(([path]) => path.startsWith(CARRIED))
      .map(([path, bytes]): [string, FileContent] => [
        path,
        { text: new TextDecoder().decode(bytes) },
      ]),
  )
  return own.size === 0 ? null : textsIn(own, CARRIED)
}

function clashOf(arrival: Arrival, other: LocalCity | Arrival | undefined): Clash | null {
  if (!other || sameCity(arrival.texts, other.texts)) return null
  const isLocal = 'draft' in other
  const here = !isLocal
    ? 'zip'
    : other.draft === null
      ? 'shipped'
      : other.removed
        ? 'removed'
        : 'own'
  return {
    id: arrival.id,
    title: namesIn(arrival.texts).title,
    here,
    changes: compareCities(other.texts, arrival.texts),
    choices: here === 'shipped' || here === 'zip' ? ['keep', 'copy'] : ['keep', 'copy', 'replace'],
  }
}

/**
 * Makes one's own city what the texts say: one step, which undo takes back; what stood is kept as a version first.
 * Resolves with why it isn't done, or null.
 */
async function replaceCity(
  { drafts, publications, now }: Parts,
  id: string,
  texts: CityTexts,
  file: string,
): Promise<Text | null> {
  const opened = await drafts.open(id).catch(ifBusy)
  if (!opened) {
    const { zh, en } = namesIn(texts).title
    return {
      zh: `城市“${zh}”正在另一个标签页里打开，先关掉那一页。`,
      en: `the city '${en}' is open in another tab; close that one first.`,
    }
  }
  const draft = new Draft(opened, drafts, now)
  try {
    await new Versions({ draft, drafts, publications, now }).keep('import', file.slice(0, 80))
    const { files } = draft.state
    const label = { zh: `换成“${file}”里的`, en: `take what '${file}' has` }
    keepNamed(draft, texts)
    draft.change(label, changesBetween(files, new Map([...files, ...filesOf(texts)])))
    await draft.written()
    await drafts.bringBack(id)
    return null
  } finally {
    await draft.close()
  }
}

function ifBusy(error: unknown): null {
  if (error instanceof StorageError && error.problem.kind === 'second-tab') return null
  throw error
}

/** Its id as a city of one's own: under a new one, unless the same was taken in before. */
async function copyOf(
  parts: Parts,
  { texts, id }: Arrival,
  local: readonly LocalCity[],
  file: string,
): Promise<string> {
  const before = local.find((one) => !one.removed && sameGround(one.texts, texts))
  if (before) return before.id
  const own = freeId(id, 'city', await takenCityIds(parts.drafts, parts.content))
  const city = jsonOf(texts.city)
  const { title } = namesIn(texts)
  const copy = {
    ...(isObject(city) ? city : {}),
    id: own,
    name: { zh: `${title.zh.slice(0, 56)}（导入）`, en: `${title.en.slice(0, 69)} (imported)` },
  }
  await createCity(parts, { ...texts, city: `${JSON.stringify(copy, null, 2)}\n` }, 'import', file)
  return own
}

/** A scenario that plays in another city; every other letter of it stays. */
function playingIn(scenario: ScenarioFiles, from: string, to: string): ScenarioFiles {
  const yaml = scenario.files.get('scenario.yaml')
  if (!yaml || cityIn(scenario.files) !== from) return scenario
  const text = new TextDecoder().decode(yaml).replace(/^(city:\s*['"]?)[a-z0-9-]+/m, `$1${to}`)
  const files = new Map([...scenario.files, ['scenario.yaml', new TextEncoder().encode(text)]])
  return { ...scenario, files }
}
