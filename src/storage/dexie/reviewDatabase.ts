import { Dexie, type Table, type Transaction } from 'dexie'
import type { Remark } from '../../core/review/remark.ts'
import type { Detail, Sheet } from '../../core/review/sheet.ts'
import type { AttemptRow, Person, Standing, Station } from '../review/ports.ts'
import type { Engine } from './database.ts'
import type { DetailRecord } from './detailRows.ts'

/**
 * Attempts that came in together are a pack: a row in each of four tables, under one number. A row for each attempt would
 * be many times slower to write, and to read for the figures of thousands. What is read for all pages at once stands as
 * JSON: the browser takes one text apart in half the time that as many objects take, and words of one text are shared.
 */

/** A pack's attempts, in the order of their texts. */
export interface HeadsRecord {
  readonly pack?: number
  /** Each in one pack only. */
  readonly ids: readonly string[]
  /** Those that occur. */
  readonly standings: readonly Standing[]
  /** `AttemptRow[]` */
  readonly rows: string
}

/** The oldest are strings. */
export interface TextsRecord {
  readonly id: number
  readonly texts: readonly (Uint8Array<ArrayBuffer> | string)[]
}

export interface SheetsRecord {
  readonly pack: number
  readonly sheets: readonly SheetText[]
}

/** The wall clock at the first ring, ms since 1970, and a `Sheet`. */
type SheetText = readonly [at: number, sheet: string]

export interface DetailsRecord {
  readonly pack: number
  /** Those that occur. */
  readonly scenarios: readonly string[]
  readonly details: readonly (DetailRecord | Detail)[]
}

export const REVIEW_DATABASE_NAME = 'first-ring-review'
/** As for the attempts' database: raise it with a `version(…)` that only adds. */
export const REVIEW_DATABASE_VERSION = 2

/** The first form: attempts, sheets and details had a row for each attempt. They stand empty now. */
export const FIRST_TABLES = {
  attempts: '&id, standing, demo',
  packs: '++id',
  sheets: '&attempt',
  details: '&attempt, scenario',
  remarks: '&id',
  people: '&badge',
  stations: '&id',
}

const PACKED_TABLES = {
  packHeads: '++pack, &*ids, *standings',
  packSheets: '&pack',
  packDetails: '&pack, *scenarios',
}

/** A row of the first form: where an attempt's text is. */
export interface FirstRow extends Omit<AttemptRow, 'demo'> {
  readonly demo: 0 | 1
  readonly pack: number
  readonly place: number
}

/** The managers' tables: a database of its own, so that nothing there ever touches a trainee's record. */
export class ReviewDatabase extends Dexie {
  declare readonly packs: Table<TextsRecord, number>
  declare readonly packHeads: Table<HeadsRecord, number>
  declare readonly packSheets: Table<SheetsRecord, number>
  declare readonly packDetails: Table<DetailsRecord, number>
  declare readonly remarks: Table<Remark, string>
  declare readonly people: Table<Person, string>
  declare readonly stations: Table<Station, string>

  constructor(name: string = REVIEW_DATABASE_NAME, engine?: Engine) {
    super(name, { autoOpen: true, cache: 'disabled', ...engine })
    this.version(1).stores(FIRST_TABLES)
    this.version(REVIEW_DATABASE_VERSION).stores(PACKED_TABLES).upgrade(pack)
  }
}

/** From the first form to packs. It happens as a whole or not at all. */
async function pack(old: Transaction): Promise<void> {
  const texts = old.table<TextsRecord>('packs')
  const heads = old.table<HeadsRecord>('packHeads')
  const rows = new Map<number, FirstRow[]>()
  for (const row of await old.table<FirstRow>('attempts').toArray())
    rows.set(row.pack, [...(rows.get(row.pack) ?? []), row])
  const known = new Map(
    (await old.table<Sheet>('sheets').toArray()).map((sheet) => [sheet.attempt, sheet]),
  )
  for (const [pack, some] of rows) {
    some.sort((a, b) => a.place - b.place)
    const ids = some.map(({ id }) => id)
    const kept = (await texts.get(pack))?.texts ?? []
    // a place may be empty: a demonstration's attempt was there
    await texts.put({ id: pack, texts: some.map(({ place }) => kept[place] ?? '') })
    const stays = some.map(({ pack: _pack, place: _place, demo, ...row }) => ({
      ...row,
      demo: demo === 1,
    }))
    await heads.put({ ...headsOf(stays), pack })
    const sheets = ids.flatMap((id) => known.get(id) ?? [])
    if (sheets.length > 0) await old.table('packSheets').put(sheetsOf(pack, sheets))
    const found = await old.table<DetailRecord | Detail>('details').bulkGet(ids)
    const details = found.filter((detail) => detail !== undefined)
    if (details.length > 0) await old.table('packDetails').put(detailsOf(pack, details))
  }
  for (const table of ['attempts', 'sheets', 'details']) await old.table(table).clear()
}

export function headsOf(rows: readonly AttemptRow[]): Omit<HeadsRecord, 'pack'> {
  return {
    ids: rows.map(({ id }) => id),
    standings: [...new Set(rows.map(({ standing }) => standing))],
    rows: JSON.stringify(rows),
  }
}

export function rowsIn({ rows }: HeadsRecord): readonly AttemptRow[] {
  return JSON.parse(rows)
}

export function sheetsOf(pack: number, sheets: readonly Sheet[]): SheetsRecord {
  return { pack, sheets: sheets.map((sheet) => [sheet.at, JSON.stringify(sheet)]) }
}

/**
 * Oldest first. They are also read in that order: what is read after each other lies side by side in memory, and figures
 * go through all of them, oldest first, many times.
 */
export function sheetsIn(records: readonly SheetsRecord[]): readonly Sheet[] {
  const texts = records.flatMap(({ sheets }) => sheets)
  return texts.sort(([a], [b]) => a - b).map(([, text]) => JSON.parse(text))
}

export function detailsOf(pack: number, details: DetailsRecord['details']): DetailsRecord {
  return { pack, scenarios: [...new Set(details.map(({ scenario }) => scenario))], details }
}
