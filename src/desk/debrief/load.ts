import { compile } from '../../core/scenario/compile.ts'
import { RollError, roll } from '../../core/scenario/roll.ts'
import { score } from '../../core/scoring/score.ts'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { type ReplayInput, replay } from '../../core/sim/replay.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { AttemptStore, StoredAttempt } from '../../storage/ports.ts'
import { LibraryError } from '../../ui/library/fault.ts'
import type { Library, LoadedScenario } from '../../ui/library/library.ts'
import type { Siblings } from '../../ui/reviewing.ts'
import type { Ground } from './ground.ts'

/** Why an attempt can't be replayed here: only its journal can be shown. */
export type Obstacle =
  | { readonly kind: 'no-scenario'; readonly detail: string }
  /** The scenario's text is another one than the attempt was worked with. */
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'engine'; readonly here: number }
  /** The journal says something else than the replay, at this entry. */
  | { readonly kind: 'differs'; readonly n: number }

/** Why there is a replay and no score. */
export type Unscored = 'left' | 'interrupted'

export type Loaded =
  | { readonly kind: 'missing' }
  /** Still being worked: it would give the answers away. */
  | { readonly kind: 'open'; readonly stored: StoredAttempt }
  | {
      readonly kind: 'journal'
      readonly stored: StoredAttempt
      readonly journal: readonly Entry[]
      readonly obstacle: Obstacle
      /** As they are now, to name things by; null if there are none. */
      readonly scenario: LoadedScenario['scenario'] | null
      readonly texts: ReplayInput['script']['texts'] | null
      readonly taxonomy: Taxonomy | null
    }
  | {
      readonly kind: 'whole'
      readonly stored: StoredAttempt
      readonly ground: Ground
      readonly unscored: Unscored | null
      /** The trainee's attempts at this scenario, newest first, this one among them. */
      readonly siblings: Awaited<ReturnType<Siblings>>
    }

/**
 * Reads an attempt and everything that its debrief needs. Rejects only if storage itself fails. `siblings`: who knows the
 * trainee's other attempts, if it isn't the store.
 */
export async function loadDebrief(
  store: AttemptStore,
  library: Library,
  id: string,
  siblings: Siblings = ({ trainee, scenario }) =>
    store.list({ trainee: trainee.id, scenario: scenario.id }),
): Promise<Loaded> {
  const stored = await store.get(id)
  if (stored === null) return { kind: 'missing' }
  if (stored.status === 'open') return { kind: 'open', stored }
  const { header } = stored
  const journal = await store.entries(id)
  const [taxonomy, rubric, scenario] = await Promise.all([
    library.taxonomy().catch(fileFault),
    library.rubric().catch(fileFault),
    library.scenario(header.scenario.id, header.scenario.hash).catch(fileFault),
  ])
  const blocked = async (obstacle: Obstacle): Promise<Loaded> => ({
    kind: 'journal',
    stored,
    journal,
    obstacle,
    scenario: scenario instanceof LibraryError ? null : scenario.scenario,
    texts: scenario instanceof LibraryError ? null : await textsOf(scenario, header, library),
    taxonomy: taxonomy instanceof LibraryError ? null : taxonomy,
  })
  const broken = [scenario, taxonomy, rubric].find((part) => part instanceof LibraryError)
  if (broken instanceof LibraryError)
    return blocked({ kind: 'no-scenario', detail: broken.message })
  if (
    scenario instanceof LibraryError ||
    taxonomy instanceof LibraryError ||
    rubric instanceof LibraryError
  )
    return blocked({ kind: 'no-scenario', detail: header.scenario.id })
  if (header.engine !== ENGINE_VERSION) return blocked({ kind: 'engine', here: ENGINE_VERSION })
  if (scenario.hash !== header.scenario.hash)
    return blocked({ kind: 'changed', version: scenario.scenario.version })
  const city = await library.city(scenario.scenario.city, scenario.hash).catch(fileFault)
  if (city instanceof LibraryError) return blocked({ kind: 'no-scenario', detail: city.message })

  const { atlas } = city
  const input = inputOf(scenario, header, atlas)
  if (input instanceof RollError) return blocked({ kind: 'no-scenario', detail: input.message })
  const verdict = replay(input, journal)
  if (!verdict.ok && !isCutShort(stored, verdict.n, journal))
    return blocked({ kind: 'differs', n: verdict.n })
  const { script, rolled } = input
  const scored = stored.status === 'finished'
  const card = scored ? score(header, journal, { script, rolled, atlas, rubric, taxonomy }) : null
  return {
    kind: 'whole',
    stored,
    ground: { header, journal, script, rolled, atlas, city: city.city, rubric, taxonomy, card },
    unscored: stored.status === 'finished' ? null : stored.status,
    siblings: await siblings(header),
  }
}

/** An interrupted journal may end before the last things that its replay gives. */
function isCutShort(stored: StoredAttempt, n: number, journal: readonly Entry[]): boolean {
  return stored.status === 'interrupted' && n === journal.length
}

/** The lines as the scenario has them now, filled for this attempt's variant; null if that can't be done. */
async function textsOf(
  scenario: LoadedScenario,
  header: StoredAttempt['header'],
  library: Library,
): Promise<ReplayInput['script']['texts'] | null> {
  const city = await library.city(scenario.scenario.city, scenario.hash).catch(fileFault)
  if (city instanceof LibraryError) return null
  const input = inputOf(scenario, header, city.atlas)
  return input instanceof RollError ? null : input.script.texts
}

function inputOf(
  { scenario }: LoadedScenario,
  header: StoredAttempt['header'],
  atlas: ReplayInput['atlas'],
): ReplayInput | RollError {
  try {
    const rolled = roll(scenario, header.seed, (place) => atlas.place(place)?.name)
    return { script: compile(rolled), rolled, atlas, header }
  } catch (error) {
    if (error instanceof RollError) return error
    throw error
  }
}

function fileFault(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error
  throw error
}
