import { Dexie, type Table } from 'dexie'
import type { FileContent } from '../../core/files/files.ts'
import type {
  DraftChange,
  DraftNames,
  DraftVersion,
  NewDraft,
  Publication,
} from '../drafts/ports.ts'
import type { Engine } from './database.ts'

/** Files as they are stored: structured clones know maps, but lists are what other programs can read. */
export type FileList = readonly (readonly [path: string, content: FileContent])[]

export interface ChangeRecord {
  readonly draft: string
  readonly n: number
  readonly change: DraftChange
  /** What the draft was called when it was made. */
  readonly names: DraftNames
}

export interface BaseRecord {
  readonly draft: string
  readonly n: number
  readonly files: FileList
}

export interface DraftRecord extends NewDraft {
  /** What it was called at first. */
  readonly names: DraftNames
}

/** A draft was thrown away, or brought back; the last one counts. */
export interface MarkRecord {
  readonly draft: string
  readonly removed: boolean
}

export interface VersionRecord extends Omit<DraftVersion, 'files'> {
  readonly draft: string
  readonly files: FileList
}

export interface PublicationRecord extends Omit<Publication, 'files'> {
  readonly files: FileList
}

export interface WithdrawalRecord {
  readonly id: string
  readonly version: number
  readonly at: number
}

export interface BlobRecord {
  readonly hash: string
  readonly blob: Blob
}

/** No part of any record: handles of the disk, what was written there, what was last seen of drafts. */
export interface RememberedRecord {
  readonly key: string
  readonly value: unknown
}

export const STUDIO_DATABASE_NAME = 'first-ring-studio'
/** As for the attempts' database: raise it with a `version(…)` that only adds. */
export const STUDIO_DATABASE_VERSION = 2

const TABLES = {
  drafts: '&id',
  changes: '[draft+n]',
  bases: '[draft+n]',
  marks: '++, draft',
  versions: '[draft+number]',
  blobs: '&hash',
  publications: '[id+version]',
  withdrawals: '[id+version]',
  leases: '&attempt',
}

const TABLES_SINCE_2 = { remembered: '&key' }

/**
 * The studio's tables: a database of its own, so that no change of theirs ever touches a trainee's record, and a desk
 * that works never stands in the way of a studio that upgrades.
 */
export class StudioDatabase extends Dexie {
  declare readonly drafts: Table<DraftRecord, string>
  declare readonly changes: Table<ChangeRecord, [string, number]>
  declare readonly bases: Table<BaseRecord, [string, number]>
  declare readonly marks: Table<MarkRecord, number>
  declare readonly versions: Table<VersionRecord, [string, number]>
  declare readonly blobs: Table<BlobRecord, string>
  declare readonly publications: Table<PublicationRecord, [string, number]>
  declare readonly remembered: Table<RememberedRecord, string>
  declare readonly withdrawals: Table<WithdrawalRecord, [string, number]>

  constructor(name: string = STUDIO_DATABASE_NAME, engine?: Engine) {
    super(name, {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
      ...engine,
    })
    this.version(1).stores(TABLES)
    this.version(STUDIO_DATABASE_VERSION).stores(TABLES_SINCE_2)
  }
}
