/**
 * Simulated time. Runs each due timer at its own time, in order of due time and then of setting, so that the step size
 * of `advanceTo` can't change what happens (XState's SimulatedClock runs all due timers at the step's end).
 * Also serves as the clock of the XState actor.
 */
export class SimClock {
  #now = 0
  #next = 0
  // sorted by due time, then by id; a call has at most a dozen timers at once
  readonly #timers: { readonly id: number; readonly due: number; readonly run: () => void }[] = []

  /** Simulated ms since the first ring. */
  get now(): number {
    return this.#now
  }

  /** Sets a timer `delay` ms from now; returns its id. Arrow functions: XState takes these methods off the object. */
  readonly setTimeout = (run: () => void, delay: number): number => {
    const id = this.#next
    this.#next += 1
    const due = this.#now + Math.max(0, delay)
    let place = this.#timers.length
    while (place > 0 && (this.#timers[place - 1]?.due ?? 0) > due) place -= 1
    this.#timers.splice(place, 0, { id, due, run })
    return id
  }

  readonly clearTimeout = (id: number): void => {
    const place = this.#timers.findIndex((timer) => timer.id === id)
    if (place >= 0) this.#timers.splice(place, 1)
  }

  /** Moves time to `ms`, running what falls due on the way, timers set on the way included. Going back does nothing. */
  advanceTo(ms: number): void {
    for (let timer = this.#timers[0]; timer && timer.due <= ms; timer = this.#timers[0]) {
      this.#timers.shift()
      this.#now = Math.max(this.#now, timer.due)
      timer.run()
    }
    this.#now = Math.max(this.#now, ms)
  }

  /** When the next timer falls due; null if none is set. */
  get nextDue(): number | null {
    return this.#timers[0]?.due ?? null
  }
}
