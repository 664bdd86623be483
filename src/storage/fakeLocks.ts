import type { Locks } from './dexie/webLocks.ts'

/** Stands in for `navigator.locks` in tests: locks shared by tabs; `kill` ends a tab without a goodbye. */
export function fakeLocks(): { tab(): Locks & { kill(): void } } {
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
