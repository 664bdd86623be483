import type { SoundReport } from './types.ts'

/** Passes reports on to whoever listens. */
export class Reports {
  private readonly listeners = new Set<(r: SoundReport) => void>()

  /** Tells all listeners; usable as a callback of its own. */
  readonly send = (r: SoundReport): void => {
    for (const listener of [...this.listeners]) listener(r)
  }

  /** Adds a listener; returns the unsubscriber. */
  on(listener: (r: SoundReport) => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  clear(): void {
    this.listeners.clear()
  }
}
