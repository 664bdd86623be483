import { applyChanges, type Files } from '../../core/files/files.ts'
import { sha256Bytes } from '../../core/scenario/hash.ts'
import type { Leases } from '../lease.ts'
import { StorageError } from '../ports.ts'
import { newId } from '../uuid.ts'
import type { DraftStore, PublicationStore } from './ports.ts'
import type { Appended, DraftRows } from './rows.ts'

export interface DraftStoreParts {
  readonly rows: DraftRows
  readonly leases: Leases
  /** Asks the browser to keep our data. */
  readonly persist: () => void
}

/** A base is kept every so many changes, so that opening a draft need not begin at its first letter. */
const BASE_EVERY = 200
/** So many changes at least are read when a draft is opened, to be undone. */
const UNDOABLE = 300

interface Held {
  /** The next change, and the files after the last one that is stored, to make bases from. */
  n: number
  files: Files
  readonly gone: Promise<void>
  readonly letGo: () => void
}

function held(n: number, files: Files): Held {
  let letGo = (): void => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { n, files, gone, letGo }
}

/** Puts a store of drafts together over a place to keep rows. */
export function makeDraftStore({ rows, leases, persist }: DraftStoreParts): DraftStore {
  /** The drafts that this tab writes. */
  const open = new Map<string, Held>()
  const missing = (id: string) => new StorageError({ kind: 'missing', attempt: id })
  const lease = (id: string) => `draft/${id}`
  return {
    newId: () => newId(Date.now()),
    list: async () => {
      const all = await rows.list()
      return [...all].sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? 1 : -1))
    },
    async create(draft, names, files) {
      persist()
      if (!(await rows.create(draft, names, files)))
        throw new StorageError({ kind: 'exists', id: draft.id })
    },
    async open(id) {
      // who has just closed it here may still have something to write
      for (let mine = open.get(id); mine; mine = open.get(id)) await mine.gone
      const known = await rows.get(id)
      if (!known) throw missing(id)
      if (!(await leases.take(lease(id))))
        throw new StorageError({ kind: 'second-tab', attempt: id })
      // read again: another tab may have written until just now
      const info = await rows.get(id)
      const loaded = info && (await rows.load(id, Math.max(0, info.changes - UNDOABLE)))
      if (!info || !loaded) {
        leases.release(lease(id))
        throw missing(id)
      }
      let { files } = loaded.base
      for (const change of loaded.changes) ({ files } = applyChanges(files, change.files))
      open.set(id, held(info.changes, files))
      return { info, base: loaded.base.files, changes: loaded.changes }
    },
    async read(id) {
      const info = await rows.get(id)
      const loaded = info && (await rows.load(id, info.changes))
      if (!info || !loaded) return null
      let { files } = loaded.base
      for (const change of loaded.changes) ({ files } = applyChanges(files, change.files))
      return { info, files }
    },
    async append(id, changes, names) {
      const mine = open.get(id)
      if (!mine) throw new StorageError({ kind: 'not-held', attempt: id })
      const follows = changes[0]?.n === mine.n
      const done: Appended =
        follows && (await rows.follow(id, changes, names))
          ? { kind: 'done' }
          : await rows.append(id, changes, names)
      if (done.kind === 'missing') throw missing(id)
      if (done.kind === 'conflict')
        throw new StorageError({ kind: 'conflict', attempt: id, n: done.n })
      if (done.kind === 'gap')
        throw new StorageError({
          kind: 'gap',
          attempt: id,
          n: changes[0]?.n ?? 0,
          expected: done.have,
        })
      const before = mine.n
      for (const change of changes) {
        if (change.n < mine.n) continue
        mine.files = applyChanges(mine.files, change.files).files
        mine.n = change.n + 1
      }
      if (Math.floor(mine.n / BASE_EVERY) > Math.floor(before / BASE_EVERY))
        await rows.addBase(id, { n: mine.n, files: mine.files })
    },
    async release(id) {
      const mine = open.get(id)
      open.delete(id)
      leases.release(lease(id))
      mine?.letGo()
    },
    remove: (id) => rows.mark(id, true),
    bringBack: (id) => rows.mark(id, false),
    versions: (id) => rows.versions(id),
    async addVersion(id, version) {
      if (!(await rows.addVersion(id, version)))
        throw new StorageError({ kind: 'exists', id: `${id} ${version.number}` })
    },
    async putBlob(bytes) {
      const hash = await hashOf(bytes)
      await rows.putBlob(hash, bytes)
      return { blob: hash, type: bytes.type, size: bytes.size }
    },
    blob: (hash) => rows.blob(hash),
  }
}

async function hashOf(bytes: Blob): Promise<string> {
  return sha256Bytes(new Uint8Array(await bytes.arrayBuffer()))
}

/** Tells other tabs of this program; missing in old browsers and in tests. */
export interface Announcer {
  tell(): void
  onTold(listener: () => void): () => void
}

/** Puts a store of publications together over a place to keep rows. */
export function makePublicationStore(rows: DraftRows, others: Announcer): PublicationStore {
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
    others.tell()
  }
  return {
    publications: async () => {
      const all = await rows.publications()
      return [...all].sort((a, b) => b.at - a.at || b.version - a.version)
    },
    async publish(publication) {
      if (!(await rows.publish(publication)))
        throw new StorageError({ kind: 'exists', id: `${publication.id} ${publication.version}` })
      tell()
    },
    async withdraw(id, version, at) {
      await rows.withdraw(id, version, at)
      tell()
    },
    onPublished(listener) {
      listeners.add(listener)
      const stop = others.onTold(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}
