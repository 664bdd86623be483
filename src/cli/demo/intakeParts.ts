import { readFileSync } from 'node:fs'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { IntakeParts, Thread } from '../../review/intake/intake.ts'
import type { FromThread, ToThread } from '../../review/intake/protocol.ts'
import { createThread } from '../../review/intake/thread.ts'
import { createReviewStore } from '../../storage/dexie/reviewStore.ts'
import { SCENARIOS } from '../content.ts'

/** The whole way in for tests: files, thread, replay, seals and a store in memory. The thread runs in theirs. */
export function intakeParts(): IntakeParts & {
  readonly store: ReturnType<typeof createReviewStore>
} {
  return {
    store: createReviewStore('intake', { indexedDB: new IDBFactory(), IDBKeyRange }),
    content: { read: async (path) => readFileSync(`${SCENARIOS}/${path}`, 'utf8') },
    start(): Thread {
      const thread: Thread & { take?: (message: ToThread) => void } = {
        onmessage: null,
        postMessage: (message: ToThread) => queueMicrotask(() => thread.take?.(message)),
        terminate: () => {
          thread.take = () => {}
        },
      }
      thread.take = createThread((data: FromThread) =>
        setTimeout(() => thread.onmessage?.(new MessageEvent('message', { data })), 0),
      )
      return thread
    },
  }
}

export const textFile = (name: string, text: string) => ({
  name,
  size: text.length,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer,
})
