import { Value } from '../draft/value.ts'
import { type Microphone, MicrophoneError, type Trouble } from './microphone.ts'
import { MOST_SECONDS, type Pcm } from './pcm.ts'

export type RecorderState =
  /** `trouble`: why the last try came to nothing. */
  | { readonly kind: 'idle'; readonly trouble: Trouble | null }
  /** The browser asks for permission, the device wakes. */
  | { readonly kind: 'opening' }
  /** `left`: 3, 2, 1. */
  | { readonly kind: 'counting'; readonly left: number }
  /** `since`: on the scale of `performance.now`. */
  | { readonly kind: 'recording'; readonly since: number }
  /** `share`: how much of what becomes of it is done, 0…1. */
  | { readonly kind: 'ending'; readonly share: number }

export interface Recorded {
  readonly pcm: Pcm
  readonly rate: number
}

export interface SeeTo {
  /** It was cancelled after all. */
  readonly abort: AbortSignal
  readonly told: (share: number) => void
}

export interface RecorderParts {
  readonly open: (device: string | null) => Promise<Microphone>
  /** Called with each recording that was not cancelled; the recorder is idle again once it is seen to. Never rejects. */
  readonly onDone: (recorded: Recorded, options: SeeTo) => Promise<void>
}

/** From number to number of the countdown, ms. */
const BEAT_MS = 600
const COUNT = 3

/** Records one line after the other: opens the microphone, counts down, keeps what is said, and closes it again. */
export class Recorder {
  readonly state = new Value<RecorderState>({ kind: 'idle', trouble: null })
  readonly #parts: RecorderParts
  #microphone: Microphone | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with each start and cancel, so that what was waited for is known to be out of date. */
  #turn = 0
  #ending: Promise<void> = Promise.resolve()
  #abort = new AbortController()

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  /** Level of the microphone now, 0…1; 0 if it is closed. */
  level = (): number => this.#microphone?.level() ?? 0

  /** Does nothing unless idle. */
  async start(device: string | null): Promise<void> {
    if (this.state.get().kind !== 'idle') return
    this.#turn += 1
    const turn = this.#turn
    this.state.set({ kind: 'opening' })
    try {
      const microphone = await this.#parts.open(device)
      if (turn !== this.#turn) return microphone.cancel()
      this.#microphone = microphone
      microphone.onGone(() => this.#fail('unplugged'))
      this.#count(COUNT)
    } catch (error) {
      if (turn === this.#turn)
        this.#fail(error instanceof MicrophoneError ? error.trouble : 'unknown')
    }
  }

  /** Ends the recording and hands it on; before it has begun this cancels. */
  async stop(): Promise<void> {
    const { kind } = this.state.get()
    if (kind === 'ending') return this.#ending
    if (kind !== 'recording' || !this.#microphone) return this.cancel()
    this.#ending = this.#end(this.#microphone)
    return this.#ending
  }

  async #end(microphone: Microphone): Promise<void> {
    clearTimeout(this.#timer)
    const turn = this.#turn
    const told = (share: number): void => {
      if (turn === this.#turn) this.state.set({ kind: 'ending', share })
    }
    told(0)
    const pcm = await microphone.finish()
    if (turn !== this.#turn) return
    this.#microphone = null
    const { signal } = this.#abort
    await this.#parts.onDone({ pcm, rate: microphone.rate }, { abort: signal, told })
    if (turn === this.#turn) this.state.set({ kind: 'idle', trouble: null })
  }

  /** Forgets what is being recorded. */
  cancel(): void {
    if (this.state.get().kind === 'idle') return
    this.#close()
    this.state.set({ kind: 'idle', trouble: null })
  }

  #count(left: number): void {
    if (left > 0) {
      this.state.set({ kind: 'counting', left })
      this.#timer = setTimeout(() => this.#count(left - 1), BEAT_MS)
      return
    }
    this.#microphone?.keep()
    this.state.set({ kind: 'recording', since: performance.now() })
    this.#timer = setTimeout(() => void this.stop(), MOST_SECONDS * 1000)
  }

  #fail(trouble: Trouble): void {
    this.#close()
    this.state.set({ kind: 'idle', trouble })
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#turn += 1
    this.#abort.abort()
    this.#abort = new AbortController()
    this.#microphone?.cancel()
    this.#microphone = null
  }
}
