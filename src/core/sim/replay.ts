import type { Rolled } from '../scenario/roll.ts'
import type { Script } from '../scenario/script.ts'
import type { Atlas } from './atlas.ts'
import type { Header } from './attempt.ts'
import type { Entry } from './journal.ts'
import { sameData } from './same.ts'
import { Session } from './session.ts'

/** Replaying an attempt: the trainee's and the observed entries go in again; the same journal must come out. */

export interface ReplayInput {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly header: Header
}

/** Plays a journal's inputs again, up to and including entry `upTo` (all if missing), and hands over the session. */
export function resume(
  input: ReplayInput,
  entries: readonly Entry[],
  upTo = entries.length - 1,
): Session {
  const session = new Session(input)
  for (const entry of entries) {
    if (entry.n > upTo) break
    if (entry.origin === 'trainee') session.dispatch(entry.command, entry.at)
    else if (entry.origin === 'observed') session.observe(entry.observation, entry.at)
    else session.advanceTo(entry.at)
  }
  return session
}

export type Verdict =
  | { readonly ok: true; readonly session: Session }
  /** The first entry that differs: what the file says and what the engine says. */
  | {
      readonly ok: false
      readonly n: number
      readonly found: Entry | null
      readonly expected: Entry | null
    }

/** Checks a journal entry by entry against what the engine makes of its inputs. */
export function replay(input: ReplayInput, entries: readonly Entry[]): Verdict {
  const session = resume(input, entries)
  const { journal } = session
  const length = Math.max(entries.length, journal.length)
  for (let n = 0; n < length; n += 1) {
    const found = entries[n] ?? null
    const expected = journal[n] ?? null
    if (found === null || expected === null || !sameData(found, expected))
      return { ok: false, n, found, expected }
  }
  return { ok: true, session }
}
