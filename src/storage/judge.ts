import type { Entry } from '../core/sim/journal.ts'
import { sameData } from '../core/sim/same.ts'
import type { CloseRow, HeaderRow, Write, Written } from './rows.ts'

/** What is stored already where a write wants to go. */
export interface Stored {
  readonly header: HeaderRow | undefined
  readonly close: CloseRow | undefined
  /** How many entries there are before `write.from`, at most `write.from`. */
  readonly before: number
  /** The stored entries from `write.from` on, in order, at least as far as the write goes. */
  readonly entries: readonly Entry[]
}

/** What is left to add of a write, or why it can't be added. */
export type Verdict =
  | { readonly refused: Exclude<Written, { kind: 'done' }> }
  | {
      readonly refused: null
      readonly header: HeaderRow | null
      readonly entries: readonly Entry[]
      readonly close: CloseRow | null
    }

/** The rules of append-only, the same for every place that keeps rows. Pure. */
export function judge(write: Write, stored: Stored): Verdict {
  if (stored.header === undefined) {
    if (write.header === null) return { refused: { kind: 'missing' } }
  } else if (write.header !== null) {
    if (write.fresh || !sameData(stored.header.header, write.header.header)) {
      return { refused: { kind: 'exists' } }
    }
  }
  if (stored.before < write.from) return { refused: { kind: 'gap', have: stored.before } }
  const known = Math.min(stored.entries.length, write.entries.length)
  for (let i = 0; i < known; i++) {
    if (!sameData(stored.entries[i], write.entries[i])) {
      return { refused: { kind: 'conflict', n: write.from + i } }
    }
  }
  const entries = write.entries.slice(known)
  if (stored.close !== undefined) {
    if (entries.length > 0) return { refused: { kind: 'final' } }
    if (write.close !== null && !sameData(stored.close, write.close)) {
      return { refused: { kind: 'final' } }
    }
  }
  return {
    refused: null,
    header: stored.header === undefined ? write.header : null,
    entries,
    close: stored.close === undefined ? write.close : null,
  }
}
