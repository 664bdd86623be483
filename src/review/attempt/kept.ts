import { parseItem } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { StoredAttempt } from '../../storage/ports.ts'

/** An attempt as the review's store has its text. */
export type Kept = Pick<StoredAttempt, 'header' | 'status' | 'result'> & {
  readonly entries: readonly Entry[]
}

/** Null: the text is damaged. */
export function keptFrom(text: Uint8Array, id: string): Kept | null {
  const item = parseItem(JSON.parse(new TextDecoder().decode(text)), id)
  if ('why' in item) return null
  const { attempt, status, result } = item
  return { header: attempt.header, entries: attempt.entries, status, result }
}
