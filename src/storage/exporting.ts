import type { Attempt, Header } from '../core/sim/attempt.ts'
import type { FileAttempt, FileTrainee } from '../core/sim/file.ts'
import { MAX_FILE_CHARS, serialiseAttempt, serialiseBundle } from '../core/sim/fileText.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { Held } from './held.ts'
import { type AttemptFilter, StorageError, type Trainee } from './ports.ts'
import type { Reading } from './reading.ts'
import type { AttemptRow } from './rows.ts'

interface Exporting extends Pick<Reading, 'row' | 'entriesOf' | 'listRows'> {
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
    return serialiseAttempt(fileForm(row.header, await from.entriesOf(filter.attempt)))
  }
  const items: FileAttempt[] = []
  for (const row of await from.listRows(filter)) {
    items.push(item(row, await from.entriesOf(row.header.id)))
  }
  const makers = new Set(items.map((one) => one.attempt.header.trainee.id))
  if (filter.trainee !== undefined) makers.add(filter.trainee)
  const everyone = Object.keys(filter).length === 0
  const people = (await from.trainees()).filter((one) => everyone || makers.has(one.id))
  const text = serialiseBundle(items, people.map(person))
  if (text.length > MAX_FILE_CHARS) throw new StorageError({ kind: 'too-large' })
  return text
}

/** Attempts of this tab, written or not, as one file's text; null if there are none. */
export function exportHeld(held: readonly Held[]): string | null {
  if (held.length === 0) return null
  return serialiseBundle(
    held.map((one) =>
      item({ ...one.row, entries: one.entries.length, close: one.close }, one.entries),
    ),
    [],
  )
}

function item(row: AttemptRow, entries: readonly Entry[]): FileAttempt {
  return {
    attempt: fileForm(row.header, entries),
    status: row.close?.status ?? row.standing,
    result:
      row.close?.result === undefined || row.close.result === null
        ? null
        : { ...row.close.result, redLines: [...row.close.result.redLines] },
  }
}

function fileForm(header: Header, entries: readonly Entry[]): Attempt {
  return { format: 'first-ring-attempt', formatVersion: 1, header, entries: [...entries] }
}

function person(one: Trainee): FileTrainee {
  return { id: one.id, name: one.name, badge: one.badge, createdAt: one.createdAt }
}
