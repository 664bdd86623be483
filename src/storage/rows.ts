import type { Header } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { AttemptFilter, AttemptResult, AttemptStatus, Trainee } from './ports.ts'

/**
 * What a place to keep rows must be able to do; memory and Dexie are two such places. Rows are only ever added: an
 * equal row that is there already counts as added, an unequal one stops the whole write.
 */
export interface Rows {
  trainees(): Promise<readonly Trainee[]>
  /** False if that id is there with other data. */
  addTrainee(trainee: Trainee): Promise<boolean>
  /** Adds everything or nothing, durably when it resolves. */
  write(write: Write): Promise<Written>
  get(attempt: string): Promise<AttemptRow | null>
  entries(attempt: string): Promise<readonly Entry[]>
  /** In no particular order. */
  list(filter: AttemptFilter): Promise<readonly AttemptRow[]>
  dispose(): void
}

/** The row that starts an attempt. */
export interface HeaderRow {
  readonly header: Header
  /** The status for as long as no close row says otherwise. */
  readonly standing: 'open' | 'interrupted'
  /** Begun in this browser, not brought in by a file: may be sealed here even late. Missing in rows of older programs. */
  readonly here?: true
}

/** The row that ends an attempt. */
export interface CloseRow {
  readonly status: Exclude<AttemptStatus, 'open'>
  readonly result: AttemptResult | null
}

export interface AttemptRow extends HeaderRow {
  readonly entries: number
  readonly close: CloseRow | null
}

/** One atomic addition to one attempt. */
export interface Write {
  readonly attempt: string
  /** Given when the attempt may not be stored yet; `fresh`: its id must not be taken. */
  readonly header: HeaderRow | null
  readonly fresh: boolean
  /** The `n` of the first entry. */
  readonly from: number
  readonly entries: readonly Entry[]
  readonly close: CloseRow | null
  /** The lease holder that must still be on record, where leases are rows; else null. */
  readonly fence: string | null
}

export type Written =
  | { readonly kind: 'done' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  /** Only this many entries are stored: the write began later. */
  | { readonly kind: 'gap'; readonly have: number }
  | { readonly kind: 'conflict'; readonly n: number }
  | { readonly kind: 'final' }
  /** Another tab has taken the lease. */
  | { readonly kind: 'fenced' }

/** Does an attempt fit the filter? */
export function fits(row: HeaderRow, close: CloseRow | null, filter: AttemptFilter): boolean {
  const { header } = row
  return (
    (filter.trainee === undefined || header.trainee.id === filter.trainee) &&
    (filter.scenario === undefined || header.scenario.id === filter.scenario) &&
    (filter.mode === undefined || header.mode === filter.mode) &&
    (filter.status === undefined || (close?.status ?? row.standing) === filter.status)
  )
}
