import type { Path } from '../../core/scenario/diagnostic.ts'
import { type Card, cardId, type Graph, type GraphEdge, type Lead } from './graphOf.ts'
import type { Positions } from './layout.ts'

/** Going through the graph by arrow keys: from a card along what leads on, from there to the next card, and back. */

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export const isArrow = (key: string): key is Arrow =>
  key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'

interface Way {
  readonly edge: GraphEdge
  readonly lead: Lead
}

/** Where the keys have come to. */
export interface Walked {
  readonly path: Path
  /** Id of the card that it is, or from which it leads on: one reply may lead on from many. */
  readonly card: string
  /** Id of the card, or path of what leads on. */
  readonly at: string
}

/**
 * What is next from a place in that direction. From a card: down to what leads on (the best reply first), up to what
 * leads here, aside to the card beside it. From what leads on: down to its card, up to where it starts, aside to the
 * other ways from there. The beginning of the call if nothing is chosen; null if there is nothing that way.
 * `from`: the card that was walked by last.
 */
export function nextAt(
  { cards, edges }: Graph,
  places: Positions,
  at: string | null,
  from: string | null,
  key: Arrow,
): Walked | null {
  const toCard = (card: Card | undefined): Walked | null =>
    card ? { path: card.path, card: idOf(card), at: idOf(card) } : null
  const toId = (id: string) => toCard(cards.find((one) => idOf(one) === id))
  const toWay = (way: Way | undefined): Walked | null =>
    way ? { path: way.lead.path, card: way.edge.from, at: way.lead.path.join('.') } : null
  const aside = key === 'ArrowRight' ? 1 : -1
  const ways = edges.flatMap((edge) => edge.leads.map((lead): Way => ({ edge, lead })))
  const card = cards.find(({ path }) => path.join('.') === at)
  if (!card) {
    const here = ways.filter(({ lead }) => lead.path.join('.') === at)
    const way = here.find(({ edge }) => edge.from === from) ?? here[0]
    if (!way) return toCard(cards.find((one) => one.kind === 'talk' && one.isStart))
    if (key === 'ArrowDown') return toId(way.edge.to)
    if (key === 'ArrowUp') return toId(way.edge.from)
    const beside = waysFrom(ways, way.edge.from)
    const index = beside.findIndex(({ lead }) => lead === way.lead || lead.path.join('.') === at)
    return toWay(beside[index + aside])
  }
  const id = idOf(card)
  if (key === 'ArrowDown') {
    const [first] = waysFrom(ways, id)
    // a reaction and what it leads to are one place of the file
    return first && first.lead.path.join('.') === at ? toId(first.edge.to) : toWay(first)
  }
  if (key === 'ArrowUp') {
    const way = ways.find(({ edge }) => edge.to === id)
    return way?.lead.kind === 'reaction' ? toId(way.edge.from) : toWay(way)
  }
  const row = cards
    .map((one) => ({ one, place: places[idOf(one)] ?? [0, 0] }))
    .sort((a, b) => a.place[1] - b.place[1] || a.place[0] - b.place[0])
  return toCard(row[row.findIndex(({ one }) => one === card) + aside]?.one)
}

const idOf = ({ kind, id }: Card): string => cardId(kind, id)

/** The ways from a card, each once, the best first, else in the order of the file. */
function waysFrom(ways: readonly Way[], id: string): readonly Way[] {
  const own = new Map<string, Way>()
  for (const way of ways) {
    const path = way.lead.path.join('.')
    if (way.edge.from === id && !own.has(path)) own.set(path, way)
  }
  return [...own.values()].sort((a, b) => Number(b.lead.best) - Number(a.lead.best))
}
