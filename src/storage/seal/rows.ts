import type { Seal } from '../../core/sim/seal.ts'
import type { AttemptResult } from '../ports.ts'

/** The seal of an attempt that lies here, its own or an imported one's. */
export interface SealRow {
  readonly attempt: string
  readonly seal: Seal
  /** The result that was sealed: an import may have found another, and lists show that. */
  readonly result: AttemptResult | null
}

/** What a place to keep seals must be able to do. */
export interface SealRows {
  /** In the order asked for. */
  get(attempts: readonly string[]): Promise<readonly (SealRow | undefined)[]>
  /** Adds a seal; one that is there stays, unless `instead`. */
  put(row: SealRow, instead: boolean): Promise<void>
  dispose(): void
}

export function memorySeals(): SealRows {
  const rows = new Map<string, SealRow>()
  return {
    get: async (attempts) => attempts.map((attempt) => rows.get(attempt)),
    async put(row, instead) {
      if (instead || !rows.has(row.attempt)) rows.set(row.attempt, structuredClone(row))
    },
    dispose() {},
  }
}
