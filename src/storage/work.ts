import type { Header } from '../core/sim/attempt.ts'
import type { Entry } from '../core/sim/journal.ts'
import { sameData } from '../core/sim/same.ts'
import { begun, type Held, takenUp, type Writer } from './held.ts'
import type { Leases } from './lease.ts'
import { StorageError } from './ports.ts'
import type { Reading } from './reading.ts'
import type { AttemptRow, CloseRow, HeaderRow, Rows } from './rows.ts'

/** What a tab does with the attempts that it works on. */
export interface Work {
  create(header: Header): Promise<void>
  append(attempt: string, given: readonly Entry[]): Promise<void>
  close(attempt: string, ending: CloseRow): Promise<void>
  reopen(attempt: string): Promise<void>
  release(attempt: string): Promise<void>
}

export interface WorkParts {
  readonly rows: Rows
  readonly leases: Leases
  readonly reading: Reading
  readonly writer: Writer
  readonly holding: Map<string, Held>
  /** Ends the work on an attempt: gives up its lease. */
  letGo(attempt: string): void
}

export function createWork({ rows, leases, reading, writer, holding, letGo }: WorkParts): Work {
  async function lease(attempt: string): Promise<void> {
    if (await reading.read(() => leases.take(attempt))) return
    throw new StorageError({ kind: 'second-tab', attempt })
  }

  /** For calls about an attempt that this tab does not hold: what the call may still come to. */
  async function elsewhere(attempt: string): Promise<AttemptRow> {
    const found = await reading.read(() => rows.get(attempt))
    if (found === null) throw new StorageError({ kind: 'missing', attempt })
    return found
  }

  async function append(attempt: string, given: readonly Entry[]): Promise<void> {
    const one = holding.get(attempt)
    if (one === undefined) {
      const found = await elsewhere(attempt)
      if (given.length === 0) return
      const stored = await reading.read(() => rows.entries(attempt))
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
    const one = begun({ header: structuredClone(header), standing: 'open', here: true })
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
      const entries = await reading.read(() => rows.entries(attempt))
      holding.set(attempt, takenUp(headerRow(found), entries))
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

  return { create, append, close, reopen, release }
}

function headerRow({ header, standing, here }: AttemptRow): HeaderRow {
  return { header, standing, ...(here && { here }) }
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
