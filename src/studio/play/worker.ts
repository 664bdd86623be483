/** The playing thread: the engine never holds up typing. */
import { PlayJob } from './job.ts'
import type { FromPlayer, ToPlayer } from './protocol.ts'

const job = new PlayJob()

self.onmessage = ({ data }: MessageEvent<ToPlayer>) => {
  if (data.kind === 'ground') job.stand(data.ground)
  else {
    const answer: FromPlayer = { id: data.id, answer: job.answer(data.question) }
    self.postMessage(answer)
  }
}
