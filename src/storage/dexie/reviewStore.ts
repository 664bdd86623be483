import { attemptsOf, type Remark } from '../../core/review/remark.ts'
import { StorageError } from '../ports.ts'
import type { ReviewStore } from '../review/ports.ts'
import type { Engine } from './database.ts'
import { detailFrom } from './detailRows.ts'
import {
  judge,
  removeDemo as removeRobots,
  reopen,
  rowsOf,
  takeIn,
  texts,
  waiting,
} from './packs.ts'
import { problemOfDexie } from './problems.ts'
import { REVIEW_DATABASE_NAME, ReviewDatabase, rowsIn, sheetsIn } from './reviewDatabase.ts'

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
        const rows = await rowsOf(db, ids)
        return new Map(rows.map(({ id, digest }) => [id, digest]))
      }),
    takeIn: (batch) => guarded(() => takeIn(db, batch)),
    waiting: () => guarded(() => waiting(db)),
    texts: (ids) => guarded(() => texts(db, ids)),
    judge: (batch) => guarded(() => judge(db, batch)),
    reopen: (ids) => guarded(() => reopen(db, ids)),
    sheets: () => guarded(async () => sheetsIn(await db.packSheets.toArray())),
    details: (scenario) =>
      guarded(async () => {
        const packs = await db.packDetails.where('scenarios').equals(scenario).toArray()
        const records = packs.flatMap(({ details }) => details)
        return records.filter((record) => record.scenario === scenario).map(detailFrom)
      }),
    rows: () => guarded(async () => (await db.packHeads.toArray()).flatMap(rowsIn)),
    row: (id) => guarded(async () => (await rowsOf(db, [id]))[0] ?? null),
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

async function takeRemarks(db: ReviewDatabase, batch: readonly Remark[]): Promise<void> {
  await db.transaction('rw', db.remarks, async () => {
    const here = await db.remarks.bulkGet(batch.map(({ id }) => id))
    await db.remarks.bulkAdd(batch.filter((_, index) => here[index] === undefined))
  })
}

async function removeDemo(db: ReviewDatabase): Promise<number> {
  const { packs, packHeads, packSheets, packDetails, remarks, people } = db
  const tables = [packs, packHeads, packSheets, packDetails, remarks, people]
  return db.transaction('rw', tables, async () => {
    const rows = await removeRobots(db)
    const gone = new Set(rows.map(({ id }) => id))
    await remarks
      .filter(({ what }) => {
        const about = attemptsOf(what)
        return about.length > 0 && about.every((id) => gone.has(id))
      })
      .delete()
    await people.bulkDelete([...new Set(rows.map(({ badge }) => badge))])
    return gone.size
  })
}
