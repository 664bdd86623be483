import type { Incoming, Judged, ReviewStore } from '../../storage/review/ports.ts'
import type { ContentFiles } from '../../ui/services.ts'
import { CARRIED_CITY, carriedText } from './carried.ts'
import { deal } from './deal.ts'
import {
  type DemoPlan,
  type FromThread,
  handedOver,
  type Refused,
  type ToJudge,
  type ToThread,
} from './protocol.ts'
import { sameAttempt } from './read.ts'

/** Taking attempts in, from the page's side: the thread reads and replays, this writes what it says into the store. */

export type Thread = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<FromThread>) => void) | null
}

export interface Progress {
  readonly step: 'reading' | 'replaying' | 'playing'
  readonly done: number
  /** Null: not known yet. */
  readonly of: number | null
}

export interface Report {
  readonly added: readonly string[]
  readonly known: readonly string[]
  /** Here already with another content: what is here stays. */
  readonly differing: readonly string[]
  readonly refused: readonly Refused[]
  /** What replaying found of all that waited. */
  readonly judged: readonly Judged[]
}

export interface IntakeFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface Work {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export interface IntakeParts {
  readonly store: ReviewStore
  readonly content: Pick<ContentFiles, 'read' | 'pinned' | 'carried'>
  readonly start?: () => Thread
}

const startThread = (): Thread =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'intake' })

/** Largest file that is opened, bytes: the most attempts that one may hold, of twice the usual length. */
const LARGEST = 256 * 1024 * 1024

/** Stopped by the user; what was written before stays, and waits for the next time. */
export class Cancelled extends Error {}

interface Asking {
  /** Sends, and gives each answer to `heard` until that gives something other than undefined. */
  ask<R>(message: ToThread, heard: (answer: FromThread) => Promise<R | undefined>): Promise<R>
  tell(message: ToThread): void
}

/** One run of the thread: asks it one thing after the other, ends it when done or cancelled. */
async function withThread<T>(
  { content, start = startThread }: IntakeParts,
  { signal }: Work,
  work: (thread: Asking) => Promise<T>,
): Promise<T> {
  const thread = start()
  let hear: ((answer: FromThread) => void) | null = null
  let stop: (why: Error) => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = reject
  })
  stopped.catch(() => {})
  const cancel = () => stop(new Cancelled())
  signal?.addEventListener('abort', cancel)
  const tell = (message: ToThread) => thread.postMessage(message, { transfer: handedOver(message) })
  thread.onmessage = ({ data }) => {
    if (data.kind === 'text?') {
      const { ask, path, hash } = data
      const found =
        hash === null
          ? content.read(path)
          : path.startsWith(CARRIED_CITY)
            ? carriedText(content, hash, path.slice(CARRIED_CITY.length))
            : (content.pinned?.(path, hash) ?? null)
      Promise.resolve(found).then(
        (text) => tell({ kind: 'text', ask, text }),
        () => tell({ kind: 'text', ask, text: null }),
      )
    } else if (data.kind === 'failed') stop(new Error(data.why))
    else hear?.(data)
  }
  try {
    if (signal?.aborted) throw new Cancelled()
    return await work({
      tell,
      ask: <R>(message: ToThread, heard: (answer: FromThread) => Promise<R | undefined>) =>
        Promise.race([
          stopped,
          new Promise<R>((resolve, reject) => {
            hear = (answer) =>
              void heard(answer).then((said) => {
                if (said !== undefined) resolve(said)
              }, reject)
            tell(message)
          }),
        ]),
    })
  } finally {
    signal?.removeEventListener('abort', cancel)
    thread.onmessage = null
    thread.terminate()
  }
}

/** Reads files into the store, then replays all that waits there. Rejects with Cancelled if `signal` says so. */
export async function takeFiles(
  files: readonly IntakeFile[],
  parts: IntakeParts,
  work: Work = {},
): Promise<Report> {
  const added = new Map<string, string>()
  const known: string[] = []
  const differing: string[] = []
  const refused: Refused[] = []
  let done = 0
  const take = async (batch: readonly Incoming[]): Promise<void> => {
    const here = await parts.store.takeIn(batch)
    const unlike: Incoming[] = []
    for (const one of batch) {
      const { id, digest } = one.row
      const there = here.get(id) ?? added.get(id)
      if (there === undefined) added.set(id, digest)
      else if (there === digest) known.push(id)
      else unlike.push(one)
    }
    // another layout, perhaps: then the same is known after all
    const texts = await parts.store.texts(unlike.map(({ row }) => row.id))
    for (const { row, text } of unlike) {
      const there = texts.get(row.id)
      if (there && sameAttempt(there, text)) known.push(row.id)
      else differing.push(row.id)
    }
    done += batch.length
    work.onProgress?.({ step: 'reading', done, of: null })
  }
  work.onProgress?.({ step: 'reading', done, of: null })
  await withThread(parts, work, async (thread) => {
    // while a batch is written the thread reads on, and the next file is opened
    let written: Promise<void> = Promise.resolve()
    let opening = opened(files[0])
    for (const [index, file] of files.entries()) {
      const bytes = await opening
      opening = opened(files[index + 1])
      if ('why' in bytes) {
        refused.push(bytes)
        continue
      }
      await thread.ask({ kind: 'read', file: file.name, bytes }, async (answer) => {
        if (answer.kind === 'refused') refused.push(...answer.list)
        if (answer.kind === 'incoming') {
          written = written.then(() => take(answer.batch))
          await written
          thread.tell({ kind: 'go' })
        }
        return answer.kind === 'read' ? true : undefined
      })
    }
    await written
  })
  const judged = await judgeWaiting(parts, work)
  return { added: [...added.keys()], known, differing, refused, judged }
}

/** A file's bytes, or why it can't be read. Of no file: none. */
async function opened(file?: IntakeFile): Promise<Uint8Array<ArrayBuffer> | Refused> {
  if (!file) return new Uint8Array()
  const refuse = (code: Refused['code'], why: string): Refused => ({
    file: file.name,
    attempt: '',
    code,
    why,
  })
  if (file.size > LARGEST) return refuse('too-large', `${file.size} bytes`)
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : String(error))
  }
}

/** So many threads replay at once: each has the scenarios to itself, which takes memory. */
const MOST_THREADS = 4

/** Replays everything that waits in the store, in as many threads as the machine has processors for. */
export async function judgeWaiting(
  parts: IntakeParts,
  { onProgress, signal }: Work = {},
): Promise<readonly Judged[]> {
  const { store } = parts
  onProgress?.({ step: 'replaying', done: 0, of: null })
  const waiting = await store.waiting()
  const stations = (await store.stations()).map(({ id }) => id)
  const of = waiting.reduce((sum, { length }) => sum + length, 0)
  const all: Judged[] = []
  // whatever stops one thread stops the others
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const processors = globalThis.navigator?.hardwareConcurrency ?? 1
  const threads = Math.min(MOST_THREADS, processors, waiting.length)
  const nextFor = deal(waiting, threads)
  const next = async (thread: number): Promise<readonly ToJudge[] | null> => {
    const rows = nextFor(thread)
    if (!rows) return null
    const texts = await store.texts(rows.map(({ id }) => id))
    return rows.flatMap(({ id, file, demo }): ToJudge[] => {
      const text = texts.get(id)
      return text ? [{ id, text, own: file === '', demo }] : []
    })
  }
  const keep = async (judged: readonly Judged[]): Promise<void> => {
    await store.judge(judged)
    all.push(...judged)
    onProgress?.({ step: 'replaying', done: all.length, of })
  }
  // while a thread replays some, those after them are read and those before them written
  const work = async (thread: number, { ask }: Asking): Promise<void> => {
    let ahead = next(thread)
    let kept = Promise.resolve()
    for (let items = await ahead; items; items = await ahead) {
      ahead = next(thread)
      const [judged] = await Promise.all([
        ask({ kind: 'judge', items, stations }, async (answer) =>
          answer.kind === 'judged' ? answer.batch : undefined,
        ),
        ahead,
        kept,
      ])
      kept = keep(judged)
    }
    await kept
  }
  try {
    await Promise.all(
      Array.from({ length: threads }, (_, thread) =>
        withThread(parts, { signal: stopped }, (asking) => work(thread, asking)),
      ),
    )
  } finally {
    stop.abort()
  }
  return all
}

/** Lets robots play a term into the store. Gives how many attempts they made. */
export function takeDemo(plan: DemoPlan, parts: IntakeParts, work: Work = {}): Promise<number> {
  return withThread(parts, work, async (thread) => {
    let done = 0
    return thread.ask({ kind: 'demo', plan }, async (answer) => {
      if (answer.kind === 'demo-done') return done
      if (answer.kind !== 'played') return undefined
      const { batch, judged, people } = answer
      if (people.length > 0) await parts.store.setPeople(people)
      await parts.store.takeIn(batch)
      await parts.store.judge(judged)
      done += batch.length
      work.onProgress?.({ step: 'playing', done, of: plan.trainees * plan.attempts })
      thread.tell({ kind: 'go' })
      return undefined
    })
  })
}
