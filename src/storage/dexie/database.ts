import { Dexie, type Table } from 'dexie'
import type { Header, Mode } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { AttemptResult, Trainee } from '../ports.ts'
import type { CloseRow, HeaderRow } from '../rows.ts'

/** The header and what lists look for. */
export interface AttemptRecord {
  readonly id: string
  readonly trainee: string
  readonly scenario: string
  readonly mode: Mode
  readonly standing: HeaderRow['standing']
  readonly here?: true
  readonly header: Header
}

export interface EntryRecord {
  readonly attempt: string
  readonly n: number
  readonly entry: Entry
}

export interface CloseRecord {
  readonly attempt: string
  readonly status: CloseRow['status']
  readonly result: AttemptResult | null
  /** Journal entries at the end, so that lists need not count. */
  readonly entries: number
}

/** Who may add to an attempt, where the browser has no Web Locks. The only rows that ever change: no part of the record. */
export interface LeaseRecord {
  readonly attempt: string
  readonly holder: string
  /** Wall clock of the holder's last sign of life, ms. */
  readonly beat: number
}

/**
 * The number of this form of the database. Raise it with a new `version(…)` that only adds: an older program that finds a
 * table or index missing would put it back, and take the newer one's connection away for that.
 */
export const DATABASE_VERSION = 1

const TABLES = {
  trainees: '&id',
  attempts: '&id, trainee, scenario',
  entries: '[attempt+n]',
  closes: '&attempt',
  leases: '&attempt',
}

/** Where Dexie gets IndexedDB from, if not from the browser (tests). */
export interface Engine {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/**
 * Our tables. `strict`: Chromium resolves a write only when the disk has it. Opened by connection.ts alone, which knows
 * what a failure means.
 */
export class Database extends Dexie {
  declare readonly trainees: Table<Trainee, string>
  declare readonly attempts: Table<AttemptRecord, string>
  declare readonly entries: Table<EntryRecord, [string, number]>
  declare readonly closes: Table<CloseRecord, string>
  declare readonly leases: Table<LeaseRecord, string>

  constructor(name: string, engine?: Engine) {
    super(name, {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
      ...engine,
    })
    this.version(DATABASE_VERSION).stores(TABLES)
  }
}
