import type { Header } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'
import { sameData } from '../core/sim/same.ts'
import { exportAttempts, exportHeld, importFile } from './exchange.ts'
import { begun, createWriter, type Held, settled, takenUp } from './held.ts'
import type { StorageHost } from './host.ts'
import type { Leases } from './lease.ts'
import {
  type AttemptFilter,
  type LocalStore,
  StorageError,
  type StorageProblem,
  type StoredAttempt,
  type VerifyAttempt,
} from './ports.ts'
import { type AttemptRow, type CloseRow, fits, type Rows } from './rows.ts'
import { createTrouble, problemOf } from './trouble.ts'

/** The parts that a store is made of. */
export interface StoreParts {
  readonly rows: Rows
  readonly leases: Leases
  readonly host: StorageHost
  /** Checks imported attempts by replay; without it only their form is checked. */
  readonly verify?: VerifyAttempt
  /** Called when this tab works on no attempt any more. */
  readonly idle?: () => void
}

/** A store, and how its place to keep rows reports what happens outside any call. */
export interface MadeStore {
  readonly store: LocalStore
  readonly raise: (problem: StorageProblem) => void
  /** The place can be used again. */
  readonly opened: () => void
  /** Does this tab work on any attempt? */
  readonly busy: () => boolean
}

/** Puts a store together over a place to keep rows. */
export function makeStore(parts: StoreParts): MadeStore {
  const { rows, leases, host } = parts
  const holding = new Map<string, Held>()
  const waiting = () => {
    let sum = 0
    for (const one of holding.values()) sum += one.entries.length - one.written
    return sum
  }
  const unwritten = () => [...holding.values()].filter((one) => !settled(one))
  const trouble = createTrouble({
    waiting,
    retry,
    needed: () => unwritten().some((one) => one.stuck === null),
  })
  const writer = createWriter(rows, leases, trouble, (one) => letGo(one.row.header.id))

  function letGo(attempt: string): void {
    holding.delete(attempt)
    leases.release(attempt)
    if (holding.size === 0) parts.idle?.()
  }

  async function retry(): Promise<boolean> {
    const tries = await Promise.allSettled(unwritten().map((one) => writer.flush(one)))
    return tries.every((one) => one.status === 'fulfilled')
  }

  /** Reads; what the place throws becomes a StorageError and a problem that stands. */
  async function read<T>(reading: () => Promise<T>): Promise<T> {
    try {
      const found = await reading()
      if (trouble.standing?.kind !== 'full' && unwritten().length === 0) trouble.clear()
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

  async function lease(attempt: string): Promise<void> {
    if (await read(() => leases.take(attempt))) return
    throw new StorageError({ kind: 'second-tab', attempt })
  }

  /** For calls about an attempt that this tab does not hold: what the call may still come to. */
  async function elsewhere(attempt: string): Promise<AttemptRow> {
    const found = await read(() => rows.get(attempt))
    if (found === null) throw new StorageError({ kind: 'missing', attempt })
    return found
  }

  async function append(attempt: string, given: readonly Entry[]): Promise<void> {
    const one = holding.get(attempt)
    if (one === undefined) {
      const found = await elsewhere(attempt)
      if (given.length === 0) return
      const stored = await read(() => rows.entries(attempt))
      if (fresh(attempt, stored, given).length === 0) return
      throw new StorageError({ kind: found.close === null ? 'not-held' : 'final', attempt })
    }
    if (one.stuck !== null) throw one.stuck
    const news = fresh(attempt, one.entries, given)
    if (news.length > 0) {
      if (one.close !== null) throw new StorageError({ kind: 'final', attempt })
      // A copy: what the caller does to its objects later must not reach the record.
      one.entries.push(...structuredClone(news))
    }
    await writer.flush(one)
  }

  async function close(attempt: string, ending: CloseRow): Promise<void> {
    const one = holding.get(attempt)
    if (one === undefined) {
      const found = await elsewhere(attempt)
      if (found.close === null) throw new StorageError({ kind: 'not-held', attempt })
      if (!sameData(found.close, ending)) throw new StorageError({ kind: 'final', attempt })
      return
    }
    if (one.stuck !== null) throw one.stuck
    if (one.close !== null && !sameData(one.close, ending)) {
      throw new StorageError({ kind: 'final', attempt })
    }
    one.close ??= structuredClone(ending)
    await writer.flush(one)
  }

  async function create(header: Header): Promise<void> {
    const { id } = header
    if (holding.has(id)) throw new StorageError({ kind: 'exists', id })
    const one = begun({ header: structuredClone(header), standing: 'open' })
    holding.set(id, one)
    await writer.flush(one).catch((error: unknown) => {
      if (one.stuck !== null) letGo(id)
      throw one.stuck === null ? error : new StorageError(one.stuck.problem)
    })
  }

  async function reopen(attempt: string): Promise<void> {
    const already = holding.get(attempt)
    if (already !== undefined) {
      if (already.close !== null) throw new StorageError({ kind: 'final', attempt })
      return
    }
    await lease(attempt)
    try {
      // Read after the lease is ours: until then the other tab may still have been writing.
      const found = await elsewhere(attempt)
      if (found.close !== null || found.standing !== 'open') {
        throw new StorageError({ kind: 'final', attempt })
      }
      const entries = await read(() => rows.entries(attempt))
      holding.set(attempt, takenUp({ header: found.header, standing: found.standing }, entries))
    } catch (error) {
      leases.release(attempt)
      throw error
    }
  }

  async function release(attempt: string): Promise<void> {
    const one = holding.get(attempt)
    if (one === undefined) return
    await writer.flush(one)
    if (holding.get(attempt) === one) letGo(attempt)
  }

  const store: LocalStore = {
    trainees: () => read(() => rows.trainees()),
    async addTrainee(trainee) {
      void host.persist()
      if (!(await read(() => rows.addTrainee(trainee)))) {
        throw new StorageError({ kind: 'exists', id: trainee.id })
      }
    },
    create,
    append,
    close: (attempt, status, result) => close(attempt, { status, result }),
    reopen,
    holds: (attempt) => holding.has(attempt),
    release,
    async get(attempt) {
      const found = await row(attempt)
      return found === null ? null : stored(found)
    },
    entries: entriesOf,
    list: async (filter) => (await listRows(filter)).map(stored),
    export: (filter) =>
      exportAttempts(filter, {
        row,
        listRows,
        entriesOf,
        trainees: () => read(() => rows.trainees()),
      }),
    import: (text) =>
      importFile(text, {
        rows,
        leases,
        verify: parts.verify,
        row,
        entriesOf,
        isHeld: (id) => holding.has(id),
      }),
    onProblem: trouble.onProblem,
    onState: trouble.onState,
    state: () => ({ waiting: waiting(), problem: trouble.standing }),
    retry,
    exportWaiting: async () => exportHeld(unwritten()),
    persist: () => host.persist(),
    health: () => host.health(),
    dispose() {
      trouble.dispose()
      leases.dispose()
      rows.dispose()
      holding.clear()
    },
  }
  return {
    store,
    raise: trouble.raise,
    opened: () => trouble.standing !== null && trouble.clear(),
    busy: () => holding.size > 0,
  }
}

/** Of the entries given, those that are not there yet; rejects a conflict or a gap. */
function fresh(
  attempt: string,
  there: readonly Entry[],
  given: readonly Entry[],
): readonly Entry[] {
  const news: Entry[] = []
  for (const one of given) {
    const next = there.length + news.length
    if (one.n > next) throw new StorageError({ kind: 'gap', attempt, n: one.n, expected: next })
    const known = there[one.n] ?? news[one.n - there.length]
    if (known === undefined) news.push(one)
    else if (!sameData(known, one)) {
      throw new StorageError({ kind: 'conflict', attempt, n: one.n })
    }
  }
  return news
}

function rowOf(one: Held): AttemptRow {
  return { ...one.row, entries: one.entries.length, close: one.close }
}

function stored(row: AttemptRow): StoredAttempt {
  return {
    header: row.header,
    status: row.close?.status ?? row.standing,
    entries: row.entries,
    result: row.close?.result ?? null,
  }
}
