import { journalStatus } from '../core/sim/ended.ts'
import {
  type Able,
  type FoundOpen,
  type LocalStore,
  StorageError,
  type StoredAttempt,
} from './ports.ts'

/** Looks at what a killed tab left behind. Call at the start, before the trainee begins anything. */
export async function sortOpenAttempts(
  store: LocalStore,
  trainee: string,
  able: Able,
): Promise<FoundOpen> {
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
