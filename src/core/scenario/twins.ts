import type { Path } from './diagnostic.ts'
import type { Script, ScriptReply } from './script.ts'

/** Replies that say or do the same. Offered together, one shadows the other. */
export interface Twins {
  readonly one: ScriptReply
  readonly other: ScriptReply
  /** Word for word, in one of the languages. */
  readonly sameWords: boolean
}

/** Of a node's replies, so many are compared with each other; more than nine at once are refused anyway. */
const MOST_COMPARED = 60

/** Pairs of a node's replies that can't be told apart, by node. */
export function twinsOf(script: Script): readonly (readonly Twins[])[] {
  const signs = script.replies.map(({ acts, fx, best }) => JSON.stringify([acts, fx, best]))
  return script.nodes.map((node) => {
    const list = node.replies
      .slice(0, MOST_COMPARED)
      .flatMap((index) => script.replies[index] ?? [])
    return list.flatMap((one, at) =>
      list.slice(at + 1).flatMap((other) => {
        const sameWords = one.text.zh === other.text.zh || one.text.en === other.text.en
        return sameWords || signs[one.index] === signs[other.index]
          ? [{ one, other, sameWords }]
          : []
      }),
    )
  })
}

export const pathOf = (reply: ScriptReply | undefined): Path => reply?.path ?? ['talk']
