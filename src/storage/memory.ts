import { noHost } from './host.ts'
import { memoryLeases } from './lease.ts'
import { createMemoryWorld, type MemoryWorld, memoryRows } from './memoryRows.ts'
import type { LocalStore, VerifyAttempt } from './ports.ts'
import { createSealing } from './seal/sealing.ts'
import type { Station } from './seal/station.ts'
import { makeStore } from './store.ts'

export interface MemoryStoreOptions {
  /** Shared by stores that play several tabs; a new one if missing. */
  readonly world?: MemoryWorld
  readonly verify?: VerifyAttempt
  /** Seals what ends here; without it nothing is sealed, and seals of files are not kept. */
  readonly station?: Station
}

/** An attempt store in memory, for tests and as the last resort where the browser denies storage. */
export function createMemoryStore(options: MemoryStoreOptions = {}): LocalStore {
  const world = options.world ?? createMemoryWorld()
  return makeStore({
    rows: memoryRows(world),
    leases: memoryLeases(world.leases),
    host: noHost,
    ...(options.verify === undefined ? {} : { verify: options.verify }),
    ...(options.station && {
      sealing: createSealing(options.station.signer, options.station.seals),
    }),
  }).store
}
