import type { Files } from '../../core/files/files.ts'
import { sameData } from '../../core/sim/same.ts'
import type {
  DraftChange,
  DraftInfo,
  DraftNames,
  DraftVersion,
  NewDraft,
  PublishedRow,
} from './ports.ts'
import type { Base, DraftRows } from './rows.ts'

interface Kept {
  readonly draft: NewDraft
  names: DraftNames
  removed: boolean
  readonly changes: DraftChange[]
  readonly bases: Base[]
  readonly versions: DraftVersion[]
}

/** Rows in memory: for tests, and where the browser denies storage. */
export function memoryDraftRows(): DraftRows {
  const drafts = new Map<string, Kept>()
  const blobs = new Map<string, Blob>()
  const remembered = new Map<string, unknown>()
  let published: PublishedRow[] = []
  const info = ({ draft, names, removed, changes, versions }: Kept): DraftInfo => ({
    ...draft,
    ...names,
    removed,
    changedAt: changes.at(-1)?.at ?? draft.createdAt,
    changes: changes.length,
    versions: versions.length,
  })
  return {
    list: async () => [...drafts.values()].map(info),
    get: async (id) => {
      const kept = drafts.get(id)
      return kept ? info(kept) : null
    },
    create: async (draft: NewDraft, names: DraftNames, files: Files) => {
      if (drafts.has(draft.id)) return false
      drafts.set(draft.id, {
        draft,
        names,
        removed: false,
        changes: [],
        bases: [{ n: 0, files }],
        versions: [],
      })
      return true
    },
    load: async (id, n) => {
      const kept = drafts.get(id)
      const base = kept?.bases.findLast((one) => one.n <= n)
      return kept && base ? { base, changes: kept.changes.slice(base.n) } : null
    },
    follow: async (id, changes, names) => {
      const kept = drafts.get(id)
      if (!kept || changes.some(({ n }, index) => n !== kept.changes.length + index)) return false
      kept.changes.push(...changes)
      kept.names = names
      return true
    },
    append: async (id, changes, names) => {
      const kept = drafts.get(id)
      if (!kept) return { kind: 'missing' }
      const fresh: DraftChange[] = []
      for (const change of changes) {
        const there = kept.changes[change.n]
        if (there === undefined) fresh.push(change)
        else if (!sameData(there, change)) return { kind: 'conflict', n: change.n }
      }
      if (fresh.some(({ n }, index) => n !== kept.changes.length + index))
        return { kind: 'gap', have: kept.changes.length }
      kept.changes.push(...fresh)
      kept.names = names
      return { kind: 'done' }
    },
    addBase: async (id, base) => {
      drafts.get(id)?.bases.push(base)
    },
    mark: async (id, removed) => {
      const kept = drafts.get(id)
      if (kept) kept.removed = removed
    },
    versions: async (id) => drafts.get(id)?.versions ?? [],
    addVersion: async (id, version) => {
      const kept = drafts.get(id)
      if (!kept || kept.versions.some(({ number }) => number === version.number)) return false
      kept.versions.push(version)
      return true
    },
    putBlob: async (hash, blob) => {
      blobs.set(hash, blob)
    },
    blob: async (hash) => blobs.get(hash) ?? null,
    publications: async () => published,
    publish: async (publication) => {
      const { id, kind, version } = publication
      if (published.some((one) => one.id === id && one.kind === kind && one.version >= version))
        return false
      published = [...published, { ...publication, withdrawnAt: null }]
      return true
    },
    recall: async (key) => remembered.get(key),
    remember: async (key, value) => {
      remembered.set(key, value)
    },
    withdraw: async (id, version, at) => {
      published = published.map((one) =>
        one.id === id && one.version === version
          ? { ...one, withdrawnAt: one.withdrawnAt ?? at }
          : one,
      )
    },
  }
}
