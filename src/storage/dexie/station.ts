import { StorageError } from '../ports.ts'
import { memorySeals, type SealRows } from '../seal/rows.ts'
import { createSigner, type KeyPlace } from '../seal/signer.ts'
import type { Station } from '../seal/station.ts'
import { connect } from './connection.ts'
import type { Engine } from './database.ts'
import { typed } from './rows.ts'
import { STATION_DATABASE_VERSION, StationDatabase } from './stationDatabase.ts'

/** This browser's key and seals, in a database of that name; opens at the first use. Rejects with a StorageError. */
export function createStation(name: string, engine?: Engine): Station {
  const db = new StationDatabase(name, engine)
  const connection = connect(db, STATION_DATABASE_VERSION, {
    // each row is written as it is made: nothing is lost by making way at once
    busy: () => false,
    // who reads or seals next meets the same fault; the record itself is not in question
    raise: () => {},
    opened: () => {},
  })
  const opened = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    await connection.ready()
    return typed(work)
  }
  const place: KeyPlace = {
    async key(make) {
      const there = await opened(() => db.keys.get('own'))
      if (there !== undefined) return there.pair
      // made outside the transaction, which would not wait for it
      const pair = await make()
      return opened(() =>
        db.transaction('rw', db.keys, async () => {
          const faster = await db.keys.get('own')
          if (faster !== undefined) return faster.pair
          await db.keys.add({ name: 'own', pair })
          return pair
        }),
      )
    },
  }
  const lasting: Omit<SealRows, 'dispose'> = {
    get: (attempts) => typed(() => db.seals.bulkGet([...attempts])),
    put: (row, instead) =>
      typed(() =>
        db.transaction('rw', db.seals, async () => {
          if (instead || !(await db.seals.get(row.attempt))) await db.seals.put(row)
        }),
      ),
  }
  const passing = memorySeals()
  /** Where the browser denies storage, attempts lie in memory, and so do the seals that files brought. */
  const rows = () =>
    connection.ready().then(
      () => lasting,
      (error: unknown) => {
        if (error instanceof StorageError && error.problem.kind === 'private-mode') return passing
        throw error
      },
    )
  return {
    signer: createSigner(place),
    seals: {
      get: async (attempts) => (await rows()).get(attempts),
      put: async (row, instead) => (await rows()).put(row, instead),
      dispose: connection.close,
    },
  }
}
