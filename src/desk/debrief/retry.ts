import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { LocalStore } from '../../storage/ports.ts'
import { headerFrom } from '../runtime/newAttempt.ts'

/** Retrying from a moment: a new attempt whose first inputs are the old one's before that moment. */

/**
 * The entry before which a retry from this moment sets in: the chosen one if it is something that the trainee did, else
 * the first at that moment or after it.
 */
export function retryEntry(
  journal: readonly Entry[],
  at: number,
  chosen: number | null = null,
): number {
  const entry = chosen === null ? undefined : journal[chosen]
  if (entry?.at === at) {
    if (entry.origin === 'trainee') return entry.n
    // what was said is noted right after the command that said it
    if (entry.origin === 'script' && entry.happening.what === 'said') {
      const command = journal.findLast(({ n, origin }) => n < entry.n && origin === 'trainee')
      if (command?.at === at) return command.n
    }
  }
  return journal.find((later) => later.at >= at)?.n ?? journal.length
}

/** A moment of the debrief: the time, and the entry if one was chosen. */
export interface Moment {
  readonly time: number
  readonly chosen: number | null
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
  { time, chosen }: Moment,
  id: string,
  now: number,
): Header {
  // a robot's call taken up by a person is a person's
  const { demo: _, ...own } = old
  const n = retryEntry(journal, time, chosen)
  return headerFrom(own, id, n, journal[n]?.at ?? Math.floor(time), now)
}

/** Creates the new attempt and returns its id. Rejects with a StorageError. */
export async function createRetry(
  store: Pick<LocalStore, 'create' | 'newId'>,
  old: Header,
  journal: readonly Entry[],
  moment: Moment,
  now: number,
): Promise<string> {
  const header = retryHeader(old, journal, moment, store.newId(), now)
  await store.create(header)
  return header.id
}
