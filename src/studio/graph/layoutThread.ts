import url from './layout.worker.ts?worker&url'

/** Where the thread's program lies: another program has another address. */
export const LAYOUT_URL: string = url

/** A thread that lays out graphs (layout.worker.ts). */
export const startLayout = (): Worker => new Worker(url, { type: 'module', name: 'layout' })
