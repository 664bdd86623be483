/**
 * Simulated time from wall time. Wall times are ms on the scale of DOM events' `timeStamp` (and of
 * `performance.now()`); simulated times are whole ms since the first ring. Runs at the same pace, and stands
 * still while stopped.
 */
export class SimTime {
  #sim: number
  #wall: number | null = null

  /** @param sim where the time stands before `start`: 0, or later when an attempt is taken up again */
  constructor(sim = 0) {
    this.#sim = sim
  }

  get running(): boolean {
    return this.#wall !== null
  }

  /** Lets the time run from this wall time on. */
  start(wall: number): void {
    this.#wall ??= wall
  }

  /** Makes it stand still at this wall time. */
  stop(wall: number): void {
    this.#sim = this.at(wall)
    this.#wall = null
  }

  /** Simulated ms at a wall time; a wall time before `start` is taken as the start. */
  at(wall: number): number {
    return this.#wall === null ? this.#sim : this.#sim + Math.max(0, Math.floor(wall - this.#wall))
  }

  /** The wall time of a simulated time, if the time goes on running; null while it stands still. */
  wallOf(sim: number): number | null {
    return this.#wall === null ? null : this.#wall + (sim - this.#sim)
  }
}
