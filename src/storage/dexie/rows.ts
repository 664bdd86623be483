import { Dexie, type PromiseExtended } from 'dexie'
import { sameData } from '../../core/sim/same.ts'
import { judge } from '../judge.ts'
import { StorageError } from '../ports.ts'
import { type AttemptRow, fits, type Rows, type Write, type Written } from '../rows.ts'
import type { AttemptRecord, CloseRecord, Database } from './database.ts'
import { problemOfDexie } from './problems.ts'

/**
 * Rows in IndexedDB. Inside a transaction nothing but Dexie's own promises may be awaited: IndexedDB commits as soon
 * as a turn passes without a request, and what follows would fall outside.
 */
export function dexieRows(db: Database, dispose: () => void): Rows {
  return {
    trainees: () => typed(() => db.trainees.toArray()).then((all) => all.sort(byAge)),
    addTrainee: (trainee) =>
      typed(() =>
        db.transaction('rw', db.trainees, async () => {
          const known = await db.trainees.get(trainee.id)
          if (known !== undefined) return sameData(known, trainee)
          await db.trainees.add(trainee)
          return true
        }),
      ),
    write: (write) =>
      typed(() =>
        db.transaction('rw', [db.attempts, db.entries, db.closes, db.leases], () => add(db, write)),
      ),
    get: (attempt) =>
      typed(() =>
        db.transaction('r', [db.attempts, db.entries, db.closes], async () => {
          const record = await db.attempts.get(attempt)
          if (record === undefined) return null
          return row(db, record, await db.closes.get(attempt))
        }),
      ),
    entries: (attempt) =>
      typed(() => range(db, attempt).toArray()).then((all) => all.map((one) => one.entry)),
    list: (filter) =>
      typed(() =>
        db.transaction('r', [db.attempts, db.entries, db.closes], async () => {
          const records = await candidates(db, filter)
          const closes = await db.closes.bulkGet(records.map((one) => one.id))
          const wanted = records
            .map((record, i) => ({ record, close: closes[i] }))
            .filter(({ record, close }) => fits(record, close ?? null, filter))
          return Dexie.Promise.all(wanted.map(({ record, close }) => row(db, record, close)))
        }),
      ),
    dispose,
  }
}

async function add(db: Database, write: Write): Promise<Written> {
  const { attempt, from, entries, fence } = write
  const upTo = from + entries.length
  const [lease, header, close, last, there] = await Dexie.Promise.all([
    fence === null ? undefined : db.leases.get(attempt),
    db.attempts.get(attempt),
    db.closes.get(attempt),
    from === 0 ? undefined : db.entries.get([attempt, from - 1]),
    entries.length === 0
      ? []
      : db.entries.where(':id').between([attempt, from], [attempt, upTo], true, false).toArray(),
  ])
  if (fence !== null && lease?.holder !== fence) return { kind: 'fenced' }
  const before = from === 0 || last !== undefined ? from : await range(db, attempt).count()
  const verdict = judge(write, {
    header,
    close: close && { status: close.status, result: close.result },
    before: Math.min(before, from),
    entries: there.map((one) => one.entry),
  })
  if (verdict.refused !== null) return verdict.refused
  if (verdict.header !== null) {
    const { header: head, standing, here } = verdict.header
    await db.attempts.add({
      id: attempt,
      trainee: head.trainee.id,
      scenario: head.scenario.id,
      mode: head.mode,
      standing,
      ...(here && { here }),
      header: head,
    })
  }
  if (verdict.entries.length > 0) {
    await db.entries.bulkAdd(verdict.entries.map((entry) => ({ attempt, n: entry.n, entry })))
  }
  if (verdict.close !== null) {
    await db.closes.add({ attempt, ...verdict.close, entries: upTo })
  }
  return { kind: 'done' }
}

function range(db: Database, attempt: string) {
  return db.entries.where(':id').between([attempt, Dexie.minKey], [attempt, Dexie.maxKey])
}

function candidates(
  db: Database,
  filter: { readonly trainee?: string; readonly scenario?: string },
): PromiseExtended<AttemptRecord[]> {
  if (filter.trainee !== undefined) {
    return db.attempts.where('trainee').equals(filter.trainee).toArray()
  }
  if (filter.scenario !== undefined) {
    return db.attempts.where('scenario').equals(filter.scenario).toArray()
  }
  return db.attempts.toArray()
}

async function row(
  db: Database,
  record: AttemptRecord,
  close: CloseRecord | undefined,
): Promise<AttemptRow> {
  return {
    header: record.header,
    standing: record.standing,
    ...(record.here && { here: record.here }),
    entries: close === undefined ? await range(db, record.id).count() : close.entries,
    close: close === undefined ? null : { status: close.status, result: close.result },
  }
}

function byAge(a: { createdAt: number; id: string }, b: { createdAt: number; id: string }): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** Runs a piece of work; whatever it fails with becomes a StorageError. */
export async function typed<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new StorageError(problemOfDexie(cause), { cause })
  }
}
