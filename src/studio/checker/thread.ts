import type { Thread } from './client.ts'
import url from './worker.ts?worker&url'

/** Where the thread's program lies: another program has another address. */
export const CHECKER_URL: string = url

/** A thread that has nothing to do yet. */
export const startThread = (): Thread => new Worker(url, { type: 'module', name: 'checker' })
