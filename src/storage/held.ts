import type { Entry } from '../core/sim/journal.ts'
import type { Leases } from './lease.ts'
import { StorageError, type StorageRefusal } from './ports.ts'
import type { CloseRow, HeaderRow, Rows, Written } from './rows.ts'
import { problemOf, type Trouble } from './trouble.ts'

/**
 * An attempt that this tab works on. Its whole journal stands in memory and is the truth of this tab; how much of it is
 * written is a mark that follows behind. So a failed write loses nothing, the next one takes up all that is missing,
 * and rows that vanished under us (site data cleared) are written again.
 */
export interface Held {
  readonly row: HeaderRow
  readonly entries: Entry[]
  close: CloseRow | null
  /** Is the lease ours? For a new attempt it is taken with the first write. */
  leased: boolean
  headerWritten: boolean
  /** Entries written, counted from 0. */
  written: number
  closeWritten: boolean
  /** No write was tried yet: the id must be new. */
  fresh: boolean
  /** Set once this tab's journal can't be written any more, because the stored one went another way. */
  stuck: StorageError | null
  /** The last write under way or done; writes of one attempt follow each other. */
  tail: Promise<void>
}

/** Enough for a lease, a header and entries that all vanished. */
const MOST_TRIES = 5

/** An attempt just begun. */
export function begun(row: HeaderRow): Held {
  return held(row, [], false)
}

/** An attempt taken up again with what is stored of it. */
export function takenUp(row: HeaderRow, entries: readonly Entry[]): Held {
  return held(row, entries, true)
}

function held(row: HeaderRow, entries: readonly Entry[], stored: boolean): Held {
  return {
    row,
    entries: [...entries],
    close: null,
    leased: stored,
    headerWritten: stored,
    written: entries.length,
    closeWritten: false,
    fresh: !stored,
    stuck: null,
    tail: Promise.resolve(),
  }
}

/** Is everything of it written? */
export function settled(one: Held): boolean {
  return (
    one.headerWritten &&
    one.written === one.entries.length &&
    (one.close === null || one.closeWritten)
  )
}

export interface Writer {
  /** Writes all that is not written yet; resolves when it is durable. Rejects with a StorageError. */
  flush(one: Held): Promise<void>
}

/** `done` is called when an attempt's close row is durable. */
export function createWriter(
  rows: Rows,
  leases: Leases,
  trouble: Trouble,
  done: (one: Held) => void,
): Writer {
  async function write(one: Held): Promise<Written> {
    const attempt = one.row.header.id
    const upTo = one.entries.length
    const { close, fresh } = one
    one.fresh = false
    const written = await rows.write({
      attempt,
      header: one.headerWritten ? null : one.row,
      fresh,
      from: one.written,
      entries: one.entries.slice(one.written, upTo),
      close: one.closeWritten ? null : close,
      fence: leases.fence(attempt),
    })
    if (written.kind === 'done') {
      one.headerWritten = true
      one.written = upTo
      one.closeWritten = close !== null
    }
    return written
  }

  /** Notes what the place lacks of what we took for written; false if this journal can never be written. */
  async function mend(one: Held, written: Written): Promise<boolean> {
    const attempt = one.row.header.id
    switch (written.kind) {
      case 'gap':
        one.written = written.have
        return true
      case 'missing':
        one.headerWritten = false
        one.written = 0
        return true
      case 'fenced':
        leases.release(attempt)
        one.leased = await leases.take(attempt)
        return one.leased
      default:
        return false
    }
  }

  /** One step towards having all written. Null when it went well or can be tried again, else the final refusal. */
  async function step(one: Held): Promise<Exclude<Written, { kind: 'done' }> | null> {
    one.leased ||= await leases.take(one.row.header.id)
    if (!one.leased) return { kind: 'fenced' }
    const written = await write(one)
    return written.kind === 'done' || (await mend(one, written)) ? null : written
  }

  async function writeOut(one: Held): Promise<void> {
    for (let tries = 0; !settled(one); tries++) {
      if (one.stuck !== null) throw one.stuck
      let refused: Exclude<Written, { kind: 'done' }> | null
      try {
        if (tries === MOST_TRIES) throw new Error('what was written does not stay')
        refused = await step(one)
      } catch (cause) {
        const problem = problemOf(cause)
        trouble.raise(problem)
        throw new StorageError(problem, { kept: true, cause })
      }
      if (refused !== null) {
        one.stuck = new StorageError(refusal(one, refused), { kept: true })
        if (refused.kind === 'fenced') {
          trouble.report({ kind: 'second-tab', attempt: one.row.header.id })
        }
        throw one.stuck
      }
    }
    trouble.clear()
    if (one.closeWritten) done(one)
  }

  return {
    flush(one) {
      one.tail = one.tail.then(
        () => writeOut(one),
        () => writeOut(one),
      )
      return one.tail
    },
  }
}

function refusal(
  one: Held,
  written: Exclude<Written, { kind: 'done' }>,
): StorageRefusal | { kind: 'second-tab'; attempt: string } {
  const attempt = one.row.header.id
  switch (written.kind) {
    case 'exists':
      return { kind: 'exists', id: attempt }
    case 'conflict':
      return { kind: 'conflict', attempt, n: written.n }
    case 'final':
      return { kind: 'final', attempt }
    case 'fenced':
      return { kind: 'second-tab', attempt }
    case 'gap':
      return { kind: 'gap', attempt, n: one.written, expected: written.have }
    case 'missing':
      return { kind: 'missing', attempt }
  }
}
