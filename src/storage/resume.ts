import type { Header } from '../core/sim/attempt.ts'
import { journalStatus } from '../core/sim/file.ts'
import type { Entry } from '../core/sim/journal.ts'
import { type AttemptResult, type LocalStore, StorageError, type StoredAttempt } from './ports.ts'

/** What this program can go on with. */
export interface Able {
  readonly engine: number
  /** Is this very scenario (by content hash) here? */
  hasScenario(scenario: Header['scenario']): boolean | Promise<boolean>
  /** The totals of an attempt that had ended before its tab was killed; missing: none are kept. */
  resultOf?(
    header: Header,
    entries: readonly Entry[],
  ): AttemptResult | null | Promise<AttemptResult | null>
}

/** The open attempts of a trainee, sorted out. */
export interface Found {
  /** Can be taken up with `reopen`. */
  readonly resumable: readonly StoredAttempt[]
  /** Another tab works on them. */
  readonly elsewhere: readonly StoredAttempt[]
  /** Were over, or can't go on here (`interrupted`): closed just now. */
  readonly closed: readonly StoredAttempt[]
}

/** Looks at what a killed tab left behind. Call at the start, before the trainee begins anything. */
export async function sortOpenAttempts(
  store: LocalStore,
  trainee: string,
  able: Able,
): Promise<Found> {
  const resumable: StoredAttempt[] = []
  const elsewhere: StoredAttempt[] = []
  const closed: StoredAttempt[] = []
  for (const one of await store.list({ trainee, status: 'open' })) {
    const { id } = one.header
    if (store.holds(id)) {
      resumable.push(one)
      continue
    }
    if (!(await take(store, id))) {
      elsewhere.push(one)
      continue
    }
    const goesOn =
      one.header.engine === able.engine && (await able.hasScenario(one.header.scenario))
    const entries = await store.entries(id)
    const ended = journalStatus(entries)
    if (ended !== null) {
      const result = ended === 'finished' ? await able.resultOf?.(one.header, entries) : null
      await store.close(id, ended, result ?? null)
    } else if (!goesOn) await store.close(id, 'interrupted', null)
    else {
      await store.release(id)
      resumable.push(one)
      continue
    }
    const now = await store.get(id)
    if (now !== null) closed.push(now)
  }
  return { resumable, elsewhere, closed }
}

/** Takes the lease; false if another tab has it, or has just ended the attempt. */
async function take(store: LocalStore, attempt: string): Promise<boolean> {
  try {
    await store.reopen(attempt)
    return true
  } catch (error) {
    if (error instanceof StorageError) {
      const { kind } = error.problem
      if (kind === 'second-tab' || kind === 'final') return false
    }
    throw error
  }
}
