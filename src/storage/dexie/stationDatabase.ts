import { Dexie, type Table } from 'dexie'
import type { SealRow } from '../seal/rows.ts'
import type { Engine } from './database.ts'

export interface KeyRecord {
  readonly name: 'own'
  /** The private key can't be read out: the browser keeps it, we keep a handle. */
  readonly pair: CryptoKeyPair
}

/** As for the attempts' database: raise it with a `version(…)` that only adds. */
export const STATION_DATABASE_VERSION = 1

const TABLES = {
  keys: '&name',
  seals: '&attempt',
}

/**
 * The workstation's key, and the seals of attempts that lie here: a database of its own, so that no change of its tables
 * touches a trainee's record, and a fault of it never keeps an attempt from being written.
 */
export class StationDatabase extends Dexie {
  declare readonly keys: Table<KeyRecord, string>
  declare readonly seals: Table<SealRow, string>

  constructor(name: string, engine?: Engine) {
    super(name, {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
      ...engine,
    })
    this.version(STATION_DATABASE_VERSION).stores(TABLES)
  }
}
