import type { Entry } from '../../core/sim/journal.ts'
import { type AttemptStore, StorageError } from '../../storage/ports.ts'

/**
 * Brings a growing journal to the store, in order: one append at a time, what gathers meanwhile goes with the next.
 */
export class JournalWriter {
  readonly #store: Pick<AttemptStore, 'append' | 'reopen'>
  readonly #attempt: string
  readonly #onLost: (error: unknown) => void
  #journal: readonly Entry[] = []
  #written: number
  #tail: Promise<void> | null = null
  #lost = false

  /**
   * @param written entries that the store has already
   * @param onLost called once if the store takes no more entries of this attempt (another tab has it)
   */
  constructor(
    store: Pick<AttemptStore, 'append' | 'reopen'>,
    attempt: string,
    written: number,
    onLost: (error: unknown) => void,
  ) {
    this.#store = store
    this.#attempt = attempt
    this.#written = written
    this.#onLost = onLost
  }

  /** Stores whatever of the journal is not stored yet. The journal only ever grows. */
  take(journal: readonly Entry[]): void {
    this.#journal = journal
    if (this.#tail === null && !this.#lost && journal.length > this.#written) this.#begin()
  }

  /** Waits until all that was taken is with the store (written, or kept by it until it can write). */
  async settled(): Promise<void> {
    while (this.#tail !== null) await this.#tail
  }

  #begin(): void {
    this.#tail = this.#run().finally(() => {
      this.#tail = null
    })
  }

  async #run(): Promise<void> {
    let again = true
    while (this.#written < this.#journal.length && !this.#lost) {
      const upTo = this.#journal.length
      const batch = this.#journal.slice(this.#written, upTo)
      try {
        await this.#store.append(this.#attempt, batch)
        this.#written = upTo
        again = true
      } catch (error) {
        if (error instanceof StorageError && error.kept && error.problem.kind !== 'second-tab') {
          // the store keeps them and goes on trying by itself
          this.#written = upTo
        } else if (again && isNotHeld(error)) {
          // the lease was given up when the page was left for a moment
          again = false
          await this.#store.reopen(this.#attempt).catch((failed) => this.#lose(failed))
        } else this.#lose(error)
      }
    }
  }

  #lose(error: unknown): void {
    if (this.#lost) return
    this.#lost = true
    this.#onLost(error)
  }
}

function isNotHeld(error: unknown): boolean {
  return error instanceof StorageError && error.problem.kind === 'not-held'
}
