/**
 * The moment that the debrief shows, moved by hand or by playing. One for the page: the timeline, the transcript, the
 * map and the sound follow it.
 */

export const RATES = [1, 2] as const
export type Rate = (typeof RATES)[number]

export interface PlayerState {
  /** Simulated ms since the first ring. */
  readonly time: number
  readonly playing: boolean
  readonly rate: Rate
  /** The row that was chosen, if one was: several can share a moment. */
  readonly chosen: number | null
}

/** Calls back before the next picture with its time in ms; 0 stops. */
export interface Frames {
  request(callback: (now: number) => void): number
  cancel(id: number): void
}

/** A picture that comes later than this after the one before (a hidden tab) moves the time on by no more, ms. */
const LONGEST_FRAME_MS = 250

export class Player {
  readonly end: number
  readonly #frames: Frames
  readonly #listeners = new Set<() => void>()
  #state: PlayerState
  #frame = 0
  #last: number | null = null

  /** @param end the last moment, in simulated ms */
  constructor(end: number, frames: Frames, time = 0) {
    this.end = end
    this.#frames = frames
    this.#state = { time, playing: false, rate: 1, chosen: null }
  }

  get state(): PlayerState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Goes to a moment; playing goes on from there. */
  seek(time: number, chosen: number | null = null): void {
    this.#set({ time: Math.min(this.end, Math.max(0, Math.round(time))), chosen })
  }

  /** Plays from here, or from the start if it stands at the end. */
  play(): void {
    if (this.#state.playing) return
    this.#last = null
    const time = this.#state.time >= this.end ? 0 : this.#state.time
    this.#set({ playing: true, time, chosen: null })
    this.#frame = this.#frames.request(this.#step)
  }

  pause(): void {
    if (!this.#state.playing) return
    this.#frames.cancel(this.#frame)
    this.#set({ playing: false })
  }

  toggle(): void {
    if (this.#state.playing) this.pause()
    else this.play()
  }

  setRate(rate: Rate): void {
    this.#set({ rate })
  }

  readonly #step = (now: number): void => {
    const { time, playing, rate } = this.#state
    if (!playing) return
    const passed = this.#last === null ? 0 : Math.min(LONGEST_FRAME_MS, now - this.#last)
    this.#last = now
    const next = Math.min(this.end, time + passed * rate)
    const over = next >= this.end
    this.#set({ time: next, chosen: null, playing: !over })
    if (!over) this.#frame = this.#frames.request(this.#step)
  }

  #set(changes: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }
}
