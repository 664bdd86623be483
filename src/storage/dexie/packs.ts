import { Dexie } from 'dexie'
import type { Sheet } from '../../core/review/sheet.ts'
import type { AttemptRow, Incoming, Judged, Standing } from '../review/ports.ts'
import { recordOf } from './detailRows.ts'
import {
  type DetailsRecord,
  detailsOf,
  headsOf,
  type ReviewDatabase,
  rowsIn,
  sheetsIn,
  sheetsOf,
  type TextsRecord,
} from './reviewDatabase.ts'

/** Attempts in packs (reviewDatabase.ts): written, read, judged and removed pack by pack. */

/** No more attempts in a pack: few enough that reading one of them is not slow. */
const PACK = 50

interface Packed {
  readonly pack: number
  readonly ids: readonly string[]
  readonly rows: readonly AttemptRow[]
}

/** The packs that hold any of these attempts. */
async function packsOf(db: ReviewDatabase, ids: readonly string[]): Promise<readonly Packed[]> {
  const left = new Set(ids)
  const found: Packed[] = []
  for (const id of ids) {
    if (!left.has(id)) continue
    const heads = await db.packHeads.where('ids').equals(id).first()
    left.delete(id)
    if (heads?.pack === undefined) continue
    for (const other of heads.ids) left.delete(other)
    found.push({ pack: heads.pack, ids: heads.ids, rows: rowsIn(heads) })
  }
  return found
}

/** Those of these attempts that are here. */
export async function rowsOf(
  db: ReviewDatabase,
  ids: readonly string[],
): Promise<readonly AttemptRow[]> {
  const wanted = new Set(ids)
  const packs = await packsOf(db, ids)
  return packs.flatMap(({ rows }) => rows.filter(({ id }) => wanted.has(id)))
}

/** Adds those that aren't here; gives those that are, with their digests. */
export async function takeIn(
  db: ReviewDatabase,
  batch: readonly Incoming[],
): Promise<ReadonlyMap<string, string>> {
  const first = new Map<string, Incoming>()
  for (const one of batch) if (!first.has(one.row.id)) first.set(one.row.id, one)
  try {
    await add(db, [...first.values()])
    return new Map()
  } catch (error) {
    // nothing of the batch was written: some of it is here already, which is not looked for as long as all is new
    if (!(error instanceof Dexie.ConstraintError)) throw error
  }
  return db.transaction('rw', db.packs, db.packHeads, async () => {
    const rows = await rowsOf(db, [...first.keys()])
    const here = new Map(rows.map(({ id, digest }) => [id, digest]))
    await add(
      db,
      [...first.values()].filter(({ row }) => !here.has(row.id)),
    )
    return here
  })
}

function add(db: ReviewDatabase, batch: readonly Incoming[]): Promise<void> {
  return db.transaction('rw', db.packs, db.packHeads, async () => {
    for (const some of split(batch)) {
      const id = await db.packHeads.add(headsOf(some.map(({ row }) => row)))
      await db.packs.add({ id, texts: some.map(({ text }) => text) })
    }
  })
}

/** Each pack is of one scenario, and robots' are apart. */
function split(batch: readonly Incoming[]): readonly (readonly Incoming[])[] {
  const packs: Incoming[][] = []
  const open = new Map<string, Incoming[]>()
  for (const one of batch) {
    const key = `${one.row.scenario} ${one.row.demo}`
    let pack = open.get(key)
    if (!pack || pack.length === PACK) {
      pack = []
      open.set(key, pack)
      packs.push(pack)
    }
    pack.push(one)
  }
  return packs
}

/** Those that wait, pack by pack. */
export async function waiting(db: ReviewDatabase): Promise<readonly (readonly AttemptRow[])[]> {
  const packs = await db.packHeads.where('standings').equals('waiting').toArray()
  return packs.map((pack) => rowsIn(pack).filter(({ standing }) => standing === 'waiting'))
}

export async function texts(
  db: ReviewDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const packs = await packsOf(db, ids)
  const kept = await db.packs.bulkGet(packs.map(({ pack }) => pack))
  const found = new Map(
    packs.flatMap((pack, at) => pack.ids.map((id, place) => [id, kept[at]?.texts[place]] as const)),
  )
  return new Map(
    ids.flatMap((id) => {
      const text = found.get(id)
      if (text === undefined) return []
      return [[id, typeof text === 'string' ? new TextEncoder().encode(text) : text] as const]
    }),
  )
}

/** Writes what replaying found, into the packs of those that are here. */
export async function judge(db: ReviewDatabase, batch: readonly Judged[]): Promise<void> {
  const verdicts = new Map(batch.map((one) => [one.id, one]))
  await db.transaction('rw', db.packHeads, db.packSheets, db.packDetails, async () => {
    for (const { pack, rows, ids } of await packsOf(db, [...verdicts.keys()])) {
      const judged = rows.map((row): AttemptRow => {
        const verdict = verdicts.get(row.id)
        if (!verdict) return row
        const { standing, detail, n } = verdict
        return { ...row, standing, detail, n }
      })
      await db.packHeads.put({ ...headsOf(judged), pack })
      const counted = ids.flatMap((id) => {
        const verdict = verdicts.get(id)
        return verdict?.standing === 'counted' ? [verdict] : []
      })
      if (counted.length === 0) continue
      const sheets = new Map((await sheetsBefore(db, pack)).map((sheet) => [sheet.attempt, sheet]))
      for (const { sheet } of counted) if (sheet) sheets.set(sheet.attempt, sheet)
      await db.packSheets.put(sheetsOf(pack, [...sheets.values()]))
      const details = new Map<string, DetailsRecord['details'][number]>()
      for (const detail of (await db.packDetails.get(pack))?.details ?? [])
        details.set(detail.attempt, detail)
      for (const { more } of counted) if (more) details.set(more.attempt, recordOf(more))
      await db.packDetails.put(detailsOf(pack, [...details.values()]))
    }
  })
}

async function sheetsBefore(db: ReviewDatabase, pack: number): Promise<readonly Sheet[]> {
  const record = await db.packSheets.get(pack)
  return record ? sheetsIn([record]) : []
}

/** Gives those that are kept apart another standing: they wait again. */
export async function reopen(db: ReviewDatabase, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids)
  const again: Standing = 'waiting'
  await db.transaction('rw', db.packHeads, async () => {
    for (const { pack, rows } of await packsOf(db, ids)) {
      const open = rows.map((row) =>
        wanted.has(row.id) && row.standing !== 'counted' ? { ...row, standing: again } : row,
      )
      await db.packHeads.put({ ...headsOf(open), pack })
    }
  })
}

/** Removes what robots made, and gives the rows of it. To be called in a transaction over all four tables. */
export async function removeDemo(db: ReviewDatabase): Promise<readonly AttemptRow[]> {
  const gone: AttemptRow[] = []
  for (const heads of await db.packHeads.toArray()) {
    const { pack } = heads
    const rows = rowsIn(heads)
    const robots = rows.filter(({ demo }) => demo)
    if (pack === undefined || robots.length === 0) continue
    gone.push(...robots)
    if (robots.length === rows.length) {
      for (const table of [db.packs, db.packHeads, db.packSheets, db.packDetails])
        await table.delete(pack)
      continue
    }
    // a file may mix them with others, who stay
    const stays = ({ attempt }: { readonly attempt: string }): boolean =>
      rows.some(({ id, demo }) => id === attempt && !demo)
    await db.packHeads.put({ ...headsOf(rows.filter(({ demo }) => !demo)), pack })
    await db.packs
      .where('id')
      .equals(pack)
      .modify((record: { texts: TextsRecord['texts'] }) => {
        record.texts = record.texts.filter((_, place) => rows[place]?.demo === false)
      })
    await db.packSheets.put(sheetsOf(pack, (await sheetsBefore(db, pack)).filter(stays)))
    const details = await db.packDetails.get(pack)
    if (details) await db.packDetails.put(detailsOf(pack, details.details.filter(stays)))
  }
  return gone
}
