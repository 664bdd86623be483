import type { Model, MReply } from './modelTypes.ts'

/**
 * Which replies are offered together: by node, sets of its replies with the number of states that offer just these. A
 * set is the sum of 2^place by the places of its replies in the node's list.
 */
export type Offers = readonly ReadonlyMap<number, number>[]

/** Of a node's replies, so many are told apart; more than nine at once are refused anyway. */
export const MOST_TOLD_APART = 50

/** Takes note of what a walk sees offered. */
export class OfferBook {
  readonly offers: Map<number, number>[]
  readonly #places: Float64Array[]

  constructor({ nodes, replies }: Model) {
    this.offers = nodes.map(() => new Map())
    this.#places = nodes.map((node) => {
      const places = new Float64Array(replies.length)
      let place = 1
      for (const { index } of node.replies.slice(0, MOST_TOLD_APART)) {
        places[index] = place
        place *= 2
      }
      return places
    })
  }

  note(node: number, offered: readonly MReply[]): void {
    const places = this.#places[node]
    const counts = this.offers[node]
    if (!places || !counts) return
    let set = 0
    for (let i = 0; i < offered.length; i += 1) set += places[offered[i]?.index ?? 0] ?? 0
    counts.set(set, (counts.get(set) ?? 0) + 1)
  }
}

/** Places of the replies in a set, in the node's order. */
export function placesIn(set: number): number[] {
  const places: number[] = []
  for (let rest = set, place = 0; rest > 0; rest = Math.floor(rest / 2), place += 1)
    if (rest % 2 === 1) places.push(place)
  return places
}
