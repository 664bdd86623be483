import { z } from 'zod'
import { sha256Bytes } from '../scenario/hash.ts'
import { fromBase64Url } from '../sim/base64url.ts'
import { stationFile } from '../sim/seal.ts'
import type { Remark } from './remark.ts'

/**
 * Remarks travel as a file: a manager's to a workstation, a trainee's replies back, and with people and workstations
 * all that a review knows beside its attempts. A file is untrusted: bounded, each item checked for itself.
 */

const FORMAT = 'first-ring-review'
const VERSION = 1
/** UTF-16 units: about 100,000 remarks as people write them. */
const MAX_CHARS = 32 * 1024 * 1024
const MAX_ITEMS = 100_000

const id = z.uuidv7()
const hash = stationFile.shape.id
const words = z.string().max(2000)
const name = z.string().max(80)
const count = z.int().min(0)
const fileName = z.string().max(300)
const level = z.literal([1, 2, 3, 4, 5]).nullable()

const said = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('comment'),
    attempt: id,
    n: count.nullable(),
    atMs: count,
    text: words,
  }),
  z.strictObject({ kind: z.literal('reply'), attempt: id, to: id, text: words }),
  z.strictObject({
    kind: z.literal('mark'),
    attempt: id,
    marks: z.strictObject({
      feeling: level,
      paraphrase: level,
      plain: level,
      next: level,
      calm: level,
    }),
    round: id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('override'),
    attempt: id,
    of: z.enum(['class', 'priority', 'red-line', 'total']),
    from: words,
    to: words,
    reason: words,
  }),
  z.strictObject({ kind: z.literal('take-back'), attempt: id, of: id, reason: words }),
  z.strictObject({
    kind: z.literal('round'),
    title: name,
    attempts: z.array(id).max(1000),
    raters: z.array(name).max(100),
  }),
  z.strictObject({ kind: z.literal('round-closed'), round: id }),
  z.strictObject({
    kind: z.literal('sample'),
    seed: name,
    of: count,
    due: count,
    attempts: z
      .array(z.strictObject({ id, why: z.enum(['red-line', 'outlier', 'random']) }))
      .max(MAX_ITEMS),
  }),
  z.strictObject({ kind: z.literal('reviewed'), attempt: id, sample: id }),
  z.strictObject({ kind: z.literal('enrol'), station: hash, name }),
  z.strictObject({ kind: z.literal('dismiss'), station: hash, name }),
  z.strictObject({
    kind: z.literal('intake'),
    files: z.array(fileName).max(1000),
    added: count,
    known: count,
    refused: count,
    remarks: count.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('people'), file: fileName, count }),
  z.strictObject({ kind: z.literal('demo'), loaded: z.boolean(), count }),
])

const remark = z.strictObject({ id, at: count, by: name, what: said })

const cell = z.string().max(40)
const person = z.strictObject({ badge: cell.min(1), name: cell, group: cell, term: cell })

const station = z
  .strictObject({
    id: hash,
    key: stationFile.shape.key,
    name: stationFile.shape.name,
    enrolledAt: count,
  })
  .refine((one) => sha256Bytes(fromBase64Url(one.key)) === one.id, 'the id is not that of the key')

const items = z.array(z.unknown()).max(MAX_ITEMS)
const shape = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(1),
  remarks: items,
  people: items.default([]),
  stations: items.default([]),
})

export interface ReviewFileRefusal {
  readonly code: 'too-large' | 'not-json' | 'not-ours' | 'version' | 'shape'
  /** In English: `remarks.3: what.kind …`. */
  readonly why: string
}

export interface ReviewFile {
  readonly remarks: readonly Remark[]
  readonly people: readonly z.output<typeof person>[]
  readonly stations: readonly z.output<typeof station>[]
  readonly refused: readonly ReviewFileRefusal[]
}

/** Is it such a file, by how it begins? Any 100 characters are enough. */
export function isReviewFile(start: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"first-ring-review"/.test(start)
}

/** Reads the file's text. What can't be taken is refused, item by item; never throws for what the file holds. */
export function readReviewFile(text: string): ReviewFile {
  if (text.length > MAX_CHARS) return refuse('too-large', `longer than ${MAX_CHARS} characters`)
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('not-json', 'the file is not JSON: it may be cut short')
  }
  const read = shape.safeParse(data)
  if (!read.success) return refuse('shape', issueOf(read.error))
  const { formatVersion, ...lists } = read.data
  if (formatVersion > VERSION)
    return refuse('version', `version ${formatVersion}; this program reads ${VERSION}`)
  const refused: ReviewFileRefusal[] = []
  const each = <T>(list: 'remarks' | 'people' | 'stations', kind: z.ZodType<T>): readonly T[] =>
    lists[list].flatMap((raw, index) => {
      const one = kind.safeParse(raw)
      if (one.success) return [one.data]
      refused.push({ code: 'shape', why: `${list}.${index}: ${issueOf(one.error)}` })
      return []
    })
  return {
    remarks: each('remarks', remark),
    people: each('people', person),
    stations: each('stations', station),
    refused,
  }
}

/** The same as a file's text, a remark a line. */
export function reviewFileText({
  remarks,
  people = [],
  stations = [],
}: {
  readonly remarks: readonly Remark[]
  readonly people?: readonly ReviewFile['people'][number][]
  readonly stations?: readonly ReviewFile['stations'][number][]
}): string {
  const list = (all: readonly unknown[]) => `[${all.map((one) => `\n${JSON.stringify(one)}`)}]`
  return `{"format":"${FORMAT}","formatVersion":${VERSION},\n"people":${list(people)},\n"stations":${list(stations)},\n"remarks":${list(remarks)}}\n`
}

function refuse(code: ReviewFileRefusal['code'], why: string): ReviewFile {
  return { remarks: [], people: [], stations: [], refused: [{ code, why }] }
}

function issueOf({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return 'not as it should be'
  const place = first.path.map(String).join('.')
  return (place === '' ? first.message : `${place}: ${first.message}`).slice(0, 200)
}
