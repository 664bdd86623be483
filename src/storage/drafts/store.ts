import { applyChanges, type Files } from '../../core/files/files.ts'
import { sha256Bytes } from '../../core/scenario/hash.ts'
import type { Leases } from '../lease.ts'
import { StorageError } from '../ports.ts'
import { newId } from '../uuid.ts'
import type { DraftChange, DraftStore, OpenedDraft, PublicationStore } from './ports.ts'
import type { Appended, DraftRows, Loaded } from './rows.ts'

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
  line: Line
  readonly gone: Promise<void>
  readonly letGo: () => void
}

/** Changes on their way to storage, in their order. One that doesn't arrive ends the line, and another begins. */
interface Line {
  /** The next change to be sent. */
  sent: number
  /** Fulfilled when all that was sent is there. */
  arrived: Promise<void>
}

const lineFrom = (n: number): Line => ({ sent: n, arrived: Promise.resolve() })

function held(n: number, files: Files): Held {
  let letGo = (): void => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { n, files, line: lineFrom(n), gone, letGo }
}

/** The changes up to the first that never arrived: what was sent after it builds on it. */
function unbroken({ base, changes }: Loaded): readonly DraftChange[] {
  const end = changes.findIndex(({ n }, index) => n !== base.n + index)
  return end < 0 ? changes : changes.slice(0, end)
}

const isUnbroken = (loaded: Loaded): boolean => unbroken(loaded).length === loaded.changes.length

/** Puts a store of drafts together over a place to keep rows. */
export function makeDraftStore({ rows, leases, persist }: DraftStoreParts): DraftStore {
  /** The drafts that this tab writes. */
  const open = new Map<string, Held>()
  const missing = (id: string) => new StorageError({ kind: 'missing', attempt: id })
  const lease = (id: string) => `draft/${id}`
  /** The draft as it stands, with steps enough to undo. */
  const load = async (id: string): Promise<OpenedDraft & { readonly files: Files }> => {
    const info = await rows.get(id)
    const long = info && (await rows.load(id, Math.max(0, info.changes - UNDOABLE)))
    // steps before a change that never arrived can't be undone: a newer base stands after it
    const loaded = long && isUnbroken(long) ? long : info && (await rows.load(id, info.changes))
    if (!info || !loaded) throw missing(id)
    const { base, changes } = loaded
    const files = filesAfter(loaded)
    if (isUnbroken(loaded)) return { info, base: base.files, changes, files }
    await rows.addBase(id, { n: info.changes, files })
    return { info, base: files, changes: [], files }
  }
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
      try {
        // only now: another tab may have written until just before
        const opened = await load(id)
        open.set(id, held(opened.info.changes, opened.files))
        return opened
      } catch (error) {
        leases.release(lease(id))
        throw error
      }
    },
    async read(id) {
      const info = await rows.get(id)
      const loaded = info && (await rows.load(id, info.changes))
      if (!info || !loaded) return null
      return { info, files: filesAfter(loaded) }
    },
    append(id, changes, names) {
      const mine = open.get(id)
      if (!mine) return Promise.reject(new StorageError({ kind: 'not-held', attempt: id }))
      const { line } = mine
      // a tab may die before it has heard of the changes before: none waits for another
      const isNext = changes[0]?.n === line.sent
      const following = isNext ? rows.follow(id, changes, names) : Promise.resolve(false)
      following.catch(() => undefined)
      line.sent = Math.max(line.sent, (changes.at(-1)?.n ?? -1) + 1)
      line.arrived = line.arrived.then(async () => {
        if (!(await following)) refuse(id, changes, await rows.append(id, changes, names))
        const before = mine.n
        for (const change of changes) {
          if (change.n < mine.n) continue
          mine.files = applyChanges(mine.files, change.files).files
          mine.n = change.n + 1
        }
        if (Math.floor(mine.n / BASE_EVERY) > Math.floor(before / BASE_EVERY))
          await rows.addBase(id, { n: mine.n, files: mine.files })
      })
      line.arrived.catch(() => {
        if (mine.line === line) mine.line = lineFrom(mine.n)
      })
      return line.arrived
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

function filesAfter(loaded: Loaded): Files {
  return unbroken(loaded).reduce(
    (files, change) => applyChanges(files, change.files).files,
    loaded.base.files,
  )
}

/** Throws what keeps changes from being added. */
function refuse(id: string, changes: readonly DraftChange[], done: Appended): void {
  if (done.kind === 'missing') throw new StorageError({ kind: 'missing', attempt: id })
  if (done.kind === 'conflict') throw new StorageError({ kind: 'conflict', attempt: id, n: done.n })
  if (done.kind === 'gap')
    throw new StorageError({
      kind: 'gap',
      attempt: id,
      n: changes[0]?.n ?? 0,
      expected: done.have,
    })
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
