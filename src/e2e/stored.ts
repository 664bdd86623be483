/** What the browser has on disk, read beside the program: its tables as they are, by no code of ours. */
import type { Page } from 'playwright-core'
import type { Header } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'
import { DATABASE_NAME } from '../storage/dexie/store.ts'

export interface Disk {
  readonly headers: readonly Header[]
  /** Of every attempt, by its id. */
  readonly journals: Readonly<Record<string, readonly Entry[]>>
  /** Of those that are closed. */
  readonly closed: Readonly<Record<string, string>>
}

/** Everything; the page must be of our origin, and need not run the program. */
export function readDisk(page: Page): Promise<Disk> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open(name))
    const all = (table: string) => done(db.transaction(table).objectStore(table).getAll())
    const [attempts, entries, closes] = await Promise.all(
      ['attempts', 'entries', 'closes'].map(all),
    )
    db.close()
    const journals: Record<string, Entry[]> = {}
    for (const row of entries ?? []) {
      journals[row.attempt] ??= []
      journals[row.attempt]?.push(row.entry)
    }
    return {
      headers: (attempts ?? []).map((row) => row.header),
      journals,
      closed: Object.fromEntries((closes ?? []).map((row) => [row.attempt, row.status])),
    }
  }, DATABASE_NAME)
}

/** One attempt, without the others; null for what isn't there. */
export interface Stored {
  readonly header: Header | null
  readonly entries: readonly Entry[]
  /** How it ended, once it is closed. */
  readonly closed: string | null
  /** The page's clock when this was read, ms. */
  readonly clock: number
}

/** One attempt with its entries from number `from` on. The page need not run the program. */
export function readAttempt(page: Page, attempt: string, from = 0): Promise<Stored> {
  return page.evaluate(
    async ([name, id, first]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const db = await done(indexedDB.open(name))
      const read = db.transaction(['attempts', 'entries', 'closes'])
      const range = IDBKeyRange.bound([id, first], [id, Number.MAX_SAFE_INTEGER])
      const [row, rows, close] = await Promise.all([
        done(read.objectStore('attempts').get(id)),
        done(read.objectStore('entries').getAll(range)),
        done(read.objectStore('closes').get(id)),
      ])
      db.close()
      return {
        header: row?.header ?? null,
        entries: rows.map(({ entry }) => entry),
        closed: close?.status ?? null,
        clock: performance.now(),
      }
    },
    [DATABASE_NAME, attempt, from] as const,
  )
}

/** An attempt's header; rejects if there is none. */
export async function readHeader(page: Page, attempt: string): Promise<Header> {
  const { header } = await readAttempt(page, attempt, Number.MAX_SAFE_INTEGER)
  if (!header) throw new Error(`no attempt ${attempt} is stored`)
  return header
}
