/** The intake in a thread of its own: files are read, replayed and scored here, so that the page never stands still. */
import { type FromThread, handedOver, type ToThread } from './protocol.ts'
import { createThread } from './thread.ts'

const take = createThread((message: FromThread) =>
  postMessage(message, { transfer: handedOver(message) }),
)
addEventListener('message', ({ data }: MessageEvent<ToThread>) => take(data))
