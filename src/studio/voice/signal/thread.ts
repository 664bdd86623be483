import type { Kind, Told, Work } from './work.ts'

/** A piece of work, as it goes over. */
export type ToSignal = {
  readonly [K in Kind]: { readonly kind: K; readonly ask: Work[K]['ask'] }
}[Kind]

export type FromSignal =
  | { readonly share: number }
  | { readonly [K in Kind]: { readonly kind: K; readonly answer: Work[K]['answer'] } }[Kind]

/** A thread, or something like it. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<FromSignal>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startThread = (): Thread =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'signal' })

export interface AskOptions {
  /** Drops the work; the promise rejects with the reason. */
  readonly abort?: AbortSignal
  readonly told?: Told
}

interface Job {
  readonly message: ToSignal
  readonly told: Told | undefined
  readonly end: (outcome: { readonly answer: unknown } | { readonly error: unknown }) => void
}

/**
 * The thread that works on sound: two minutes of it take seconds, and the page must not stand still. One piece of work at a
 * time, in the order asked for; there is a thread only while there is work, or soon will be.
 */
export class SignalThread {
  readonly #start: () => Thread
  #thread: Thread | null = null
  #jobs: readonly Job[] = []
  #isResting = false

  constructor(start: () => Thread = startThread) {
    this.#start = start
  }

  ask<K extends Kind>(
    kind: K,
    ask: Work[K]['ask'],
    { abort, told }: AskOptions = {},
  ): Promise<Work[K]['answer']> {
    this.#isResting = false
    return new Promise((resolve, reject) => {
      if (abort?.aborted) return reject(abort.reason)
      const drop = (): void => {
        // what runs can't be told to stop, only ended with its thread
        if (this.#jobs[0] === job) this.#end()
        job.end({ error: abort?.reason })
      }
      const job: Job = {
        message: { kind, ask } as ToSignal,
        told,
        end: (outcome) => {
          abort?.removeEventListener('abort', drop)
          this.#jobs = this.#jobs.filter((one) => one !== job)
          if ('answer' in outcome) resolve(outcome.answer as Work[K]['answer'])
          else reject(outcome.error)
          if (this.#jobs.length === 0 && this.#isResting) this.#end()
          else this.#next()
        },
      }
      abort?.addEventListener('abort', drop)
      this.#jobs = [...this.#jobs, job]
      this.#next()
    })
  }

  /** Something will be asked soon: a thread takes a while to start. */
  wake(): void {
    this.#isResting = false
    this.#thread ??= this.#begun()
  }

  /** Nothing more will be asked for a while: the thread goes once its work is done. */
  rest(): void {
    this.#isResting = true
    if (this.#jobs.length === 0) this.#end()
  }

  #running: Job | null = null

  #next(): void {
    const [job] = this.#jobs
    if (!job || job === this.#running) return
    this.#running = job
    this.#thread ??= this.#begun()
    this.#thread.postMessage(job.message)
  }

  #begun(): Thread {
    const thread = this.#start()
    thread.onmessage = ({ data }) => {
      if ('share' in data) this.#running?.told?.(data.share)
      else this.#running?.end(data)
    }
    thread.onerror = ({ message }) => {
      const job = this.#running
      this.#end()
      job?.end({ error: new Error(message) })
    }
    return thread
  }

  #end(): void {
    this.#thread?.terminate()
    this.#thread = null
    this.#running = null
  }
}
