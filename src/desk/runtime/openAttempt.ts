import { compile } from '../../core/scenario/compile.ts'
import { roll } from '../../core/scenario/roll.ts'
import { ENGINE_VERSION, type Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { type ReplayInput, resume } from '../../core/sim/replay.ts'
import { sameData } from '../../core/sim/same.ts'
import { Session } from '../../core/sim/session.ts'
import { type LocalStore, StorageError } from '../../storage/ports.ts'
import { LibraryError } from '../../ui/library/fault.ts'
import type { Library, LoadedCity, LoadedScenario } from '../../ui/library/library.ts'

/** Everything that the desk works with. */
export interface OpenedCall {
  readonly header: Header
  readonly session: Session
  readonly loaded: LoadedScenario
  readonly city: LoadedCity
  /** Entries that the store has already. */
  readonly written: number
  /** Was it taken up after its tab was killed or left? */
  readonly resumed: boolean
}

export type Opened =
  | { readonly kind: 'call'; readonly call: OpenedCall }
  /** It is over: look at its debrief. */
  | { readonly kind: 'over'; readonly status: 'finished' | 'left' | 'interrupted' }
  /** It can't go on here and was marked interrupted: made by another engine, with another text, or replays differently. */
  | { readonly kind: 'interrupted'; readonly why: 'engine' | 'scenario' | 'replay' }
  | { readonly kind: 'missing' }
  /** Another tab works on it. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'broken'; readonly error: LibraryError }

/** Opens an attempt to be worked: a new one from its first ring, an open one from where its journal ends. */
export async function openAttempt(
  store: LocalStore,
  library: Library,
  id: string,
): Promise<Opened> {
  const stored = await store.get(id)
  if (stored === null) return { kind: 'missing' }
  if (stored.status !== 'open') return { kind: 'over', status: stored.status }
  const { header } = stored
  // reading and parsing takes longest: under way while the store answers
  const loading = libraryOf(library, header).catch((error: unknown) => error)
  try {
    await store.reopen(id)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    if (error.problem.kind === 'second-tab') return { kind: 'elsewhere' }
    if (error.problem.kind === 'final') return { kind: 'over', status: 'finished' }
    throw error
  }
  const interrupted = async (why: 'engine' | 'scenario' | 'replay'): Promise<Opened> => {
    await store.close(id, 'interrupted', null)
    return { kind: 'interrupted', why }
  }
  if (header.engine !== ENGINE_VERSION) return interrupted('engine')
  const loaded = await loading
  if (loaded instanceof LibraryError) return { kind: 'broken', error: loaded }
  if (!isLoaded(loaded)) throw loaded
  if (loaded.scenario.hash !== header.scenario.hash) return interrupted('scenario')

  const { city } = loaded
  const rolled = roll(
    loaded.scenario.scenario,
    header.seed,
    (place) => city.atlas.place(place)?.name,
  )
  const input: ReplayInput = { script: compile(rolled), rolled, atlas: city.atlas, header }
  const entries = await store.entries(id)
  const session = await begin(store, input, entries)
  const { journal } = session
  if (!startsWith(journal, entries)) return interrupted('replay')
  return {
    kind: 'call',
    call: {
      header,
      session,
      loaded: loaded.scenario,
      city,
      written: entries.length,
      resumed: entries.length > 0,
    },
  }
}

/** The session where the stored entries end; for an attempt taken from another one, at least where that was left. */
async function begin(
  store: Pick<LocalStore, 'entries'>,
  input: ReplayInput,
  entries: readonly Entry[],
): Promise<Session> {
  const { from } = input.header
  if (!from) return resume(input, entries)
  const parent = await store.entries(from.attempt)
  const seeds = parent.filter((entry) => entry.origin === 'trainee' && entry.n < from.n)
  const own = entries.filter((entry) => entry.origin === 'trainee').length
  // killed before all of the first inputs were stored: they stand in the parent, so nothing is lost
  if (own > seeds.length || entries.some((entry) => entry.origin === 'observed')) {
    return resume(input, entries)
  }
  const session = new Session(input)
  for (const entry of seeds) {
    if (entry.origin === 'trainee') session.dispatch(entry.command, entry.at)
  }
  const last = entries[entries.length - 1]?.at ?? 0
  session.advanceTo(Math.max(parent[from.n]?.at ?? 0, last))
  return session
}

function startsWith(journal: readonly Entry[], entries: readonly Entry[]): boolean {
  return entries.every((entry, n) => {
    const made = journal[n]
    return made !== undefined && sameData(made, entry)
  })
}

interface Loaded {
  readonly scenario: LoadedScenario
  readonly city: LoadedCity
}

async function libraryOf(library: Library, header: Header): Promise<Loaded> {
  const scenario = await library.scenario(header.scenario.id, header.scenario.hash)
  return { scenario, city: await library.city(scenario.scenario.city, scenario.hash) }
}

function isLoaded(value: unknown): value is Loaded {
  return typeof value === 'object' && value !== null && 'scenario' in value && 'city' in value
}
