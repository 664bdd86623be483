import { statusInFile } from '../../core/sim/ended.ts'
import type { FileAttempt } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { CloseRow, HeaderRow } from '../rows.ts'
import { fileResult } from './fileResult.ts'
import { UnsealedError, type Workstation } from './ports.ts'
import type { SealRow, SealRows } from './rows.ts'
import type { Signer } from './signer.ts'

/** Seals the attempts of a store. Nothing here ever rejects: an attempt that can't be sealed stays unsealed. */
export interface Sealing {
  workstation(): Promise<Workstation>
  /** An attempt's close row has just become durable. */
  closed(one: Ended): void
  /** The seals of attempts as they are exported; seals those late that ended here and have none. */
  of(attempts: readonly string[]): Promise<ReadonlyMap<string, SealRow>>
  late(one: Ended): Promise<SealRow | null>
  /** Keeps the seal of an imported attempt. `instead`: of one that is there. */
  keep(one: FileAttempt, instead: boolean): Promise<void>
  dispose(): void
}

/** An attempt that is over, with its whole journal. */
export interface Ended {
  readonly row: HeaderRow
  readonly close: CloseRow
  readonly entries: readonly Entry[]
}

export function createSealing(signer: Signer, seals: SealRows): Sealing {
  /** Seals being made just now. */
  const making = new Map<string, Promise<SealRow | null>>()

  async function make({ row, close, entries }: Ended, late: boolean): Promise<SealRow | null> {
    const { header } = row
    try {
      const status = statusInFile(entries, close.status)
      const seal = await signer.sign(header, status, fileResult(close.result), entries, late)
      const made = { attempt: header.id, seal, result: close.result }
      // a seal that isn't kept is made anew, late, with each export
      await seals.put(made, false).catch(() => {})
      return made
    } catch {
      return null
    }
  }

  function start(one: Ended, late: boolean): Promise<SealRow | null> {
    const { id } = one.row.header
    const under = making.get(id)
    if (under !== undefined) return under
    const made = make(one, late).finally(() => making.delete(id))
    making.set(id, made)
    return made
  }

  return {
    async workstation() {
      try {
        return { ok: true, ...(await signer.station()) }
      } catch (error) {
        return { ok: false, why: error instanceof UnsealedError ? error.why : 'no-place' }
      }
    },
    closed(one) {
      void start(one, false)
    },
    async of(attempts) {
      await Promise.all(making.values())
      const found = await seals.get(attempts).catch(() => [])
      return new Map(found.flatMap((row) => (row === undefined ? [] : [[row.attempt, row]])))
    },
    late: (one) => start(one, true),
    async keep({ attempt, seal, result }, instead) {
      if (seal === undefined) return
      await seals.put({ attempt: attempt.header.id, seal, result }, instead).catch(() => {})
    },
    dispose: () => seals.dispose(),
  }
}

/** Where nobody seals: seals of files are not kept either. */
export const noSealing: Sealing = {
  workstation: async () => ({ ok: false, why: 'no-place' }),
  closed() {},
  of: async () => new Map(),
  late: async () => null,
  async keep() {},
  dispose() {},
}
