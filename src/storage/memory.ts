import { noHost } from './host.ts'
import { memoryLeases } from './lease.ts'
import { createMemoryWorld, type MemoryWorld, memoryRows } from './memoryRows.ts'
import type { LocalStore, VerifyAttempt } from './ports.ts'
import { makeStore } from './store.ts'

export interface MemoryStoreOptions {
  /** Shared by stores that play several tabs; a new one if missing. */
  readonly world?: MemoryWorld
  readonly verify?: VerifyAttempt
}

/** An attempt store in memory, for tests and as the last resort where the browser denies storage. */
export function createMemoryStore(options: MemoryStoreOptions = {}): LocalStore {
  const world = options.world ?? createMemoryWorld()
  return makeStore({
    rows: memoryRows(world),
    leases: memoryLeases(world.leases),
    host: noHost,
    ...(options.verify === undefined ? {} : { verify: options.verify }),
  }).store
}
