import type { Attempt, Header, Mode } from '../core/sim/attempt.ts'
import type { FileRefusalCode } from '../core/sim/file.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { Workstation } from './seal/ports.ts'

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

/** As much of an attempt as a list of them shows. */
export interface AttemptGlance extends Pick<StoredAttempt, 'status' | 'result'> {
  readonly header: Pick<Header, 'id' | 'startedAt' | 'mode'>
}

export interface AttemptResult {
  readonly total: number
  readonly classPoints: number
  readonly classMax: number
  readonly passed: boolean
  readonly redLines: readonly string[]
  readonly ending: string | null
  readonly firstDispatchMs: number | null
  /** The last choice beside the right one, for what to practise next. Missing in results of older programs, as are `dims`. */
  readonly choice?: {
    readonly class: string | null
    readonly priority: string | null
    readonly right: { readonly class: string; readonly priority: string }
    /** Levels off; negative is under-triage. Null if no priority was set. */
    readonly triage: number | null
  }
  /** Points by dimension (`D1` … `D7`). */
  readonly dims?: readonly { readonly id: string; readonly points: number; readonly max: number }[]
}

export interface AttemptFilter {
  readonly trainee?: string
  readonly scenario?: string
  readonly mode?: Mode
  readonly status?: AttemptStatus
}

/** What can go wrong with the storage itself, whoever calls. */
export type StorageProblem =
  | { readonly kind: 'private-mode' }
  | { readonly kind: 'blocked-upgrade' }
  | { readonly kind: 'second-tab'; readonly attempt: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown'; readonly detail: string }

/** A call that storage refuses because it would break the record; nothing was written. */
export type StorageRefusal =
  /** There is such an attempt (or trainee, with other data) already. */
  | { readonly kind: 'exists'; readonly id: string }
  | { readonly kind: 'missing'; readonly attempt: string }
  /** Entry `n` is stored already and says something else. */
  | { readonly kind: 'conflict'; readonly attempt: string; readonly n: number }
  /** Entry `n` was given where `expected` is next. */
  | {
      readonly kind: 'gap'
      readonly attempt: string
      readonly n: number
      readonly expected: number
    }
  /** The attempt is over: nothing can be added, and it can't be closed another way. */
  | { readonly kind: 'final'; readonly attempt: string }
  /** `reopen` comes first: this tab does not work on the attempt. */
  | { readonly kind: 'not-held'; readonly attempt: string }
  /** More than one file can hold: export by trainee or scenario. */
  | { readonly kind: 'too-large' }

/** The only error that storage rejects with. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly problem: StorageProblem | StorageRefusal
  /**
   * True: what was handed over could not be written yet, but is kept in this tab, is read back by `get`, `entries` and
   * `export`, and is written as soon as storage lets us. False: it was not taken.
   */
  readonly kept: boolean

  constructor(
    problem: StorageProblem | StorageRefusal,
    options: { kept?: boolean; cause?: unknown } = {},
  ) {
    super(inWords(problem), options.cause === undefined ? {} : { cause: options.cause })
    this.problem = problem
    this.kept = options.kept ?? false
  }
}

function inWords(problem: StorageProblem | StorageRefusal): string {
  switch (problem.kind) {
    case 'private-mode':
      return 'the browser gives this page no lasting storage'
    case 'blocked-upgrade':
      return 'another tab holds the storage in an older form'
    case 'second-tab':
      return `another tab works on attempt ${problem.attempt}`
    case 'full':
      return 'the storage is full'
    case 'closed':
      return 'the storage was closed'
    case 'unknown':
      return `the storage failed: ${problem.detail}`
    case 'exists':
      return `${problem.id} exists already`
    case 'missing':
      return `there is no attempt ${problem.attempt}`
    case 'conflict':
      return `entry ${problem.n} of attempt ${problem.attempt} is stored already and differs`
    case 'gap':
      return `entry ${problem.n} of attempt ${problem.attempt} leaves a gap: ${problem.expected} is next`
    case 'final':
      return `attempt ${problem.attempt} is over`
    case 'not-held':
      return `attempt ${problem.attempt} is not open in this tab`
    case 'too-large':
      return 'that is more than one file can hold: export by trainee or scenario'
  }
}

export type ImportRefusalCode =
  | FileRefusalCode
  /** The attempt is known and differs, at `n` or in its header (`n` null). */
  | 'differs'
  /** Replaying the commands gives another journal. */
  | 'replay'
  /** Another tab works on that attempt just now. */
  | 'busy'
  /** It could not be written; the message says why. */
  | 'storage'

/** What importing a file came to. */
export interface ImportReport {
  readonly added: readonly string[]
  readonly known: readonly string[]
  readonly refused: readonly {
    readonly attempt: string
    /** English, for logs; rooms translate `code`. */
    readonly why: string
    readonly n: number | null
    readonly code: ImportRefusalCode
  }[]
}

export interface AttemptStore {
  /** In the order in which they were made. */
  trainees(): Promise<readonly Trainee[]>
  addTrainee(trainee: Trainee): Promise<void>
  /**
   * Creates the attempt and takes its lease for this tab. Rejects with a StorageError if that id exists. If the error
   * says `kept`, only the writing failed: the attempt is open all the same and can be worked.
   */
  create(header: Header): Promise<void>
  /** Appends entries in order; each is durable when the promise resolves. Entries that exist already must be equal. */
  append(attempt: string, entries: readonly Entry[]): Promise<void>
  close(
    attempt: string,
    status: Exclude<AttemptStatus, 'open'>,
    result: AttemptResult | null,
  ): Promise<void>
  /** Opens an `open` attempt again: takes the lease after a killed tab. Rejects with second-tab while another tab works on it. */
  reopen(attempt: string): Promise<void>
  get(attempt: string): Promise<StoredAttempt | null>
  entries(attempt: string): Promise<readonly Entry[]>
  /** Newest first. */
  list(filter: AttemptFilter): Promise<readonly StoredAttempt[]>
  /** One attempt or all that fit, as one file's text. */
  export(filter: AttemptFilter & { readonly attempt?: string }): Promise<string>
  import(fileText: string): Promise<ImportReport>
  /** Problems that arise while running (second tab, disk full, blocked upgrade). */
  onProblem(listener: (problem: StorageProblem) => void): () => void
  /** Bytes used and free, where the browser tells; and whether storage is persistent. */
  health(): Promise<{
    readonly used: number | null
    readonly quota: number | null
    readonly persistent: boolean
  }>
}

/** What a store keeps for want of storage. */
export interface StorageState {
  /** Journal entries that are in this tab only. */
  readonly waiting: number
  /** The problem that stands now; null when all is well. */
  readonly problem: StorageProblem | null
}

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
export interface FoundOpen {
  /** Can be taken up with `reopen`. */
  readonly resumable: readonly StoredAttempt[]
  /** Another tab works on them. */
  readonly elsewhere: readonly StoredAttempt[]
  /** Were over, or can't go on here (`interrupted`): closed just now. */
  readonly closed: readonly StoredAttempt[]
}

/** A store of this browser: adds what a tab needs to live through faults. */
export interface LocalStore extends AttemptStore {
  /** A fresh id (UUIDv7) for an attempt or a trainee. */
  newId(): string
  /** Looks at what a killed tab left behind. Call at the start, before the trainee begins anything. */
  sortOpen(trainee: string, able: Able): Promise<FoundOpen>
  /** Does this tab hold the attempt, to add to it? */
  holds(attempt: string): boolean
  /** Leaves an open attempt for later, here or in another tab: writes what waits, then gives up the lease. */
  release(attempt: string): Promise<void>
  state(): StorageState
  /** Called after each change of `state`. Returns the way to stop listening. */
  onState(listener: (state: StorageState) => void): () => void
  /** Tries now to write what waits; true if nothing waits any more. */
  retry(): Promise<boolean>
  /** All attempts that this tab still holds and that are not wholly written, as one importable file; null if none. */
  exportWaiting(): Promise<string | null>
  /** This browser's key, by which managers know the attempts that ended here; or why they stay unsealed. Never rejects. */
  workstation(): Promise<Workstation>
  /** Asks the browser, once, to keep our data for good. */
  persist(): Promise<boolean>
  /** Gives up leases and connections, as closing the tab would. Waiting entries are lost: `retry` first. */
  dispose(): void
}

/** Replays an imported attempt: what it came to, or the first entry that replay gives differently. */
export type VerifyAttempt = (attempt: Attempt) => VerifiedAttempt | Promise<VerifiedAttempt>
export type VerifiedAttempt =
  | { readonly ok: true; readonly result?: AttemptResult | null }
  | { readonly ok: false; readonly n: number | null; readonly why: string }

/** Small preferences of this browser. They help, and are no part of any record: losing them costs a click. */
export interface PrefValues {
  /** Id of the trainee who trained here last. */
  readonly trainee: string
  readonly language: 'zh' | 'en'
  /** 0 to 1. */
  readonly volume: number
  readonly mode: Mode
}

export interface Prefs {
  /** The stored value; null if there is none, it makes no sense, or the browser denies storage. */
  get<K extends keyof PrefValues>(key: K): PrefValues[K] | null
  /** False if it will be forgotten. */
  set<K extends keyof PrefValues>(key: K, value: PrefValues[K]): boolean
  forget(key: keyof PrefValues): void
}
