import { z } from 'zod'
import { type Attempt, header } from './attempt.ts'
import { statusInFile } from './ended.ts'
import { checkEntry, type EntryCheck } from './entryCheck.ts'
import { BUNDLE_VERSION, MAX_FILE_CHARS } from './fileText.ts'
import { firstIssue, shown } from './issue.ts'
import type { Entry } from './journal.ts'
import { type Seal, seal } from './seal.ts'

/**
 * Attempt files: one attempt (`first-ring-attempt`, see attempt.ts) or many (`first-ring-attempts`). A file is
 * untrusted: its size is bounded, every part is checked, and what is refused says which entry and why. One bad attempt
 * in a bundle does not stop the others. Whether the journal is what the engine makes of its commands is a question for
 * replay, not for this file.
 */

/** The oldest bundle version that we still read. */
export const OLDEST_LOADABLE = 1
export const MAX_ATTEMPTS = 5_000
const MAX_ENTRIES = 20_000

export const attemptStatus = z.enum(['open', 'finished', 'left', 'interrupted'])

/** Totals for lists. Derived: a file's totals are only a hint. */
export const attemptResult = z.strictObject({
  total: z.int().min(0).max(100),
  classPoints: z.int().min(0).max(1000),
  classMax: z.int().min(0).max(1000),
  passed: z.boolean(),
  redLines: z.array(z.string().max(90)).max(60),
  ending: z.string().max(90).nullable(),
  firstDispatchMs: z.int().min(0).nullable(),
  choice: z
    .strictObject({
      class: z.string().max(80).nullable(),
      priority: z.string().max(10).nullable(),
      right: z.strictObject({ class: z.string().max(80), priority: z.string().max(10) }),
      triage: z.int().min(-3).max(3).nullable(),
    })
    .exactOptional(),
  dims: z
    .array(
      z.strictObject({
        id: z.string().max(10),
        points: z.int().min(0).max(100),
        max: z.int().min(0).max(100),
      }),
    )
    .max(20)
    .readonly()
    .exactOptional(),
})

export const fileTrainee = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().max(40),
  badge: z.string().max(20),
  createdAt: z.int().min(0),
})

export type FileStatus = z.output<typeof attemptStatus>
export type FileResult = z.output<typeof attemptResult>
export type FileTrainee = z.output<typeof fileTrainee>

/** An attempt as a file tells it; the status is already set right by the journal. */
export interface FileAttempt {
  readonly attempt: Attempt
  readonly status: FileStatus
  readonly result: FileResult | null
  /** Over header, status, result and journal as they stand here. Missing: never sealed, or by an older program. */
  readonly seal?: Seal
}

/** An attempt in a file without its journal. */
export type FileHead = Omit<FileAttempt, 'attempt'> & Pick<Attempt, 'header'>

export type FileRefusalCode =
  | 'too-large'
  | 'not-json'
  | 'not-ours'
  | 'version'
  | 'shape'
  | 'header'
  | 'entry'
  | 'gap'
  | 'time'

/** Why a file, or one attempt in it, was not taken. `n` is the journal entry that it failed at, if it was one. */
export interface FileRefusal {
  /** The attempt's id; `#3` for the fourth of a bundle if its id can't be read; empty if the whole file is refused. */
  readonly attempt: string
  readonly n: number | null
  readonly code: FileRefusalCode
  /** In English, for logs and commands; rooms translate the code. */
  readonly why: string
}

export interface FileReading {
  readonly attempts: readonly FileAttempt[]
  readonly trainees: readonly FileTrainee[]
  readonly refused: readonly FileRefusal[]
}

const oneShape = z.strictObject({
  format: z.literal('first-ring-attempt'),
  formatVersion: z.literal([1, 2]),
  header: z.unknown(),
  entries: z.array(z.unknown()),
  /** These three from version 2 on. */
  status: attemptStatus.exactOptional(),
  result: attemptResult.nullable().exactOptional(),
  seal: seal.exactOptional(),
})

const bundleVersions = z.object({
  formatVersion: z.int().min(1),
  /** A reader of this version or newer can load the file. */
  readableFrom: z.int().min(1),
})

const bundleShape = z.object({
  format: z.literal('first-ring-attempts'),
  ...bundleVersions.shape,
  trainees: z.array(z.unknown()).max(MAX_ATTEMPTS),
  attempts: z.array(z.unknown()).max(MAX_ATTEMPTS),
})

const headShape = z.strictObject({
  header,
  status: attemptStatus,
  result: attemptResult.nullable(),
  /** From version 2 on. */
  seal: seal.exactOptional(),
})

const itemShape = headShape.extend({ header: z.unknown(), entries: z.array(z.unknown()) })

/** Reads either format. Never throws: whatever is wrong with the text comes back as a refusal. */
export function parseAttemptFile(text: string): FileReading {
  if (text.length > MAX_FILE_CHARS) {
    return refuseFile('too-large', `the file is longer than ${MAX_FILE_CHARS} characters`)
  }
  let data: unknown
  try {
    data = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return refuseFile('not-json', 'the file is not JSON: it may be cut short')
  }
  const format = z.object({ format: z.string(), formatVersion: z.unknown() }).safeParse(data)
  if (!format.success) return refuseFile('not-ours', 'the file does not say that it holds attempts')
  if (format.data.format === 'first-ring-attempt') {
    const { formatVersion } = format.data
    if (formatVersion !== 1 && formatVersion !== 2) {
      return refuseFile('version', `version ${shown(formatVersion)}; this program reads 1 and 2`)
    }
    return readOne(data)
  }
  if (format.data.format === 'first-ring-attempts') return readBundle(data)
  return refuseFile('not-ours', 'the file holds something else than attempts')
}

function readOne(data: unknown): FileReading {
  const shape = oneShape.safeParse(data)
  if (!shape.success) return refuseFile('shape', firstIssue(shape.error))
  const { status = 'interrupted', result = null, ...rest } = shape.data
  const read = readItem({ ...rest, status, result }, '')
  return 'why' in read
    ? { attempts: [], trainees: [], refused: [read] }
    : { attempts: [read], trainees: [], refused: [] }
}

function readBundle(data: unknown): FileReading {
  const versions = bundleVersions.safeParse(data)
  if (!versions.success) return refuseFile('version', firstIssue(versions.error))
  const { formatVersion, readableFrom } = versions.data
  if (formatVersion < OLDEST_LOADABLE || readableFrom > BUNDLE_VERSION) {
    return refuseFile(
      'version',
      `version ${formatVersion}, readable from ${readableFrom}; this program reads ${OLDEST_LOADABLE} to ${BUNDLE_VERSION}`,
    )
  }
  const shape = bundleShape.safeParse(data)
  if (!shape.success) return refuseFile('shape', firstIssue(shape.error))
  const attempts: FileAttempt[] = []
  const refused: FileRefusal[] = []
  for (const [index, raw] of shape.data.attempts.entries()) {
    const read = parseItem(raw, `#${index}`)
    if ('why' in read) refused.push(read)
    else attempts.push(read)
  }
  const trainees: FileTrainee[] = []
  for (const raw of shape.data.trainees) {
    const one = fileTrainee.safeParse(raw)
    if (one.success) trainees.push(one.data)
    else
      refused.push({
        attempt: '',
        n: null,
        code: 'shape',
        why: `trainee: ${firstIssue(one.error)}`,
      })
  }
  return { attempts, trainees, refused }
}

/** Checks one attempt of a bundle. `name`: what a refusal calls it where its id can't be read. */
export function parseItem(
  data: unknown,
  name: string,
  check: EntryCheck = checkEntry,
): FileAttempt | FileRefusal {
  const item = itemShape.safeParse(data)
  return item.success
    ? readItem(item.data, name, check)
    : { attempt: name, n: null, code: 'shape', why: firstIssue(item.error) }
}

/** Checks all of a bundle's attempt but its journal, which `data` is without; its status is as the file says. */
export function parseHead(data: unknown, name: string): FileHead | FileRefusal {
  const head = headShape.safeParse(data)
  return head.success
    ? head.data
    : { attempt: name, n: null, code: 'shape', why: firstIssue(head.error) }
}

function readItem(
  item: z.output<typeof itemShape>,
  name: string,
  check: EntryCheck = checkEntry,
): FileAttempt | FileRefusal {
  const attempt = readAttempt(item.header, item.entries, name, check)
  if ('why' in attempt) return attempt
  const status = statusInFile(attempt.entries, item.status)
  const { result, seal } = item
  if (seal === undefined) return { attempt, status, result }
  if (status !== item.status) {
    // what was sealed said it right: this was changed by hand, and mending it would hide that
    const why = `sealed as ${item.status}, but its journal ends ${status}`
    return { attempt: attempt.header.id, n: null, code: 'shape', why }
  }
  return { attempt, status, result, seal }
}

function readAttempt(
  rawHeader: unknown,
  raw: readonly unknown[],
  name: string,
  check: EntryCheck,
): Attempt | FileRefusal {
  const head = header.safeParse(rawHeader)
  if (!head.success) {
    return { attempt: name, n: null, code: 'header', why: `header: ${firstIssue(head.error)}` }
  }
  const id = head.data.id
  if (raw.length > MAX_ENTRIES) {
    return {
      attempt: id,
      n: MAX_ENTRIES,
      code: 'too-large',
      why: `more than ${MAX_ENTRIES} entries`,
    }
  }
  const entries: Entry[] = []
  let before = 0
  for (const [n, each] of raw.entries()) {
    const one = check(each)
    if ('why' in one) return { attempt: id, n, code: 'entry', why: `entry ${n}: ${one.why}` }
    if (one.entry.n !== n) {
      return { attempt: id, n, code: 'gap', why: `entry ${n} is numbered ${one.entry.n}` }
    }
    if (one.entry.at < before) {
      return {
        attempt: id,
        n,
        code: 'time',
        why: `entry ${n} is at ${one.entry.at} ms, before the entry ahead of it at ${before} ms`,
      }
    }
    before = one.entry.at
    entries.push(one.entry)
  }
  return {
    format: 'first-ring-attempt',
    formatVersion: 1,
    header: head.data,
    entries,
  }
}

function refuseFile(code: FileRefusalCode, why: string): FileReading {
  return { attempts: [], trainees: [], refused: [{ attempt: '', n: null, code, why }] }
}
