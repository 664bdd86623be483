import type { Entry } from '../core/sim/journal.ts'
import { sameData } from '../core/sim/same.ts'
import { judge } from './judge.ts'
import type { Trainee } from './ports.ts'
import { type AttemptRow, type CloseRow, fits, type HeaderRow, type Rows } from './rows.ts'

/** Everything that stores in memory share, as tabs share a disk. */
export interface MemoryWorld {
  readonly trainees: Map<string, Trainee>
  readonly attempts: Map<string, MemoryAttempt>
  readonly leases: Map<string, object>
}

interface MemoryAttempt {
  readonly row: HeaderRow
  readonly entries: Entry[]
  close: CloseRow | null
}

export function createMemoryWorld(): MemoryWorld {
  return { trainees: new Map(), attempts: new Map(), leases: new Map() }
}

/** Rows in memory: gone with the tab. */
export function memoryRows(world: MemoryWorld): Rows {
  const rowOf = (one: MemoryAttempt): AttemptRow => ({
    ...one.row,
    entries: one.entries.length,
    close: one.close,
  })
  return {
    async trainees() {
      return [...world.trainees.values()]
    },
    async addTrainee(trainee) {
      const known = world.trainees.get(trainee.id)
      if (known !== undefined) return sameData(known, trainee)
      world.trainees.set(trainee.id, structuredClone(trainee))
      return true
    },
    async write(write) {
      const known = world.attempts.get(write.attempt)
      const verdict = judge(write, {
        header: known?.row,
        close: known?.close ?? undefined,
        before: Math.min(known?.entries.length ?? 0, write.from),
        entries: known?.entries.slice(write.from) ?? [],
      })
      if (verdict.refused !== null) return verdict.refused
      const one = known ?? (verdict.header && { row: verdict.header, entries: [], close: null })
      if (one === null) return { kind: 'missing' }
      one.entries.push(...structuredClone(verdict.entries))
      if (verdict.close !== null) one.close = structuredClone(verdict.close)
      world.attempts.set(write.attempt, one)
      return { kind: 'done' }
    },
    async get(attempt) {
      const one = world.attempts.get(attempt)
      return one === undefined ? null : rowOf(one)
    },
    async entries(attempt) {
      return [...(world.attempts.get(attempt)?.entries ?? [])]
    },
    async list(filter) {
      return [...world.attempts.values()]
        .filter((one) => fits(one.row, one.close, filter))
        .map(rowOf)
    },
    dispose() {},
  }
}
