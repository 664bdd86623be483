import type { Dexie } from 'dexie'
import { StorageError, type StorageProblem } from '../ports.ts'

import { problemOfDexie } from './problems.ts'

/** The life of the connection to the database: opening, being asked to make way, being closed under us. */
export interface Connection {
  /** Resolves when the database is open; opens it (again) if need be. Rejects with a StorageError. */
  ready(): Promise<void>
  /** Nothing is being worked on any more: makes way for an upgrade that waits. */
  idle(): void
  close(): void
}

export interface ConnectionEvents {
  /** Does this tab work on an attempt? Then the connection stays until it is written. */
  busy(): boolean
  /** Another tab holds an older form of the database open, or a newer program asked us to make way. */
  raise(problem: StorageProblem): void
  /** The database is open after it was not. */
  opened(): void
}

/** Dexie gives IndexedDB ten times its version, and adds 1 where it mends a table. */
const NATIVE_FACTOR = 10

/** `version`: the newest form of the tables that this program knows. */
export function connect(db: Dexie, version: number, events: ConnectionEvents): Connection {
  let over = false
  let makeWay = false

  const step = () => {
    makeWay = false
    db.close({ disableAutoOpen: false })
    events.raise({ kind: 'closed' })
  }

  db.on('versionchange', () => {
    // Mid-call the record comes first: the other tab is told that it is blocked, and waits for the end of the call.
    if (events.busy()) makeWay = true
    else step()
    return false
  })
  db.on('blocked', () => {
    events.raise({ kind: 'blocked-upgrade' })
    return false
  })

  return {
    async ready() {
      if (over) throw new StorageError({ kind: 'closed' })
      if (db.isOpen()) return
      try {
        await db.open()
      } catch (cause) {
        throw new StorageError(problemOfDexie(cause, true), { cause })
      }
      if (Math.floor(db.backendDB().version / NATIVE_FACTOR) > version) {
        // A newer program has changed the tables: writing with our idea of them could spoil its data.
        db.close({ disableAutoOpen: false })
        throw new StorageError({ kind: 'closed' })
      }
      events.opened()
    },
    idle() {
      if (makeWay) step()
    },
    close() {
      over = true
      db.close()
    },
  }
}
