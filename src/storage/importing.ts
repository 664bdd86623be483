import { type FileAttempt, parseAttemptFile } from '../core/sim/file.ts'
import { firstDifference, sameData } from '../core/sim/same.ts'
import type { Leases } from './lease.ts'
import {
  type ImportRefusalCode,
  type ImportReport,
  StorageError,
  type VerifyAttempt,
} from './ports.ts'
import type { Reading } from './reading.ts'
import type { CloseRow, Rows } from './rows.ts'
import type { Sealing } from './seal/sealing.ts'
import { problemOf } from './trouble.ts'

/** What importing needs. Loaded only when a file is imported: the checker of files is large. */
export interface Importing extends Pick<Reading, 'row' | 'entriesOf'> {
  readonly rows: Rows
  readonly leases: Leases
  readonly verify: VerifyAttempt | undefined
  readonly sealing: Sealing
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
    if (!more && (entries.length < have.length || !ends || mine.close !== null)) {
      // an own attempt has its own seal, or gets it: a file can't bring it a wrong one
      if (mine.here === undefined && entries.length === have.length) {
        await into.sealing.keep(one, false)
      }
      return 'known'
    }
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
  const outcome = await add(one, have.length, close, into)
  if (outcome === 'added') await into.sealing.keep(one, true)
  return outcome
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
