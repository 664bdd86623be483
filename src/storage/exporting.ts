import type { Attempt, Header } from '../core/sim/attempt.ts'
import { statusInFile } from '../core/sim/ended.ts'
import type { FileAttempt, FileTrainee } from '../core/sim/file.ts'
import {
  MAX_FILE_CHARS,
  serialiseAttempt,
  serialiseBundle,
  serialiseSealed,
} from '../core/sim/fileText.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { Held } from './held.ts'
import { type AttemptFilter, StorageError, type Trainee } from './ports.ts'
import type { Reading } from './reading.ts'
import type { AttemptRow } from './rows.ts'
import { fileResult } from './seal/fileResult.ts'
import type { SealRow } from './seal/rows.ts'
import type { Sealing } from './seal/sealing.ts'

interface Exporting extends Pick<Reading, 'row' | 'entriesOf' | 'listRows'> {
  readonly sealing: Sealing
  trainees(): Promise<readonly Trainee[]>
}

/** One attempt (`first-ring-attempt`) or all that fit (`first-ring-attempts`) as a file's text. */
export async function exportAttempts(
  filter: AttemptFilter & { readonly attempt?: string },
  from: Exporting,
): Promise<string> {
  if (filter.attempt !== undefined) {
    const row = await from.row(filter.attempt)
    if (row === null) throw new StorageError({ kind: 'missing', attempt: filter.attempt })
    const one = item(row, await from.entriesOf(filter.attempt))
    const sealed = await withSeal(one, row, await from.sealing.of([filter.attempt]), from.sealing)
    return sealed.seal === undefined ? serialiseAttempt(one.attempt) : serialiseSealed(sealed)
  }
  const items: FileAttempt[] = []
  const found = await from.listRows(filter)
  const seals = await from.sealing.of(found.map(({ header }) => header.id))
  for (const row of found) {
    const one = item(row, await from.entriesOf(row.header.id))
    items.push(await withSeal(one, row, seals, from.sealing))
  }
  const makers = new Set(items.map((one) => one.attempt.header.trainee.id))
  if (filter.trainee !== undefined) makers.add(filter.trainee)
  const everyone = Object.keys(filter).length === 0
  const people = (await from.trainees()).filter((one) => everyone || makers.has(one.id))
  const text = serialiseBundle(items, people.map(person))
  if (text.length > MAX_FILE_CHARS) throw new StorageError({ kind: 'too-large' })
  return text
}

/** Storage that is in trouble may keep the key from us: the way out of such trouble must not wait for it, ms. */
const LONGEST_SEALING_MS = 2_000

/** Attempts of this tab, written or not, as one file's text; null if there are none. */
export async function exportHeld(held: readonly Held[], sealing: Sealing): Promise<string | null> {
  if (held.length === 0) return null
  const plain = held.map((one) => {
    const row = { ...one.row, entries: one.entries.length, close: one.close }
    return { row, item: item(row, one.entries) }
  })
  const sealed = Promise.all(plain.map((one) => withSeal(one.item, one.row, new Map(), sealing)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsealed = new Promise<FileAttempt[]>((resolve) => {
    timer = setTimeout(() => resolve(plain.map((one) => one.item)), LONGEST_SEALING_MS)
  })
  const items = await Promise.race([sealed, unsealed])
  clearTimeout(timer)
  return serialiseBundle(items, [])
}

function item(row: AttemptRow, entries: readonly Entry[]): FileAttempt {
  return {
    attempt: fileForm(row.header, entries),
    status: row.close?.status ?? row.standing,
    result: fileResult(row.close?.result ?? null),
  }
}

/** An attempt with its seal, and with the status and result that were sealed. */
async function withSeal(
  one: FileAttempt,
  row: AttemptRow,
  seals: ReadonlyMap<string, SealRow>,
  sealing: Sealing,
): Promise<FileAttempt> {
  const { header, entries } = one.attempt
  const { close } = row
  const there = seals.get(header.id)
  const found =
    there ?? (row.here && close ? await sealing.late({ row, close, entries }) : undefined)
  if (!found) return one
  const status = statusInFile(entries, one.status)
  return { ...one, status, result: fileResult(found.result), seal: found.seal }
}

function fileForm(header: Header, entries: readonly Entry[]): Attempt {
  return { format: 'first-ring-attempt', formatVersion: 1, header, entries: [...entries] }
}

function person(one: Trainee): FileTrainee {
  return { id: one.id, name: one.name, badge: one.badge, createdAt: one.createdAt }
}
