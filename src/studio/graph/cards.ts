import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { type Card, cardId, type Graph, type GraphEdge } from './graphOf.ts'
import { hanging } from './hanging.ts'
import type { LayoutRequest, Positions } from './layout.ts'

/** The graph as the library draws it. */

export type Fault = Diagnostic['severity']

export interface CardData extends Record<string, unknown> {
  readonly card: Card
  readonly fault: Fault | null
  /** The shown route comes by here. */
  readonly onRoute: boolean
}

export interface EdgeData extends Record<string, unknown> {
  readonly edge: GraphEdge
  /** By path of a lead, what is wrong with it. */
  readonly faults: Readonly<Record<string, Fault>>
  /** Paths of leads that the shown route takes. */
  readonly route: readonly string[]
  /** Path of the lead that is chosen. */
  readonly chosen: string | null
  /** Its words stand above the card that it leads to (hanging.ts); others are told when their own card is chosen. */
  readonly isHanging: boolean
  readonly isAsked: boolean
}

export type CardNode = Node<CardData, Card['kind']>
export type CardEdge = Edge<EdgeData, 'lead'>

export const TALK_WIDTH = 208
const STAYS_SHOWN = 3
/** As the style sheet draws it, px. */
const HANDLE = 9

/** Sizes are known beforehand, so that nothing is measured before it is laid out, px. */
export function sizeOf(card: Card): { width: number; height: number } {
  switch (card.kind) {
    case 'talk': {
      const stays = Math.min(card.stays.length, STAYS_SHOWN)
      return { width: TALK_WIDTH, height: 74 + (stays > 0 ? 4 + stays * 20 : 0) }
    }
    case 'line':
      return { width: TALK_WIDTH, height: 54 }
    case 'reaction':
      return { width: TALK_WIDTH, height: card.line ? 68 : 48 }
    case 'ending':
      return { width: 150, height: 48 }
  }
}

/** Where lines end and begin, known beforehand too: a card that is out of sight need not be drawn to be measured. */
function handlesOf(card: Card): NodeHandle[] {
  const { width, height } = sizeOf(card)
  const at = (type: NodeHandle['type'], position: Position, y: number): NodeHandle => ({
    type,
    position,
    x: (width - HANDLE) / 2,
    y: y - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
  })
  const end = at('target', Position.Top, 0)
  const start = at('source', Position.Bottom, height)
  return card.kind === 'ending' ? [end] : card.kind === 'reaction' ? [start] : [end, start]
}

/** Where lines of a card that stands somewhere begin (bottom) and end (top), px. */
export function endsOf({ position, data }: CardNode): { x: number; top: number; bottom: number } {
  const { width, height } = sizeOf(data.card)
  const { x, y } = position
  return { x: x + width / 2, top: y - HANDLE / 2, bottom: y + height + HANDLE / 2 }
}

export function layoutRequest(start: string, { cards, edges }: Graph): LayoutRequest {
  const isBest = ({ leads }: GraphEdge): number => Number(leads.some(({ best }) => best))
  return {
    cards: cards.map((card) => ({ id: cardId(card.kind, card.id), ...sizeOf(card) })),
    edges: [...edges]
      .sort((a, b) => isBest(b) - isBest(a))
      .map(({ from, to }) => [from, to] as const),
    start: cardId('talk', start),
  }
}

/** The worst that stands against something at or below a path. */
export function faultAt(diagnostics: readonly Diagnostic[], path: string): Fault | null {
  let worst: Fault | null = null
  for (const { path: at, severity } of diagnostics)
    if (at === path || at.startsWith(`${path}.`)) {
      if (severity === 'error') return 'error'
      worst = 'warning'
    }
  return worst
}

export interface Shown {
  readonly graph: Graph
  readonly laidOut: Positions
  readonly places: Positions
  readonly diagnostics: readonly Diagnostic[]
  /** Paths, joined by dots, that the shown route comes by. */
  readonly route: ReadonlySet<string>
  /** Path of what is chosen. */
  readonly chosen: string | null
}

export function nodesOf({ graph, laidOut, places, diagnostics, route, chosen }: Shown): CardNode[] {
  const replies = new Set(
    graph.edges.flatMap(({ leads }) => leads.map(({ path }) => path.join('.'))),
  )
  return graph.cards.flatMap((card): CardNode[] => {
    const id = cardId(card.kind, card.id)
    const path = card.path.join('.')
    const place = places[id] ?? laidOut[id]
    // new, and not laid out yet
    if (!place) return []
    const [x, y] = place
    // what stands against a reply is shown on its edge
    const own = diagnostics.filter(({ path: at }) => {
      const isBelow = at === path || at.startsWith(`${path}.`)
      return isBelow && ![...ancestors(at)].some((above) => replies.has(above))
    })
    return [
      {
        id,
        type: card.kind,
        position: { x, y },
        ...sizeOf(card),
        measured: sizeOf(card),
        handles: handlesOf(card),
        ariaLabel: card.id,
        selected: chosen !== null && (chosen === path || isWithin(chosen, path, replies)),
        deletable: card.kind === 'talk' || card.kind === 'ending' || card.kind === 'reaction',
        data: { card, fault: faultAt(own, path), onRoute: route.has(path) },
      },
    ]
  })
}

/** What follows the kind in a card's id. */
const nameIn = (card: string): string => card.slice(card.indexOf(':') + 1)

/** Something of a card itself (its line, its silence), not one of its replies. */
function isWithin(chosen: string, path: string, replies: ReadonlySet<string>): boolean {
  return (
    chosen.startsWith(`${path}.`) && ![...ancestors(chosen)].some((above) => replies.has(above))
  )
}

function* ancestors(path: string): Generator<string> {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) yield at
}

export function edgesOf({ graph, laidOut, places, diagnostics, route, chosen }: Shown): CardEdge[] {
  const stands = { ...laidOut, ...places }
  const carriers = hanging(graph, stands)
  const asked = graph.cards.find(({ path }) => path.join('.') === chosen)
  const drawn = graph.edges.filter(({ from, to }) => stands[from] && stands[to])
  return drawn.map((edge) => {
    const faults: Record<string, Fault> = {}
    const taken: string[] = []
    let picked: string | null = null
    for (const { path } of edge.leads) {
      const at = path.join('.')
      const fault = faultAt(diagnostics, at)
      if (fault) faults[at] = fault
      if (route.has(at)) taken.push(at)
      if (chosen !== null && (chosen === at || chosen.startsWith(`${at}.`))) picked = at
    }
    return {
      id: edge.id,
      type: 'lead',
      source: edge.from,
      target: edge.to,
      selected: picked !== null,
      // the library's own words are English
      ariaLabel: `${nameIn(edge.from)} → ${nameIn(edge.to)}`,
      reconnectable: edge.leads.length === 1 ? 'target' : false,
      data: {
        edge,
        faults,
        route: taken,
        chosen: picked,
        isHanging: carriers.has(edge.id),
        isAsked: asked !== undefined && edge.from === cardId(asked.kind, asked.id),
      },
    }
  })
}
