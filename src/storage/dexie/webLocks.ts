import type { Leases } from '../lease.ts'

/** What we use of `navigator.locks`. */
export interface Locks {
  request(
    name: string,
    options: { ifAvailable: true },
    callback: (lock: object | null) => Promise<void>,
  ): Promise<unknown>
}

/** A page that was just reloaded or killed frees its locks a moment later: ask again after these pauses, ms. */
const ASK_AGAIN = [20, 80, 200, 400]

/**
 * Leases as locks of the browser: it frees them itself when a tab ends in any way, and a frozen tab keeps them.
 * `space`: the database's name, so that two databases don't share locks.
 */
export function webLockLeases(locks: Locks, space: string): Leases {
  /** The way to let each lock go. */
  const held = new Map<string, () => void>()

  const ask = (attempt: string) =>
    new Promise<boolean>((resolve, reject) => {
      const request = locks.request(`${space}/${attempt}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        if (lock === null) return Promise.resolve()
        return new Promise<void>((free) => held.set(attempt, free))
      })
      request.catch(reject)
    })

  const release = (attempt: string) => {
    held.get(attempt)?.()
    held.delete(attempt)
  }
  return {
    async take(attempt) {
      if (held.has(attempt) || (await ask(attempt))) return true
      for (const pause of ASK_AGAIN) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        if (await ask(attempt)) return true
      }
      return false
    },
    release,
    fence: () => null,
    dispose() {
      for (const attempt of [...held.keys()]) release(attempt)
    },
  }
}
