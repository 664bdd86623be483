import { noHost } from './host.ts'
import { memoryLeases } from './lease.ts'
import { createMemoryWorld, type MemoryWorld, memoryRows } from './memoryRows.ts'
import { type LocalStore, StorageError, type StorageProblem } from './ports.ts'
import type { Rows } from './rows.ts'
import { noSealing } from './seal/sealing.ts'
import { makeStore } from './store.ts'

export interface Flaky {
  readonly store: LocalStore
  readonly world: MemoryWorld
  /** What every write and read fails with; null lets them through. */
  fail(problem: StorageProblem | null): void
}

/** A store on a disk that fails when a test says so; it begins full. */
export function flakyStore(world = createMemoryWorld(), sealing = noSealing): Flaky {
  let problem: StorageProblem | null = { kind: 'full' }
  const rows = memoryRows(world)
  const check = () => {
    if (problem !== null) throw new StorageError(problem)
  }
  const through: Rows = {
    ...rows,
    async write(write) {
      check()
      return rows.write(write)
    },
    async list(filter) {
      if (problem?.kind !== 'full') check()
      return rows.list(filter)
    },
  }
  const { store } = makeStore({
    rows: through,
    leases: memoryLeases(world.leases),
    host: noHost,
    sealing,
  })
  return {
    store,
    world,
    fail(next) {
      problem = next
    },
  }
}
