/** What we ask of the browser's storage manager; it is missing outside secure contexts. */
export interface StorageHost {
  /** Asks once to keep our data for good; later calls give the same answer. */
  persist(): Promise<boolean>
  health(): Promise<{ used: number | null; quota: number | null; persistent: boolean }>
  /** Has it promised to keep our data? */
  persisted(): Promise<boolean>
}

type Manager = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>

/** `manager`: `navigator.storage`, or undefined where there is none. Never rejects. */
export function storageHost(manager: Manager | undefined): StorageHost {
  let asked: Promise<boolean> | undefined
  const ask = async () => {
    try {
      if ((await manager?.persisted?.()) === true) return true
      return (await manager?.persist?.()) ?? false
    } catch {
      return false
    }
  }
  return {
    persist() {
      asked ??= ask()
      return asked
    },
    async persisted() {
      try {
        return (await manager?.persisted?.()) ?? false
      } catch {
        return false
      }
    },
    async health() {
      try {
        const estimate = await manager?.estimate?.()
        return {
          used: estimate?.usage ?? null,
          quota: estimate?.quota ?? null,
          persistent: (await manager?.persisted?.()) ?? false,
        }
      } catch {
        return { used: null, quota: null, persistent: false }
      }
    },
  }
}

/** Memory: nothing to measure, nothing that lasts. */
export const noHost: StorageHost = storageHost(undefined)
