import { Dexie, type Table } from 'dexie'
import type { Remark } from '../../core/review/remark.ts'
import type { Detail, Sheet } from '../../core/review/sheet.ts'
import type { AttemptRow, Person, Station } from '../review/ports.ts'
import type { Engine } from './database.ts'
import type { DetailRecord } from './detailRows.ts'

/** The texts of attempts that came in together: a row each would be slow to write. Older ones are strings. */
export interface PackRecord {
  readonly id?: number
  readonly texts: readonly (Uint8Array<ArrayBuffer> | string)[]
}

/** Where an attempt's text is. `demo`: 1 or 0, since IndexedDB knows no booleans as keys. */
export interface KeptRecord extends Omit<AttemptRow, 'demo'> {
  readonly demo: 0 | 1
  readonly pack: number
  readonly place: number
}

export const REVIEW_DATABASE_NAME = 'first-ring-review'
/** As for the attempts' database: raise it with a `version(…)` that only adds. */
export const REVIEW_DATABASE_VERSION = 1

const TABLES = {
  attempts: '&id, standing, demo',
  packs: '++id',
  sheets: '&attempt',
  details: '&attempt, scenario',
  remarks: '&id',
  people: '&badge',
  stations: '&id',
}

/** The managers' tables: a database of its own, so that nothing there ever touches a trainee's record. */
export class ReviewDatabase extends Dexie {
  declare readonly attempts: Table<KeptRecord, string>
  declare readonly packs: Table<PackRecord, number>
  declare readonly sheets: Table<Sheet, string>
  declare readonly details: Table<DetailRecord | Detail, string>
  declare readonly remarks: Table<Remark, string>
  declare readonly people: Table<Person, string>
  declare readonly stations: Table<Station, string>

  constructor(name: string = REVIEW_DATABASE_NAME, engine?: Engine) {
    super(name, { autoOpen: true, cache: 'disabled', ...engine })
    this.version(REVIEW_DATABASE_VERSION).stores(TABLES)
  }
}
