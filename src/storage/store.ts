import { exportAttempts, exportHeld } from './exporting.ts'
import { createWriter, type Held, settled } from './held.ts'
import type { StorageHost } from './host.ts'
import type { Leases } from './lease.ts'
import {
  type LocalStore,
  StorageError,
  type StorageProblem,
  type StoredAttempt,
  type VerifyAttempt,
} from './ports.ts'
import { createReading } from './reading.ts'
import { sortOpenAttempts } from './resume.ts'
import type { AttemptRow, Rows } from './rows.ts'
import { noSealing, type Sealing } from './seal/sealing.ts'
import { createTrouble } from './trouble.ts'
import { newId } from './uuid.ts'
import { createWork } from './work.ts'

/** The parts that a store is made of. */
export interface StoreParts {
  readonly rows: Rows
  readonly leases: Leases
  readonly host: StorageHost
  /** Checks imported attempts by replay; without it only their form is checked. */
  readonly verify?: VerifyAttempt
  /** Called when this tab works on no attempt any more. */
  readonly idle?: () => void
  /** Seals what ends here; without it nothing is sealed, and seals of files are not kept. */
  readonly sealing?: Sealing
}

/** A store, and how its place to keep rows reports what happens outside any call. */
export interface MadeStore {
  readonly store: LocalStore
  readonly raise: (problem: StorageProblem) => void
  /** The place can be used again. */
  readonly opened: () => void
  /** Does this tab work on any attempt? */
  readonly busy: () => boolean
}

/** Puts a store together over a place to keep rows. */
export function makeStore(parts: StoreParts): MadeStore {
  const { rows, leases, host, sealing = noSealing } = parts
  const holding = new Map<string, Held>()
  const waiting = () => {
    let sum = 0
    for (const one of holding.values()) sum += one.entries.length - one.written
    return sum
  }
  const unwritten = () => [...holding.values()].filter((one) => !settled(one))
  const trouble = createTrouble({
    waiting,
    retry,
    needed: () => unwritten().some((one) => one.stuck === null),
  })
  const writer = createWriter(rows, leases, trouble, (one) => {
    letGo(one.row.header.id)
    if (one.close !== null) sealing.closed({ ...one, close: one.close })
  })

  function letGo(attempt: string): void {
    holding.delete(attempt)
    leases.release(attempt)
    if (holding.size === 0) parts.idle?.()
  }

  async function retry(): Promise<boolean> {
    const tries = await Promise.allSettled(unwritten().map((one) => writer.flush(one)))
    return tries.every((one) => one.status === 'fulfilled')
  }

  const reading = createReading(rows, holding, trouble)
  const work = createWork({ rows, leases, reading, writer, holding, letGo })

  const store: LocalStore = {
    trainees: () => reading.read(() => rows.trainees()),
    async addTrainee(trainee) {
      void host.persist()
      if (!(await reading.read(() => rows.addTrainee(trainee)))) {
        throw new StorageError({ kind: 'exists', id: trainee.id })
      }
    },
    create: work.create,
    append: work.append,
    close: (attempt, status, result) => work.close(attempt, { status, result }),
    reopen: work.reopen,
    newId: () => newId(Date.now()),
    sortOpen: (trainee, able) => sortOpenAttempts(store, trainee, able),
    holds: (attempt) => holding.has(attempt),
    release: work.release,
    async get(attempt) {
      const found = await reading.row(attempt)
      return found === null ? null : stored(found)
    },
    entries: reading.entriesOf,
    list: async (filter) => (await reading.listRows(filter)).map(stored),
    export: (filter) =>
      exportAttempts(filter, {
        ...reading,
        sealing,
        trainees: () => reading.read(() => rows.trainees()),
      }),
    async import(text) {
      const { importFile } = await loadImporting()
      const { verify } = parts
      return importFile(text, {
        rows,
        leases,
        verify,
        sealing,
        ...reading,
        isHeld: (id) => holding.has(id),
      })
    },
    onProblem: trouble.onProblem,
    onState: trouble.onState,
    state: () => ({ waiting: waiting(), problem: trouble.standing }),
    retry,
    exportWaiting: () => exportHeld(unwritten(), sealing),
    workstation: () => sealing.workstation(),
    persist: () => host.persist(),
    health: () => host.health(),
    dispose() {
      trouble.dispose()
      leases.dispose()
      rows.dispose()
      sealing.dispose()
      holding.clear()
    },
  }
  return {
    store,
    raise: trouble.raise,
    opened: () => trouble.standing !== null && trouble.clear(),
    busy: () => holding.size > 0,
  }
}

async function loadImporting(): Promise<typeof import('./importing.ts')> {
  try {
    return await import('./importing.ts')
  } catch (cause) {
    throw new StorageError(
      { kind: 'unknown', detail: 'the reader of files could not be loaded' },
      { cause },
    )
  }
}

function stored(row: AttemptRow): StoredAttempt {
  return {
    header: row.header,
    status: row.close?.status ?? row.standing,
    entries: row.entries,
    result: row.close?.result ?? null,
  }
}
