import type { Attempt, Header } from '../core/sim/attempt.ts'
import {
  type FileAttempt,
  type FileTrainee,
  MAX_FILE_CHARS,
  parseAttemptFile,
  serialiseAttempt,
  serialiseBundle,
} from '../core/sim/file.ts'
import type { Entry } from '../core/sim/journal.ts'
import { firstDifference, sameData } from '../core/sim/same.ts'
import type { Held } from './held.ts'
import type { Leases } from './lease.ts'
import {
  type AttemptFilter,
  type ImportRefusalCode,
  type ImportReport,
  StorageError,
  type Trainee,
  type VerifyAttempt,
} from './ports.ts'
import type { AttemptRow, CloseRow, Rows } from './rows.ts'
import { problemOf } from './trouble.ts'

interface Reading {
  row(attempt: string): Promise<AttemptRow | null>
  entriesOf(attempt: string): Promise<readonly Entry[]>
}

interface Exporting extends Reading {
  listRows(filter: AttemptFilter): Promise<readonly AttemptRow[]>
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

interface Importing extends Reading {
  readonly rows: Rows
  readonly leases: Leases
  readonly verify: VerifyAttempt | undefined
  isHeld(attempt: string): boolean
}

type Outcome =
  | 'added'
  | 'known'
  | { readonly n: number | null; readonly code: ImportRefusalCode; readonly why: string }

/** Takes a file in. Importing it again changes nothing. Never rejects for what the file holds. */
export async function importFile(text: string, into: Importing): Promise<ImportReport> {
  const file = parseAttemptFile(text)
  const added: string[] = []
  const known: string[] = []
  const refused: ImportReport['refused'][number][] = [...file.refused]
  for (const one of file.attempts) {
    const attempt = one.attempt.header.id
    let outcome: Outcome
    try {
      outcome = await importOne(one, into)
    } catch (error) {
      const why = error instanceof StorageError ? error.message : inWords(error)
      outcome = { n: null, code: 'storage', why }
    }
    if (outcome === 'added') added.push(attempt)
    else if (outcome === 'known') known.push(attempt)
    else refused.push({ attempt, ...outcome })
  }
  for (const trainee of file.trainees) {
    try {
      // A profile of that id with another name stays as it is here.
      await into.rows.addTrainee(trainee)
    } catch (error) {
      refused.push({ attempt: '', n: null, code: 'storage', why: `trainee: ${inWords(error)}` })
    }
  }
  return { added, known, refused }
}

function inWords(error: unknown): string {
  return new StorageError(problemOf(error)).message
}

async function importOne(one: FileAttempt, into: Importing): Promise<Outcome> {
  const { header, entries } = one.attempt
  const mine = await into.row(header.id)
  const have = mine === null ? [] : await into.entriesOf(header.id)
  if (mine !== null) {
    if (!sameData(mine.header, header)) {
      return { n: null, code: 'differs', why: 'an attempt of that id is here with another header' }
    }
    const n = firstDifference(have, entries)
    if (n !== null) return { n, code: 'differs', why: `entry ${n} is not what is stored here` }
    const ends = one.status === 'finished' || one.status === 'left'
    const more = entries.length > have.length
    if (!more && (entries.length < have.length || !ends || mine.close !== null)) return 'known'
    if (mine.close !== null) {
      const why = `here the attempt ended as ${mine.close.status} before entry ${have.length}`
      return { n: have.length, code: 'differs', why }
    }
    if (into.isHeld(header.id)) return busy
  }
  const verified = (await into.verify?.(one.attempt)) ?? null
  if (verified !== null && !verified.ok) {
    return { n: verified.n, code: 'replay', why: verified.why }
  }
  // A file's own totals count only where nobody checks.
  const result = into.verify === undefined ? one.result : (verified?.ok && verified.result) || null
  const close =
    one.status === 'finished' || one.status === 'left' ? { status: one.status, result } : null
  return add(one, have.length, close, into)
}

const busy: Outcome = { n: null, code: 'busy', why: 'a tab works on that attempt just now' }

async function add(
  one: FileAttempt,
  from: number,
  close: CloseRow | null,
  into: Importing,
): Promise<Outcome> {
  const { header, entries } = one.attempt
  if (!(await into.leases.take(header.id))) return busy
  try {
    const written = await into.rows.write({
      attempt: header.id,
      header: { header, standing: one.status === 'open' ? 'open' : 'interrupted' },
      fresh: false,
      from,
      entries: entries.slice(from),
      close,
      fence: into.leases.fence(header.id),
    })
    switch (written.kind) {
      case 'done':
        return 'added'
      case 'conflict':
        return {
          n: written.n,
          code: 'differs',
          why: `entry ${written.n} is not what is stored here`,
        }
      case 'fenced':
      case 'gap':
      case 'missing':
        return busy
      case 'exists':
      case 'final':
        return { n: null, code: 'differs', why: 'it was changed here meanwhile' }
    }
  } finally {
    into.leases.release(header.id)
  }
}
