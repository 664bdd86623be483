import type { Entry } from '../core/sim/journal.ts'
import { type Held, settled } from './held.ts'
import { type AttemptFilter, StorageError } from './ports.ts'
import { type AttemptRow, fits, type Rows } from './rows.ts'
import { problemOf, type Trouble } from './trouble.ts'

/** Reads what is stored, with what this tab holds in place of what is written of it. */
export interface Reading {
  /** Runs a reading; what the place throws becomes a StorageError and a problem that stands. */
  read<T>(reading: () => Promise<T>): Promise<T>
  row(attempt: string): Promise<AttemptRow | null>
  entriesOf(attempt: string): Promise<readonly Entry[]>
  /** Newest first. */
  listRows(filter: AttemptFilter): Promise<readonly AttemptRow[]>
}

export function createReading(
  rows: Rows,
  holding: ReadonlyMap<string, Held>,
  trouble: Trouble,
): Reading {
  /** Reads; what the place throws becomes a StorageError and a problem that stands. */
  async function read<T>(reading: () => Promise<T>): Promise<T> {
    try {
      const found = await reading()
      if (trouble.standing?.kind !== 'full' && [...holding.values()].every(settled)) trouble.clear()
      return found
    } catch (cause) {
      const problem = problemOf(cause)
      trouble.raise(problem)
      throw new StorageError(problem, { cause })
    }
  }

  async function row(attempt: string): Promise<AttemptRow | null> {
    const one = holding.get(attempt)
    if (one !== undefined) return rowOf(one)
    return read(() => rows.get(attempt))
  }

  async function entriesOf(attempt: string): Promise<readonly Entry[]> {
    const one = holding.get(attempt)
    return one === undefined ? read(() => rows.entries(attempt)) : [...one.entries]
  }

  async function listRows(filter: AttemptFilter): Promise<readonly AttemptRow[]> {
    const found = new Map<string, AttemptRow>()
    for (const one of await read(() => rows.list(filter))) found.set(one.header.id, one)
    for (const [id, one] of holding) {
      found.delete(id)
      if (fits(one.row, one.close, filter)) found.set(id, rowOf(one))
    }
    return [...found.values()].sort((a, b) => (a.header.id < b.header.id ? 1 : -1))
  }

  return { read, row, entriesOf, listRows }
}

function rowOf(one: Held): AttemptRow {
  return { ...one.row, entries: one.entries.length, close: one.close }
}
