import { sizeOf } from './cards.ts'
import { cardId, type Graph } from './graphOf.ts'
import type { Positions } from './layout.ts'

/**
 * Of the lines into each card the one that it hangs on: it comes from the nearest card above, a best reply before
 * others, then the straightest. Gives ids of edges. What they say has room above the card, where no other line's words
 * stand; words of all lines would stand over each other.
 */
export function hanging({ cards, edges }: Graph, places: Positions): ReadonlySet<string> {
  const boxes = new Map(
    cards.map((card) => {
      const id = cardId(card.kind, card.id)
      const [x, y] = places[id] ?? [0, 0]
      const { width, height } = sizeOf(card)
      return [id, { middle: x + width / 2, top: y, bottom: y + height }] as const
    }),
  )
  const found = new Map<string, { readonly edge: string; readonly rank: readonly number[] }>()
  for (const { id, from, to, leads } of edges) {
    const above = boxes.get(from)
    const below = boxes.get(to)
    if (!above || !below || above.bottom > below.top) continue
    const rank = [
      below.top - above.bottom,
      leads.some(({ best }) => best) ? 0 : 1,
      Math.abs(below.middle - above.middle),
    ]
    const known = found.get(to)
    if (!known || isBefore(rank, known.rank)) found.set(to, { edge: id, rank })
  }
  return new Set([...found.values()].map(({ edge }) => edge))
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0
    if (value !== against) return value < against
  }
  return false
}
