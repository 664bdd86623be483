import { type Leases, memoryLeases } from '../lease.ts'
import { createMemoryWorld, memoryRows } from '../memoryRows.ts'
import { StorageError, type StorageProblem } from '../ports.ts'
import type { Rows } from '../rows.ts'

export interface Place {
  readonly rows: Rows
  readonly leases: Leases
}

/**
 * `main` once `ready` says so; memory for good if the browser denies storage, so that a recruit can still train.
 * `denied` is told, once.
 */
export function orMemory(
  main: Place,
  ready: () => Promise<void>,
  denied: (problem: StorageProblem) => void,
): Place {
  let spare: Place | null = null
  const place = async (): Promise<Place> => {
    if (spare !== null) return spare
    try {
      await ready()
      return main
    } catch (error) {
      if (!(error instanceof StorageError) || error.problem.kind !== 'private-mode') throw error
      if (spare === null) {
        spare = { rows: memoryRows(createMemoryWorld()), leases: memoryLeases(new Map()) }
        denied(error.problem)
      }
      return spare
    }
  }
  const now = () => spare ?? main
  return {
    rows: {
      trainees: async () => (await place()).rows.trainees(),
      addTrainee: async (trainee) => (await place()).rows.addTrainee(trainee),
      write: async (write) => (await place()).rows.write(write),
      get: async (attempt) => (await place()).rows.get(attempt),
      entries: async (attempt) => (await place()).rows.entries(attempt),
      list: async (filter) => (await place()).rows.list(filter),
      dispose: () => main.rows.dispose(),
    },
    leases: {
      take: async (attempt) => (await place()).leases.take(attempt),
      release: (attempt) => now().leases.release(attempt),
      fence: (attempt) => now().leases.fence(attempt),
      dispose: () => main.leases.dispose(),
    },
  }
}
