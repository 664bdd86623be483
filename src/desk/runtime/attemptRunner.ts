import type { Command } from '../../core/sim/command.ts'
import type { Entry, Observation } from '../../core/sim/journal.ts'
import type { Session } from '../../core/sim/session.ts'
import type { AttemptStore } from '../../storage/ports.ts'
import { JournalWriter } from './journalWriter.ts'
import type { Pulse } from './pulse.ts'
import { SimTime } from './simTime.ts'

export interface RunnerParts {
  readonly session: Session
  readonly store: Pick<AttemptStore, 'append' | 'reopen'>
  /** Entries of the session's journal that the store has already. */
  readonly written: number
  readonly pulse: Pulse
  /** Wall time on the scale of DOM events' `timeStamp`. */
  readonly wall: () => number
  /** ms since 1970, for what is noted about pauses. */
  readonly now: () => number
  /** The attempt can't be stored here any more: another tab has it. */
  readonly onLost: (error: unknown) => void
}

/**
 * The simulation follows this far behind the wall clock. A key press reaches the page some ms after it happened, in a
 * slow page after the next frame; within this time it still gets its own moment, not the frame's.
 */
export const LAG_MS = 24

/** Runs one attempt: moves its time, stamps what the trainee does, stores every entry as it comes. */
export class AttemptRunner {
  readonly session: Session
  readonly #parts: RunnerParts
  readonly #time: SimTime
  readonly #writer: JournalWriter
  readonly #beats = new Set<() => void>()
  readonly #unsubscribe: () => void
  #stopPulse: (() => void) | null = null
  #paused = false
  /** Another attempt goes on in its place (stepping back): whoever set this closes it. */
  replaced = false

  constructor(parts: RunnerParts) {
    const { session, store, written, onLost } = parts
    this.#parts = parts
    this.session = session
    this.#time = new SimTime(session.now)
    this.#writer = new JournalWriter(store, session.header.id, written, onLost)
    this.#unsubscribe = session.subscribe(() => this.#writer.take(session.journal))
  }

  /** Lets the time run. The first ring is at the moment of the first start. */
  start(): void {
    if (this.#stopPulse !== null || this.session.finished) return
    this.#time.start(this.#parts.wall())
    this.#writer.take(this.session.journal)
    this.#stopPulse = this.#parts.pulse((wall) => this.#beat(wall))
  }

  /** Stops the time for good, when the page is left; what the journal holds is still stored. */
  async stop(): Promise<void> {
    this.#stopPulse?.()
    this.#stopPulse = null
    this.#unsubscribe()
    this.#writer.take(this.session.journal)
    await this.#writer.settled()
  }

  get paused(): boolean {
    return this.#paused
  }

  /** Only coaching and practice can be paused, and only while the attempt goes on. */
  get pausable(): boolean {
    return this.session.header.mode !== 'exam' && !this.session.finished
  }

  /** Simulated ms at this moment: for clocks and moving things on the screen. */
  now(): number {
    return this.#time.at(this.#parts.wall())
  }

  /** The simulated moment of a DOM event. */
  simTimeOf(timeStamp: number): number {
    return this.#time.at(timeStamp)
  }

  /** The wall time at which a simulated moment comes or came; null while paused. */
  wallOf(sim: number): number | null {
    return this.#time.wallOf(sim)
  }

  /** Carries out what the trainee does, at the moment of its DOM event. Nothing is done while paused. */
  do(command: Command, timeStamp: number): readonly Entry[] {
    if (this.#paused) return []
    return this.session.dispatch(command, this.simTimeOf(timeStamp))
  }

  /** Notes something about the device. */
  observe(observation: Observation, timeStamp: number): void {
    this.session.observe(observation, this.simTimeOf(timeStamp))
  }

  pause(timeStamp: number): void {
    if (this.#paused || !this.pausable) return
    this.#time.stop(timeStamp)
    this.observe({ saw: 'paused', wall: Math.floor(this.#parts.now()) }, timeStamp)
    this.#paused = true
    this.#tellBeat()
  }

  unpause(timeStamp: number): void {
    if (!this.#paused) return
    this.#paused = false
    this.observe({ saw: 'unpaused', wall: Math.floor(this.#parts.now()) }, timeStamp)
    this.#time.start(timeStamp)
    this.#tellBeat()
  }

  /** Waits until every entry so far is with the store. */
  async stored(): Promise<void> {
    this.#writer.take(this.session.journal)
    await this.#writer.settled()
  }

  /** Calls the listener after every beat, and when a pause begins or ends. Returns the way to stop listening. */
  onBeat(listener: () => void): () => void {
    this.#beats.add(listener)
    return () => this.#beats.delete(listener)
  }

  #beat(wall: number): void {
    if (!this.#paused) this.session.advanceTo(this.#time.at(wall) - LAG_MS)
    this.#tellBeat()
  }

  #tellBeat(): void {
    for (const listener of this.#beats) listener()
  }
}
