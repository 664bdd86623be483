import type { Header, Mode } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'

/**
 * What the rooms may ask of storage. Kept in memory, in Dexie, later on the hub. Append-only: there is no call that
 * changes or removes an entry.
 */

export interface Trainee {
  readonly id: string
  readonly name: string
  readonly badge: string
  readonly createdAt: number
}

/** `open`: being worked, or its tab was killed; the other three are final. */
export type AttemptStatus = 'open' | 'finished' | 'left' | 'interrupted'

export interface StoredAttempt {
  readonly header: Header
  readonly status: AttemptStatus
  readonly entries: number
  /** Totals kept for lists; recomputed from the journal whenever in doubt. */
  readonly result: AttemptResult | null
}

export interface AttemptResult {
  readonly total: number
  readonly classPoints: number
  readonly classMax: number
  readonly passed: boolean
  readonly redLines: readonly string[]
  readonly ending: string | null
  readonly firstDispatchMs: number | null
}

export interface AttemptFilter {
  readonly trainee?: string
  readonly scenario?: string
  readonly mode?: Mode
}

export type StorageProblem =
  | { readonly kind: 'private-mode' }
  | { readonly kind: 'blocked-upgrade' }
  | { readonly kind: 'second-tab'; readonly attempt: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown'; readonly detail: string }

/** What importing a file came to. */
export interface ImportReport {
  readonly added: readonly string[]
  readonly known: readonly string[]
  readonly refused: readonly { readonly attempt: string; readonly why: string; readonly n: number | null }[]
}

export interface AttemptStore {
  trainees(): Promise<readonly Trainee[]>
  addTrainee(trainee: Trainee): Promise<void>
  /** Creates the attempt and takes its lease for this tab. Rejects with a StorageError if that id exists. */
  create(header: Header): Promise<void>
  /** Appends entries in order; each is durable when the promise resolves. Entries that exist already must be equal. */
  append(attempt: string, entries: readonly Entry[]): Promise<void>
  close(attempt: string, status: Exclude<AttemptStatus, 'open'>, result: AttemptResult | null): Promise<void>
  /** Takes the lease again after a killed tab. Rejects with second-tab while another tab works on it. */
  reopen(attempt: string): Promise<void>
  get(attempt: string): Promise<StoredAttempt | null>
  entries(attempt: string): Promise<readonly Entry[]>
  list(filter: AttemptFilter): Promise<readonly StoredAttempt[]>
  /** One attempt or all that fit, as one file's text. */
  export(filter: AttemptFilter & { readonly attempt?: string }): Promise<string>
  import(fileText: string): Promise<ImportReport>
  /** Problems that arise while running (second tab, disk full, blocked upgrade). */
  onProblem(listener: (problem: StorageProblem) => void): () => void
  /** Bytes used and free, where the browser tells; and whether storage is persistent. */
  health(): Promise<{ readonly used: number | null; readonly quota: number | null; readonly persistent: boolean }>
}
