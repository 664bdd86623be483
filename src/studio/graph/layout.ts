import { Graph as DagreGraph, layout } from '@dagrejs/dagre'

/** What the layout is made from: sizes and connections, no content. */
export interface LayoutRequest {
  readonly cards: readonly {
    readonly id: string
    readonly width: number
    readonly height: number
  }[]
  /** Those of the best path first. */
  readonly edges: readonly (readonly [from: string, to: string])[]
  /** Where the talk begins. */
  readonly start: string
}

/** By card: its top left corner, px. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number]>>

/** What a layout came to. */
export interface LaidOut {
  readonly request: LayoutRequest
  readonly positions: Positions
}

/** Between two cards of a row, two rows, and the tree and what stands beside it, px. */
const GAP = 40
const ROW_GAP = 72
const ASIDE = 70
const BELOW = 26

/**
 * Lays the cards out from top to bottom. A talk goes in circles, and rows of all its lines would be wide and empty: only
 * the lines by which each card is first come to count, those of the best path first. Below each card stands the first
 * that follows it, beside that the others: so the best path is a straight column. What hangs on nothing else (reactions
 * that lead back into the talk) is stacked at the left.
 */
export function layOut(request: LayoutRequest): Positions {
  const { cards, start } = request
  const tree = treeOf(request)
  const placed = new Set(tree.flat()).add(start)
  const graph = new DagreGraph()
  graph.setGraph({
    rankdir: 'TB',
    align: 'UL',
    nodesep: GAP,
    ranksep: ROW_GAP,
    ranker: 'tight-tree',
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of cards)
    if (placed.has(id)) graph.setNode(id, { width, height })
  for (const [from, to] of tree) graph.setEdge(from, to)
  // a tree's lines cross nowhere as they stand; sorted by the library, the best path would go astray
  layout(graph, { disableOptimalOrderHeuristic: true })
  const positions: Record<string, readonly [number, number]> = {}
  let left = 0
  for (const { id, width, height } of cards) {
    if (!placed.has(id)) continue
    const { x = 0, y = 0 } = graph.node(id)
    positions[id] = [Math.round(x - width / 2), Math.round(y - height / 2)]
    left = Math.min(left, x - width / 2)
  }
  let down = 0
  for (const { id, width, height } of cards) {
    if (placed.has(id)) continue
    positions[id] = [Math.round(left - ASIDE - width), down]
    down += height + BELOW
  }
  return positions
}

/** The lines by which each card is first come to. */
function treeOf({ cards, edges, start }: LayoutRequest): readonly (readonly [string, string])[] {
  const leads = new Map<string, string[]>()
  for (const [from, to] of edges) leads.set(from, [...(leads.get(from) ?? []), to])
  const seen = new Set<string>()
  const tree: (readonly [string, string])[] = []
  const follow = (root: string): void => {
    seen.add(root)
    const open = [root]
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const next = leads.get(at)?.find((to) => !seen.has(to))
      if (next === undefined) {
        open.pop()
        continue
      }
      seen.add(next)
      tree.push([at, next])
      open.push(next)
    }
  }
  follow(start)
  for (const { id } of cards) if (!seen.has(id)) follow(id)
  return tree
}
