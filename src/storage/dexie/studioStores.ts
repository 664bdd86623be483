import { makeDiskMemory } from '../drafts/diskMemory.ts'
import { memoryDraftRows } from '../drafts/memoryRows.ts'
import type {
  DiskMemory,
  DraftStore,
  PublicationStore,
  SightMemory,
  Space,
} from '../drafts/ports.ts'
import type { DraftRows } from '../drafts/rows.ts'
import { makeSightMemory } from '../drafts/sightMemory.ts'
import { type Announcer, makeDraftStore, makePublicationStore } from '../drafts/store.ts'
import { storageHost } from '../host.ts'
import { memoryLeases } from '../lease.ts'
import { StorageError, type StorageProblem } from '../ports.ts'
import { connect } from './connection.ts'
import type { Engine } from './database.ts'
import { dexieDraftRows } from './draftRows.ts'
import { STUDIO_DATABASE_NAME, STUDIO_DATABASE_VERSION, StudioDatabase } from './studioDatabase.ts'
import { type Locks, webLockLeases } from './webLocks.ts'

export interface StudioStores {
  readonly drafts: DraftStore
  readonly publications: PublicationStore
  readonly space: Space
  readonly disk: DiskMemory
  readonly sights: SightMemory
}

export interface StudioStoresOptions {
  /** IndexedDB, if not the browser's. */
  readonly engine?: Engine
  /** Web Locks, if not the browser's; null does without them. */
  readonly locks?: Locks | null
  /** Told of what happens to the storage outside any call. */
  readonly onProblem?: (problem: StorageProblem) => void
}

/** The studio's stores of this browser. They open at the first use; where storage is denied they go on in memory. */
export function createStudioStores(
  name: string = STUDIO_DATABASE_NAME,
  { engine, locks, onProblem = () => {} }: StudioStoresOptions = {},
): StudioStores {
  const db = new StudioDatabase(name, engine)
  const connection = connect(db, STUDIO_DATABASE_VERSION, {
    // every change is written as it is made: nothing is lost by making way at once
    busy: () => false,
    raise: onProblem,
    opened: () => {},
  })
  let lasts = true
  const rows = orMemory(dexieDraftRows(db), connection.ready, (problem) => {
    lasts = false
    onProblem(problem)
  })
  // a new one each time, since it remembers the first answer
  const host = () => storageHost(globalThis.navigator?.storage)
  const browserLocks: Locks | null | undefined =
    locks === undefined ? globalThis.navigator?.locks : locks
  return {
    drafts: makeDraftStore({
      rows,
      // without locks of the browser two tabs could write: the rows themselves then refuse what doesn't follow on
      leases: browserLocks ? webLockLeases(browserLocks, name) : memoryLeases(new Map()),
      persist: () => void host().persist(),
    }),
    publications: makePublicationStore(rows, channel(name)),
    space: {
      health: async (measure) => {
        // whether it lasts is known once it was opened
        await rows.recall('').catch(() => undefined)
        if (measure) return { ...(await host().health()), lasts }
        return { persistent: await host().persisted(), used: null, quota: null, lasts }
      },
      keep: () => host().persist(),
    },
    disk: makeDiskMemory(rows),
    sights: makeSightMemory(rows),
  }
}

/** `main` once it is open; memory for good if the browser denies storage. */
function orMemory(
  main: DraftRows,
  ready: () => Promise<void>,
  denied: (problem: StorageProblem) => void,
): DraftRows {
  let spare: DraftRows | null = null
  const place = async (): Promise<DraftRows> => {
    if (spare) return spare
    try {
      await ready()
      return main
    } catch (error) {
      if (!(error instanceof StorageError) || error.problem.kind !== 'private-mode') throw error
      if (!spare) {
        spare = memoryDraftRows()
        denied(error.problem)
      }
      return spare
    }
  }
  return {
    list: async () => (await place()).list(),
    get: async (draft) => (await place()).get(draft),
    create: async (draft, names, files) => (await place()).create(draft, names, files),
    load: async (draft, n) => (await place()).load(draft, n),
    follow: async (draft, changes, names) => (await place()).follow(draft, changes, names),
    append: async (draft, changes, names) => (await place()).append(draft, changes, names),
    addBase: async (draft, base) => (await place()).addBase(draft, base),
    mark: async (draft, removed) => (await place()).mark(draft, removed),
    versions: async (draft) => (await place()).versions(draft),
    addVersion: async (draft, version) => (await place()).addVersion(draft, version),
    putBlob: async (hash, blob) => (await place()).putBlob(hash, blob),
    blob: async (hash) => (await place()).blob(hash),
    publications: async () => (await place()).publications(),
    publish: async (publication) => (await place()).publish(publication),
    withdraw: async (id, version, at) => (await place()).withdraw(id, version, at),
    recall: async (key) => (await place()).recall(key),
    remember: async (key, value) => (await place()).remember(key, value),
  }
}

/** Other tabs hear of publications by a channel of the browser. */
function channel(name: string): Announcer {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, onTold: () => () => {} }
  const mine = new BroadcastChannel(`${name}/published`)
  return {
    tell: () => mine.postMessage(null),
    onTold: (listener) => {
      mine.addEventListener('message', listener)
      return () => mine.removeEventListener('message', listener)
    },
  }
}
