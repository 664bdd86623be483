import { attemptsOf, type Remark } from '../../core/review/remark.ts'
import { StorageError } from '../ports.ts'
import type { AttemptRow, Incoming, Judged, ReviewStore } from '../review/ports.ts'
import type { Engine } from './database.ts'
import { detailFrom, recordOf } from './detailRows.ts'
import { problemOfDexie } from './problems.ts'
import { type KeptRecord, REVIEW_DATABASE_NAME, ReviewDatabase } from './reviewDatabase.ts'

/** The managers' store in this browser. Opens at the first use; every call rejects with a StorageError if storage fails. */
export function createReviewStore(
  name: string = REVIEW_DATABASE_NAME,
  engine?: Engine,
): ReviewStore & { close(): void } {
  const db = new ReviewDatabase(name, engine)
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof StorageError) throw cause
      throw new StorageError(problemOfDexie(cause, !db.isOpen()), { cause })
    }
  }
  return {
    known: (ids) =>
      guarded(async () => {
        const rows = await db.attempts.bulkGet([...ids])
        return new Map(rows.flatMap((row) => (row ? [[row.id, row.digest] as const] : [])))
      }),
    takeIn: (batch) => guarded(() => takeIn(db, batch)),
    waiting: () => guarded(() => waiting(db)),
    texts: (ids) => guarded(() => texts(db, ids)),
    judge: (batch) => guarded(() => judge(db, batch)),
    reopen: (ids) =>
      guarded(() =>
        db.transaction('rw', db.attempts, async () => {
          const rows = await db.attempts.bulkGet([...ids])
          const again = rows.flatMap((row): KeptRecord[] =>
            row && row.standing !== 'counted' ? [{ ...row, standing: 'waiting' }] : [],
          )
          await db.attempts.bulkPut(again)
        }),
      ),
    sheets: () => guarded(() => db.sheets.toArray()),
    details: (scenario) =>
      guarded(async () => {
        const records = await db.details.where('scenario').equals(scenario).toArray()
        return records.map(detailFrom)
      }),
    rows: () => guarded(async () => (await db.attempts.toArray()).map(rowOf)),
    row: (id) =>
      guarded(async () => {
        const found = await db.attempts.get(id)
        return found ? rowOf(found) : null
      }),
    remarks: () => guarded(() => db.remarks.orderBy('id').toArray()),
    remarksOf: (attempt) =>
      guarded(() =>
        db.remarks
          .orderBy('id')
          .filter(({ what }) => 'attempt' in what && what.attempt === attempt)
          .toArray(),
      ),
    remark: (one) =>
      guarded(async () => {
        await db.remarks.add(one)
      }),
    takeRemarks: (batch) => guarded(() => takeRemarks(db, batch)),
    people: () => guarded(() => db.people.toArray()),
    setPeople: (people) =>
      guarded(async () => {
        await db.people.bulkPut([...people])
      }),
    stations: () => guarded(() => db.stations.toArray()),
    enrol: (station) =>
      guarded(async () => {
        await db.stations.put(station)
      }),
    dismiss: (station) => guarded(() => db.stations.delete(station)),
    removeDemo: () => guarded(() => removeDemo(db)),
    close: () => db.close(),
  }
}

function rowOf({ pack: _pack, place: _place, demo, ...row }: KeptRecord): AttemptRow {
  return { ...row, demo: demo === 1 }
}

/** So many texts in a pack: few enough that reading one of them is not slow. */
const PACK = 50

async function takeIn(
  db: ReviewDatabase,
  batch: readonly Incoming[],
): Promise<ReadonlyMap<string, string>> {
  return db.transaction('rw', db.attempts, db.packs, async () => {
    const rows = await db.attempts.bulkGet(batch.map(({ row }) => row.id))
    const here = new Map(rows.flatMap((row) => (row ? [[row.id, row.digest] as const] : [])))
    const seen = new Set(here.keys())
    const fresh: Incoming[] = []
    for (const one of batch) {
      if (seen.has(one.row.id)) continue
      seen.add(one.row.id)
      fresh.push(one)
    }
    for (let from = 0; from < fresh.length; from += PACK) {
      const some = fresh.slice(from, from + PACK)
      const pack = await db.packs.add({ texts: some.map(({ text }) => text) })
      await db.attempts.bulkAdd(
        some.map(({ row }, place) => ({ ...row, demo: row.demo ? 1 : 0, pack, place })),
      )
    }
    return here
  })
}

async function takeRemarks(db: ReviewDatabase, batch: readonly Remark[]): Promise<void> {
  await db.transaction('rw', db.remarks, async () => {
    const here = await db.remarks.bulkGet(batch.map(({ id }) => id))
    await db.remarks.bulkAdd(batch.filter((_, index) => here[index] === undefined))
  })
}

async function waiting(db: ReviewDatabase): Promise<readonly (readonly AttemptRow[])[]> {
  const packs = new Map<number, AttemptRow[]>()
  for (const record of await db.attempts.where('standing').equals('waiting').toArray()) {
    const there = packs.get(record.pack)
    if (there) there.push(rowOf(record))
    else packs.set(record.pack, [rowOf(record)])
  }
  return [...packs.values()]
}

async function texts(
  db: ReviewDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const rows = (await db.attempts.bulkGet([...ids])).filter((row) => row !== undefined)
  const wanted = [...new Set(rows.map(({ pack }) => pack))]
  const packs = new Map(
    (await db.packs.bulkGet(wanted)).map((pack, index) => [wanted[index], pack?.texts ?? []]),
  )
  return new Map(
    rows.flatMap(({ id, pack, place }) => {
      const text = packs.get(pack)?.[place]
      if (text === undefined) return []
      return [[id, typeof text === 'string' ? new TextEncoder().encode(text) : text] as const]
    }),
  )
}

async function judge(db: ReviewDatabase, batch: readonly Judged[]): Promise<void> {
  await db.transaction('rw', db.attempts, db.sheets, db.details, async () => {
    const rows = await db.attempts.bulkGet(batch.map(({ id }) => id))
    const judged: KeptRecord[] = []
    for (const [index, { standing, detail, n }] of batch.entries()) {
      const row = rows[index]
      if (row) judged.push({ ...row, standing, detail, n })
    }
    await db.attempts.bulkPut(judged)
    const here = new Set(judged.map(({ id }) => id))
    const counted = batch.filter(({ id, standing }) => here.has(id) && standing === 'counted')
    await db.sheets.bulkPut(counted.flatMap(({ sheet }) => sheet ?? []))
    await db.details.bulkPut(counted.flatMap(({ more }) => (more ? [recordOf(more)] : [])))
  })
}

async function removeDemo(db: ReviewDatabase): Promise<number> {
  const tables = [db.attempts, db.packs, db.sheets, db.details, db.remarks, db.people]
  return db.transaction('rw', tables, async () => {
    const rows = await db.attempts.where('demo').equals(1).toArray()
    const ids = rows.map(({ id }) => id)
    await db.attempts.bulkDelete(ids)
    await db.sheets.bulkDelete(ids)
    await db.details.bulkDelete(ids)
    // a pack may hold others too, if a file mixed them: those keep their place
    const left = new Set((await db.attempts.toArray()).map(({ pack }) => pack))
    const packs = [...new Set(rows.map(({ pack }) => pack))].filter((pack) => !left.has(pack))
    await db.packs.bulkDelete(packs)
    const gone = new Set(ids)
    await db.remarks
      .filter(({ what }) => {
        const about = attemptsOf(what)
        return about.length > 0 && about.every((id) => gone.has(id))
      })
      .delete()
    await db.people.bulkDelete([...new Set(rows.map(({ badge }) => badge))])
    return ids.length
  })
}
