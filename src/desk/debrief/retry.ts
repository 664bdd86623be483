import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { LocalStore } from '../../storage/ports.ts'
import { headerFrom } from '../runtime/newAttempt.ts'

/** Retrying from a moment: a new attempt whose first inputs are the old one's before that moment. */

/** The entry before which a retry from this moment sets in. */
export function retryEntry(journal: readonly Entry[], at: number): number {
  return journal.find((entry) => entry.at >= at)?.n ?? journal.length
}

/** Exams stand as they were worked; a retry needs what can still be replayed. */
export function mayRetry({ mode }: Pick<Header, 'mode'>): boolean {
  return mode !== 'exam'
}

/**
 * The header of the new attempt: same variant, same mode, same trainee.
 * @param now ms since 1970; the retry counts its first ring from then, less the time already played
 */
export function retryHeader(
  old: Header,
  journal: readonly Entry[],
  at: number,
  id: string,
  now: number,
): Header {
  // a robot's call taken up by a person is a person's
  const { demo: _, ...own } = old
  const n = retryEntry(journal, at)
  return headerFrom(own, id, n, journal[n]?.at ?? Math.floor(at), now)
}

/** Creates the new attempt and returns its id. Rejects with a StorageError. */
export async function createRetry(
  store: Pick<LocalStore, 'create' | 'newId'>,
  old: Header,
  journal: readonly Entry[],
  at: number,
  now: number,
): Promise<string> {
  const header = retryHeader(old, journal, at, store.newId(), now)
  await store.create(header)
  return header.id
}
