import type { Header } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { AttemptResult, Trainee } from './ports.ts'
import { uuidv7 } from './uuid.ts'

/** Made-up trainees, attempts and journals for tests. */

export const someone: Trainee = {
  id: 't-1',
  name: '林一',
  badge: 'S1001',
  createdAt: 1_700_000_000_000,
}

/** The `i`th attempt id; later ones sort after earlier ones. */
export function attemptId(i: number): string {
  return uuidv7(1_700_000_000_000 + i, new Uint8Array([7, i >> 8, i, 1, 2, 3, 4, 5, 6, 7]))
}

export function aHeader(i: number, change: Partial<Header> = {}): Header {
  return {
    id: attemptId(i),
    scenario: { id: 'crying-girl', version: 1, hash: 'ab'.repeat(32) },
    engine: 1,
    seed: `seed-${i}`,
    mode: 'practice',
    lang: 'zh',
    trainee: { id: someone.id, name: someone.name, badge: someone.badge },
    startedAt: 1_700_000_000_000 + i,
    ...change,
  }
}

/** Entry `n` of a made-up journal; `salt` gives other content at the same place. */
export function anEntry(n: number, salt = 0): Entry {
  const at = n * 137
  switch (n % 3) {
    case 0:
      return { n, at, origin: 'script', happening: { what: 'silence', count: n + salt } }
    case 1:
      return { n, at, origin: 'trainee', command: { do: 'say', reply: `ask.where-${salt}` } }
    default:
      return {
        n,
        at,
        origin: 'observed',
        observation: { saw: 'audio-onset', line: 'ask.caller', late: n + salt },
      }
  }
}

/** Entries from `from` up to but without `to`. */
export function entriesFrom(from: number, to: number): Entry[] {
  return Array.from({ length: to - from }, (_, i) => anEntry(from + i))
}

export function finishedEntry(n: number, left = false): Entry {
  return { n, at: n * 137, origin: 'script', happening: { what: 'finished', left } }
}

export const aResult: AttemptResult = {
  total: 83,
  classPoints: 14,
  classMax: 14,
  passed: true,
  redLines: [],
  ending: 'found',
  firstDispatchMs: 41_000,
}
