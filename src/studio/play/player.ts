import type { Answer, FromPlayer, PlayGround, Question, ToPlayer } from './protocol.ts'

/** The playing thread, asked from the page. */
export interface Player {
  ask(question: Question): Promise<Answer>
  dispose(): void
}

export function createPlayer(ground: PlayGround): Player {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'player',
  })
  const asked = new Map<number, (answer: Answer) => void>()
  let count = 0
  const post = (message: ToPlayer): void => thread.postMessage(message)
  thread.onmessage = ({ data }: MessageEvent<FromPlayer>) => {
    asked.get(data.id)?.(data.answer)
    asked.delete(data.id)
  }
  post({ kind: 'ground', ground })
  return {
    ask: (question) =>
      new Promise((resolve) => {
        count += 1
        asked.set(count, resolve)
        post({ kind: 'ask', id: count, question })
      }),
    dispose: () => {
      asked.clear()
      thread.terminate()
    },
  }
}
