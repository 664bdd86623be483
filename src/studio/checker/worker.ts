/** The checker's own thread: reading and proving never hold up typing. */
import { CheckJob } from './job.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

// a message to oneself comes after all that wait already
const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

const job = new CheckJob({
  now: () => performance.now(),
  breathe: () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      channel.port2.postMessage(null)
    }),
  later: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
  post: (message: FromWorker) => self.postMessage(message),
})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => job.hear(data)
