import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { type FakeTab, fakeLocks } from '../fakeLocks.ts'
import type { LocalStore } from '../ports.ts'
import type { Engine } from './database.ts'
import { createDexieStore } from './store.ts'

/** A browser with its own disk and locks, for tests. */
export interface FakeBrowser {
  readonly engine: Engine
  open(): { readonly store: LocalStore; readonly locks: FakeTab }
}

export function fakeBrowser(): FakeBrowser {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const locks = fakeLocks()
  return {
    engine,
    open() {
      const tab = locks.tab()
      return { store: createDexieStore('test', { engine, locks: tab }), locks: tab }
    },
  }
}
