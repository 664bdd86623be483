import { Dexie } from 'dexie'
import type { Files } from '../../core/files/files.ts'
import { sameData } from '../../core/sim/same.ts'
import type { DraftInfo } from '../drafts/ports.ts'
import type { Appended, DraftRows } from '../drafts/rows.ts'
import { typed } from './rows.ts'
import type { ChangeRecord, DraftRecord, FileList, StudioDatabase } from './studioDatabase.ts'

/**
 * So often a write that follows on others asks for the disk, ms. What comes between has only left the page, which is
 * enough for a tab that dies; if each letter waited for the disk, a slow one would hold up all that are typed meanwhile.
 */
const STRICT_EVERY_MS = 1000

/** The studio's rows in IndexedDB; inside a transaction nothing but Dexie's own promises may be awaited (rows.ts). */
export function dexieDraftRows(db: StudioDatabase): DraftRows {
  const { drafts, changes, bases, marks, versions, blobs, publications, withdrawals, remembered } =
    db
  const lastChange = (draft: string) =>
    changes
      .where(':id')
      .between(...all(draft))
      .last()
  /** When a write last asked for the disk. */
  let strictAt = Number.NEGATIVE_INFINITY
  const info = async (record: DraftRecord): Promise<DraftInfo> => {
    const [last, mark, count] = await Dexie.Promise.all([
      lastChange(record.id),
      marks.where('draft').equals(record.id).last(),
      versions
        .where(':id')
        .between(...all(record.id))
        .count(),
    ])
    const { names, ...draft } = record
    return {
      ...draft,
      ...(last?.names ?? names),
      changedAt: last?.change.at ?? draft.createdAt,
      changes: (last?.n ?? -1) + 1,
      versions: count,
      removed: mark?.removed ?? false,
    }
  }
  return {
    list: () =>
      typed(() =>
        db.transaction('r', [drafts, changes, marks, versions], async () => {
          const records = await drafts.toArray()
          return Dexie.Promise.all(records.map(info))
        }),
      ),
    get: (id) =>
      typed(() =>
        db.transaction('r', [drafts, changes, marks, versions], async () => {
          const record = await drafts.get(id)
          return record ? info(record) : null
        }),
      ),
    create: (draft, names, files) =>
      typed(() =>
        db.transaction('rw', [drafts, bases], async () => {
          if (await drafts.get(draft.id)) return false
          await drafts.add({ ...draft, names })
          await bases.add({ draft: draft.id, n: 0, files: listed(files) })
          return true
        }),
      ),
    load: (id, n) =>
      typed(() =>
        db.transaction('r', [changes, bases], async () => {
          const base = await bases
            .where(':id')
            .between([id, Dexie.minKey], [id, n], true, true)
            .last()
          if (!base) return null
          const since = await changes
            .where(':id')
            .between([id, base.n], [id, Dexie.maxKey])
            .toArray()
          return {
            base: { n: base.n, files: new Map(base.files) },
            changes: since.map(({ change }) => change),
          }
        }),
      ),
    follow: (id, given, names) => {
      const now = performance.now()
      const isStrict = now - strictAt > STRICT_EVERY_MS
      if (isStrict) strictAt = now
      return typed(() =>
        send(
          db,
          given.map((change) => ({ draft: id, n: change.n, change, names })),
          isStrict ? 'strict' : 'relaxed',
        ),
      )
    },
    append: (id, given, names) =>
      typed(() =>
        db.transaction('rw', [drafts, changes], async (): Promise<Appended> => {
          const [record, last, there] = await Dexie.Promise.all([
            drafts.get(id),
            lastChange(id),
            changes.bulkGet(given.map(({ n }): [string, number] => [id, n])),
          ])
          if (!record) return { kind: 'missing' }
          const have = (last?.n ?? -1) + 1
          const fresh: ChangeRecord[] = []
          for (const [index, change] of given.entries()) {
            const known = there[index]
            if (known === undefined) fresh.push({ draft: id, n: change.n, change, names })
            else if (!sameData(known.change, change)) return { kind: 'conflict', n: change.n }
          }
          const ahead = fresh.filter(({ n }) => n >= have)
          if (ahead.some(({ n }, index) => n !== have + index)) return { kind: 'gap', have }
          await changes.bulkAdd(fresh)
          return { kind: 'done' }
        }),
      ),
    addBase: (draft, { n, files }) =>
      typed(async () => {
        await bases.put({ draft, n, files: listed(files) })
      }),
    mark: (draft, removed) =>
      typed(async () => {
        await marks.add({ draft, removed })
      }),
    versions: (id) =>
      typed(() =>
        versions
          .where(':id')
          .between(...all(id))
          .toArray(),
      ).then((records) =>
        records.map(({ draft: _, files, ...rest }) => ({ ...rest, files: new Map(files) })),
      ),
    addVersion: (draft, { files, ...version }) =>
      typed(() =>
        db.transaction('rw', versions, async () => {
          if (await versions.get([draft, version.number])) return false
          await versions.add({ ...version, draft, files: listed(files) })
          return true
        }),
      ),
    putBlob: (hash, blob) =>
      typed(async () => {
        await blobs.put({ hash, blob })
      }),
    blob: (hash) => typed(() => blobs.get(hash)).then((record) => record?.blob ?? null),
    publications: () =>
      typed(() =>
        db.transaction('r', [publications, withdrawals], async () => {
          const records = await publications.toArray()
          const ended = await withdrawals.bulkGet(
            records.map(({ id, version }): [string, number] => [id, version]),
          )
          return records.map(({ files, ...rest }, index) => ({
            ...rest,
            files: new Map(files),
            withdrawnAt: ended[index]?.at ?? null,
          }))
        }),
      ),
    publish: ({ files, ...publication }) =>
      typed(() =>
        db.transaction('rw', publications, async () => {
          const { id, version } = publication
          const newest = await publications
            .where(':id')
            .between([id, Dexie.minKey], [id, Dexie.maxKey])
            .last()
          if (newest && newest.version >= version) return false
          await publications.add({ ...publication, files: listed(files) })
          return true
        }),
      ),
    recall: (key) => typed(() => remembered.get(key)).then((record) => record?.value),
    remember: (key, value) =>
      typed(async () => {
        await remembered.put({ key, value })
      }),
    withdraw: (id, version, at) =>
      typed(() =>
        db.transaction('rw', withdrawals, async () => {
          if (!(await withdrawals.get([id, version]))) await withdrawals.add({ id, version, at })
        }),
      ),
  }
}

/**
 * Hands rows over to the browser, to be added in one transaction that needs this page no more: by itself it would end only
 * once the page has heard of each row, and a busy page hears late, a dead one never. False if one of them is there.
 */
function send(
  db: StudioDatabase,
  rows: readonly ChangeRecord[],
  durability: IDBTransactionDurability,
): Promise<boolean> {
  const transaction = db.backendDB().transaction('changes', 'readwrite', { durability })
  const store = transaction.objectStore('changes')
  for (const row of rows) store.add(row)
  transaction.commit()
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () => {
      if (transaction.error?.name === 'ConstraintError') resolve(false)
      else reject(transaction.error ?? new Error('The transaction was aborted'))
    }
  })
}

const listed = (files: Files): FileList => [...files]

/** The keys of everything of a draft in a table keyed by draft and number. */
const all = (draft: string): [unknown[], unknown[]] => [
  [draft, Dexie.minKey],
  [draft, Dexie.maxKey],
]
