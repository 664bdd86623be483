/**
 * A lease: the right of one tab to add to one attempt. It must free itself when the tab is killed, so nothing here may
 * depend on a goodbye.
 */
export interface Leases {
  /** True: this tab has it now (or had it already). False: another living tab has it. */
  take(attempt: string): Promise<boolean>
  release(attempt: string): void
  /** The holder's name that every write must find on record; null where the browser itself keeps the lock. */
  fence(attempt: string): string | null
  /** Releases all, as the end of the tab would. */
  dispose(): void
}

/** Leases among stores of one program: `held` is what they share. */
export function memoryLeases(held: Map<string, object>): Leases {
  const me = {}
  const release = (attempt: string) => {
    if (held.get(attempt) === me) held.delete(attempt)
  }
  return {
    async take(attempt) {
      const holder = held.get(attempt)
      if (holder !== undefined && holder !== me) return false
      held.set(attempt, me)
      return true
    },
    release,
    fence: () => null,
    dispose: () => {
      for (const attempt of [...held.keys()]) release(attempt)
    },
  }
}
