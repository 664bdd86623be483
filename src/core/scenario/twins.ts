import type { Path } from './diagnostic.ts'
import { MOST_TOLD_APART, type Offers, placesIn } from './offers.ts'
import type { Script, ScriptReply } from './script.ts'

/** Replies that say or do the same. Offered together, one shadows the other. */
export interface Twins {
  readonly one: ScriptReply
  readonly other: ScriptReply
  /** Word for word, in one of the languages. */
  readonly sameWords: boolean
}

/** Pairs of replies that can't be told apart and that some state offers together, each pair once. */
export function shadows(script: Script, offers: Offers): readonly Twins[] {
  const signs = script.replies.map(({ acts, fx, best }) => JSON.stringify([acts, fx, best]))
  const found = new Map<string, Twins>()
  for (const [at, node] of script.nodes.entries()) {
    const list = node.replies
      .slice(0, MOST_TOLD_APART)
      .flatMap((index) => script.replies[index] ?? [])
    const sets = [...(offers[at]?.keys() ?? [])].map((set) => new Set(placesIn(set)))
    for (const [i, one] of list.entries())
      for (const [j, other] of list.entries()) {
        if (j <= i || found.has(`${one.id} ${other.id}`)) continue
        const sameWords = one.text.zh === other.text.zh || one.text.en === other.text.en
        if (!sameWords && signs[one.index] !== signs[other.index]) continue
        if (sets.some((set) => set.has(i) && set.has(j)))
          found.set(`${one.id} ${other.id}`, { one, other, sameWords })
      }
  }
  return [...found.values()]
}

export const pathOf = (reply: ScriptReply | undefined): Path => reply?.path ?? ['talk']
