import type { Judged, ReviewStore } from '../../storage/review/ports.ts'
import type { ContentFiles } from '../../ui/services.ts'
import { CARRIED_CITY, carriedText } from './carried.ts'
import type { DemoPlan, FromThread, Refused, ToJudge, ToThread } from './protocol.ts'

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
  text(): Promise<string>
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

/** Largest file that is opened, bytes: what its characters may be at most. */
const LARGEST = 256 * 1024 * 1024
/** Attempts handed over for replaying at once. */
const JUDGE_BATCH = 50

/** Stopped by the user; what was written before stays, and waits for the next time. */
export class Cancelled extends Error {}

/** One run of the thread: asks it one thing after the other, ends it when done or cancelled. */
async function withThread<T>(
  { content, start = startThread }: IntakeParts,
  { signal }: Work,
  work: (thread: {
    /** Sends, and gives each answer to `heard` until that gives something other than undefined. */
    ask<R>(message: ToThread, heard: (answer: FromThread) => Promise<R | undefined>): Promise<R>
    tell(message: ToThread): void
  }) => Promise<T>,
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
  const tell = (message: ToThread) => thread.postMessage(message)
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
  const added: string[] = []
  const known: string[] = []
  const differing: string[] = []
  const refused: Refused[] = []
  const judged = await withThread(parts, work, async (thread) => {
    for (const file of files) {
      const text = await readable(file, refused)
      if (text === null) continue
      await thread.ask({ kind: 'read', file: file.name, text }, async (answer) => {
        if (answer.kind === 'refused') refused.push(...answer.list)
        if (answer.kind === 'incoming') {
          const ids = answer.batch.map(({ row }) => row.id)
          const here = await parts.store.known(ids)
          for (const { row } of answer.batch) {
            const digest = here.get(row.id)
            if (digest === undefined) added.push(row.id)
            else if (digest === row.digest) known.push(row.id)
            else differing.push(row.id)
          }
          await parts.store.takeIn(answer.batch)
          work.onProgress?.({
            step: 'reading',
            done: added.length + known.length + differing.length,
            of: null,
          })
          thread.tell({ kind: 'go' })
        }
        return answer.kind === 'read' ? true : undefined
      })
    }
    return judgeAll(parts, work, thread.ask)
  })
  return { added, known, differing, refused, judged }
}

async function readable(file: IntakeFile, refused: Refused[]): Promise<string | null> {
  const refuse = (code: Refused['code'], why: string): null => {
    refused.push({ file: file.name, attempt: '', code, why })
    return null
  }
  if (file.size > LARGEST) return refuse('too-large', `${file.size} bytes`)
  try {
    return await file.text()
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : String(error))
  }
}

/** Replays everything that waits in the store. */
export function judgeWaiting(parts: IntakeParts, work: Work = {}): Promise<readonly Judged[]> {
  return withThread(parts, work, (thread) => judgeAll(parts, work, thread.ask))
}

type Ask = <R>(
  message: ToThread,
  heard: (answer: FromThread) => Promise<R | undefined>,
) => Promise<R>

async function judgeAll({ store }: IntakeParts, work: Work, ask: Ask): Promise<readonly Judged[]> {
  const ids = await store.waiting()
  const stations = (await store.stations()).map(({ id }) => id)
  const all: Judged[] = []
  for (let from = 0; from < ids.length; from += JUDGE_BATCH) {
    const some = ids.slice(from, from + JUDGE_BATCH)
    const texts = await store.texts(some)
    const items: ToJudge[] = []
    for (const id of some) {
      const row = await store.row(id)
      const text = texts.get(id)
      if (row && text !== undefined) items.push({ id, text, own: row.file === '', demo: row.demo })
    }
    const judged = await ask({ kind: 'judge', items, stations }, async (answer) =>
      answer.kind === 'judged' ? answer.batch : undefined,
    )
    await store.judge(judged)
    all.push(...judged)
    work.onProgress?.({ step: 'replaying', done: all.length, of: ids.length })
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
