import { useCallback, useEffect, useState } from 'react'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import {
  type FoundOpen,
  StorageError,
  type StoredAttempt,
  type Trainee,
} from '../../storage/ports.ts'
import type { Services } from '../../ui/services.ts'
import type { Catalogue } from './catalogue.ts'
import { choose, currentOf } from './profile.ts'
import { isHere } from './useCatalogue.ts'

/** What the page shows of storage. */
export interface Loaded {
  /** In the order in which they were made. */
  readonly trainees: readonly Trainee[]
  /** Who trains; null until somebody is chosen. */
  readonly trainee: Trainee | null
  /** The trainee's attempts, newest first. */
  readonly attempts: readonly StoredAttempt[]
  readonly open: FoundOpen
}

export type StartState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly loaded: Loaded }
  /** Storage does not answer; the bar says why. */
  | { readonly kind: 'failed' }

export interface StartApi {
  readonly state: StartState
  /** Reads all again: after an import, a new profile, a problem that is over. */
  readonly reload: () => Promise<void>
  readonly pick: (trainee: Trainee) => void
}

const NOTHING: FoundOpen = { resumable: [], elsewhere: [], closed: [] }

async function load(services: Services, shipped: Catalogue): Promise<Loaded> {
  const { store, content } = services
  const trainees = await store.trainees()
  const trainee = currentOf(trainees)
  if (trainee === null) return { trainees, trainee, attempts: [], open: NOTHING }
  const open = await store.sortOpen(trainee.id, {
    engine: ENGINE_VERSION,
    hasScenario: (pin) => isHere(shipped, content, pin),
    resultOf: async (header, entries) => {
      // without its totals the attempt is still kept, and its debrief works them out
      const { verifyAttempt } = await import('../runtime/verifyAttempt.ts')
      const played = await verifyAttempt(
        { format: 'first-ring-attempt', formatVersion: 1, header, entries: [...entries] },
        content,
      ).catch(() => null)
      return played?.ok ? (played.result ?? null) : null
    },
  })
  return { trainees, trainee, attempts: await store.list({ trainee: trainee.id }), open }
}

/** The trainees of this machine, the one who trains, and their attempts. */
export function useStart(services: Services, shipped: Catalogue): StartApi {
  const [state, setState] = useState<StartState>({ kind: 'loading' })
  const [asked, ask] = useState({ n: 0, done: () => {} })
  useEffect(() => {
    let current = true
    const { done } = asked
    load(services, shipped)
      .then((loaded) => current && setState({ kind: 'ready', loaded }))
      .catch((error: unknown) => {
        if (!(error instanceof StorageError)) console.error(error)
        if (current) setState({ kind: 'failed' })
      })
      .finally(done)
    return () => {
      current = false
    }
  }, [services, shipped, asked])
  // A problem that is over: what could not be read may be read now.
  useEffect(
    () =>
      services.store.onState(({ problem }) => {
        if (problem === null) ask(({ n }) => ({ n: n + 1, done: () => {} }))
      }),
    [services.store],
  )
  const reload = useCallback(
    () => new Promise<void>((done) => ask(({ n }) => ({ n: n + 1, done }))),
    [],
  )
  const pick = useCallback(
    (trainee: Trainee) => {
      choose(trainee)
      void reload()
    },
    [reload],
  )
  return { state, reload, pick }
}
