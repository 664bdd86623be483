import type { Locks } from './dexie/webLocks.ts'

export interface FakeTab extends Locks {
  /** Ends the tab without a goodbye: its locks are free. */
  kill(): void
}

/** Stands in for `navigator.locks` in tests: locks that tabs share. */
export function fakeLocks(): { tab(): FakeTab } {
  const held = new Map<string, object>()
  return {
    tab() {
      const me = {}
      return {
        async request(name, _options, callback) {
          if (held.has(name)) return callback(null)
          held.set(name, me)
          try {
            await callback(me)
          } finally {
            if (held.get(name) === me) held.delete(name)
          }
        },
        kill() {
          for (const [name, owner] of held) if (owner === me) held.delete(name)
        },
      }
    },
  }
}
