import { sha256Bytes } from '../../core/scenario/hash.ts'
import { checkBeforeReplay } from '../../core/sim/entryCheck.ts'
import {
  type FileAttempt,
  type FileHead,
  type FileRefusal,
  MAX_ATTEMPTS,
  parseAttemptFile,
  parseHead,
  parseItem,
} from '../../core/sim/file.ts'
import { isPlain, sameData } from '../../core/sim/same.ts'
import type { Incoming } from '../../storage/review/ports.ts'
import type { Refused } from './protocol.ts'
import { blankEnd, listAt, readJson, type Span, tableAt, textOf, valueEnd } from './skim.ts'

/**
 * Files of attempts, taken apart into what can be kept and what can't and why. Of an attempt only the head is read
 * here: its journal is read when it is replayed (judge.ts), and until then it is in no figure. Pure but for the digest,
 * which the browser makes where it can. Never throws for what a file holds.
 */

export interface ReadAttempt {
  readonly head: FileHead
  /** As it will be kept; it may be a part of the file's own bytes. */
  readonly text: Uint8Array<ArrayBuffer>
}

/** Longest attempt that is taken, bytes: twice what the most entries of a journal need. */
const MAX_ATTEMPT_BYTES = 4 * 1024 * 1024

/** Gives part after part, so that what was read first can be kept while the rest is still being read. */
export function* readFile(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Generator<ReadAttempt | Refused> {
  for (const one of partsOf(bytes)) {
    if ('why' in one) yield named(file, one)
    else if (isOver(one.head)) yield one
    else {
      const { header, status } = one.head
      const why = `the attempt is ${status}`
      yield { file, attempt: header.id, code: 'unfinished', why }
    }
  }
}

function* partsOf(bytes: Uint8Array<ArrayBuffer>): Generator<ReadAttempt | FileRefusal> {
  const bundle = bundleOf(bytes)
  if (!bundle) {
    // another layout than a bundle's, or no file of ours: short, or refused
    const { attempts, refused } = parseAttemptFile(new TextDecoder().decode(bytes))
    yield* [...attempts.map(keep), ...refused]
    return
  }
  const wrong = parseAttemptFile(bundle.frame).refused[0]
  if (wrong) yield wrong
  else if (bundle.items.length > MAX_ATTEMPTS) {
    const why = `${bundle.items.length} attempts; this program reads ${MAX_ATTEMPTS}`
    yield { attempt: '', n: null, code: 'too-large', why }
  } else
    for (const [index, item] of bundle.items.entries()) yield readItem(bytes, item, `#${index}`)
}

/** An attempt in a bundle, its parts not yet read. Null: it is no table. */
interface Item extends Span {
  readonly members: ReadonlyMap<string, Span> | null
}

/** In one go, where the attempts of a bundle are, and its text without them, for the reader of every bundle. */
function bundleOf(
  bytes: Uint8Array,
): { readonly items: readonly Item[]; readonly frame: string } | null {
  let items: Item[] | null = null
  const attempts = (from: number): number | null => {
    const list: Item[] = []
    items = list
    return listAt(bytes, from, (at) => {
      const table = tableAt(bytes, at)
      const to = table?.to ?? valueEnd(bytes, at)
      list.push({ from: at, to, members: table?.members ?? null })
      return to
    })
  }
  const top = tableAt(bytes, blankEnd(bytes, startOf(bytes)), (name, at) =>
    name === 'attempts' ? attempts(at) : valueEnd(bytes, at),
  )
  if (!top || !items || blankEnd(bytes, top.to) < bytes.length) return null
  const rest = [...top.members].filter(([name]) => name !== 'attempts' && name !== 'trainees')
  return { items, frame: tableOf(bytes, rest, ['"trainees":[]', '"attempts":[]']) }
}

const named = (file: string, { attempt, code, why }: FileRefusal): Refused => ({
  file,
  attempt,
  code,
  why,
})

const isOver = ({ status }: FileHead): boolean => status === 'finished' || status === 'left'

/** Behind the mark that some editors put before a text. */
function startOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

function tableOf(
  bytes: Uint8Array,
  members: readonly (readonly [string, Span])[],
  more: readonly string[],
): string {
  const parts = members.map(([name, span]) => `${JSON.stringify(name)}:${textOf(bytes, span)}`)
  return `{${[...parts, ...more].join(',')}}`
}

function readItem(
  bytes: Uint8Array<ArrayBuffer>,
  { members, ...span }: Item,
  name: string,
): ReadAttempt | FileRefusal {
  const refuse = (code: FileRefusal['code'], why: string): FileRefusal => ({
    attempt: name,
    n: null,
    code,
    why,
  })
  const size = span.to - span.from
  if (size > MAX_ATTEMPT_BYTES) return refuse('too-large', `${size} bytes`)
  const entries = members?.get('entries')
  if (!entries) return refuse('shape', 'no attempt with a journal')
  const head = parseHead(besideEntries(bytes, span, entries), name)
  if ('why' in head) return head
  if (isOver(head)) return { head, text: bytes.subarray(span.from, span.to) }
  // the journal's word counts before what is said beside it
  const whole = parseItem(readJson(bytes, span), name, checkBeforeReplay)
  return 'why' in whole ? whole : keep(whole)
}

/** An attempt's data but for its journal, which is most of its text; undefined if it isn't JSON. */
function besideEntries(bytes: Uint8Array, { from, to }: Span, entries: Span): unknown {
  const before = textOf(bytes, { from, to: entries.from })
  const after = textOf(bytes, { from: entries.to, to })
  try {
    const data: unknown = JSON.parse(`${before}0${after}`)
    if (!isPlain(data)) return undefined
    const { entries: _, ...rest } = data
    return rest
  } catch {
    return undefined
  }
}

/** An attempt whose every part was checked, as it is kept. */
export function keep({ attempt, ...rest }: FileAttempt): ReadAttempt {
  const { header, entries } = attempt
  const text = JSON.stringify({ header, entries, ...rest })
  return { head: { header, ...rest }, text: new TextEncoder().encode(text) }
}

/** SHA-256 as hex digits. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // the browser's own is many times faster, and is missing outside secure contexts
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return sha256Bytes(bytes)
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function incoming({ head, text }: ReadAttempt, file: string): Promise<Incoming> {
  const { header, seal } = head
  return {
    row: {
      id: header.id,
      digest: await digestOf(text),
      trainee: header.trainee.id,
      name: header.trainee.name,
      badge: header.trainee.badge,
      scenario: header.scenario.id,
      version: header.scenario.version,
      at: header.startedAt,
      demo: header.demo === true,
      station: seal?.station ?? null,
      file,
      standing: 'waiting',
      detail: '',
      n: null,
    },
    // of its own, so that it can be handed over without a copy
    text: text.slice(),
  }
}

/** Do two texts tell of the same attempt, whatever their layout? The status is the journal's to say. */
export function sameAttempt(one: Uint8Array, other: Uint8Array): boolean {
  const content = (bytes: Uint8Array): unknown => {
    const data = readJson(bytes, { from: 0, to: bytes.length })
    return isPlain(data) ? { ...data, status: undefined } : undefined
  }
  const first = content(one)
  return first !== undefined && sameData(first, content(other))
}
