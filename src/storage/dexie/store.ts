import { storageHost } from '../host.ts'
import type { Leases } from '../lease.ts'
import type { LocalStore, VerifyAttempt } from '../ports.ts'
import { createSealing } from '../seal/sealing.ts'
import type { Signer } from '../seal/signer.ts'
import { makeStore } from '../store.ts'
import { connect } from './connection.ts'
import { DATABASE_VERSION, Database, type Engine } from './database.ts'
import { orMemory } from './fallback.ts'
import { rowLeases } from './rowLeases.ts'
import { dexieRows } from './rows.ts'
import { createStation } from './station.ts'
import { type Locks, webLockLeases } from './webLocks.ts'

/** The database's name in the browser. */
export const DATABASE_NAME = 'first-ring'

export interface DexieStoreOptions {
  /** Checks imported attempts by replay. */
  readonly verify?: VerifyAttempt
  /** IndexedDB, if not the browser's. */
  readonly engine?: Engine
  /** Web Locks, if not the browser's; null does without them. */
  readonly locks?: Locks | null
  /** Who seals attempts, if not this browser with its own key. */
  readonly signer?: Signer
}

/**
 * The store of this browser. Opens by itself at the first use; if the browser denies storage it goes on in memory and
 * says so (`private-mode`).
 */
export function createDexieStore(
  name: string = DATABASE_NAME,
  options: DexieStoreOptions = {},
): LocalStore {
  const db = new Database(name, options.engine)
  const connection = connect(db, DATABASE_VERSION, {
    busy: () => made.busy(),
    raise: (problem) => made.raise(problem),
    opened: () => made.opened(),
  })
  const place = orMemory(
    { rows: dexieRows(db, connection.close), leases: leasesOf(db, name, options.locks) },
    connection.ready,
    (problem) => made.raise(problem),
  )
  const station = createStation(`${name}-station`, options.engine)
  const made = makeStore({
    ...place,
    sealing: createSealing(options.signer ?? station.signer, station.seals),
    host: storageHost(globalThis.navigator?.storage),
    idle: connection.idle,
    ...(options.verify === undefined ? {} : { verify: options.verify }),
  })
  return made.store
}

function leasesOf(db: Database, name: string, given: Locks | null | undefined): Leases {
  // Missing outside secure contexts: a training room that serves over plain http by address.
  const locks: Locks | null | undefined = given === undefined ? globalThis.navigator?.locks : given
  return locks ? webLockLeases(locks, name) : rowLeases(db, name)
}
