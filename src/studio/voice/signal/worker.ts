/** The thread that works on sound: see `SignalThread`. */
import type { FromSignal, ToSignal } from './thread.ts'
import { type Kind, WORK, type Work } from './work.ts'

const tell = (message: FromSignal, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer })

function perform<K extends Kind>(kind: K, ask: Work[K]['ask']): void {
  const answer = WORK[kind](ask, (share) => tell({ share }))
  tell({ kind, answer } as FromSignal, buffersOf(answer))
}

/** The samples and bytes of an answer: they are handed over, not copied. */
function buffersOf(answer: Work[Kind]['answer']): Transferable[] {
  if (answer === null) return []
  if (answer instanceof Uint8Array) return [answer.buffer]
  return [
    ...('pcm' in answer ? [answer.pcm.buffer] : []),
    ...('wav' in answer ? [answer.wav.buffer] : []),
  ]
}

self.onmessage = ({ data }: MessageEvent<ToSignal>) => perform(data.kind, data.ask)
