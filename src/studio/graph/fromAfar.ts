import { getSmoothStepPath, Position, type ReactFlowState } from '@xyflow/react'
import { type CardEdge, type CardNode, endsOf } from './cards.ts'

/**
 * The graph from afar. No word of a card can be made out, and much of a large graph is in sight: all of it is drawn once,
 * as blocks and a few paths, and nothing comes and goes while it is shifted. Hundreds of cards with their texts, and each
 * line by itself, would be thousands of pieces that the browser puts in order again with every move of the mouse.
 */

/** Of the graph's own size. */
const AFAR = 0.2

export const isAfar = ({ transform }: Pick<ReactFlowState, 'transform'>): boolean =>
  transform[2] < AFAR

/** What is chosen, is part of the shown way or hangs on a card that is being dragged is drawn by itself even from afar. */
export function partLines(
  edges: readonly CardEdge[],
  dragged: ReadonlySet<string>,
): { readonly apart: CardEdge[]; readonly together: CardEdge[] } {
  const apart: CardEdge[] = []
  const together: CardEdge[] = []
  for (const edge of edges) {
    const { source, target, selected, data } = edge
    const isApart =
      selected === true ||
      (data?.route.length ?? 0) > 0 ||
      dragged.has(source) ||
      dragged.has(target)
    if (isApart) apart.push(edge)
    else together.push(edge)
  }
  return { apart, together }
}

/** The line between two cards as a path of SVG; null if one of them isn't there. */
function pathOf({ source, target }: CardEdge, cards: ReadonlyMap<string, CardNode>): string | null {
  const from = cards.get(source)
  const to = cards.get(target)
  if (!from || !to) return null
  const start = endsOf(from)
  const end = endsOf(to)
  const [path] = getSmoothStepPath({
    sourceX: start.x,
    sourceY: start.bottom,
    sourcePosition: Position.Bottom,
    targetX: end.x,
    targetY: end.top,
    targetPosition: Position.Top,
    borderRadius: 0,
  })
  return path
}

/** The lines between cards as paths of SVG, px: those that are in order, and those with an error. */
export function pathsOf(
  edges: readonly CardEdge[],
  nodes: readonly CardNode[],
): { readonly plain: string; readonly faulty: string } {
  const cards = new Map(nodes.map((node) => [node.id, node]))
  const paths = { plain: '', faulty: '' }
  for (const edge of edges) {
    const path = pathOf(edge, cards)
    if (path === null) continue
    const isFaulty = Object.values(edge.data?.faults ?? {}).includes('error')
    paths[isFaulty ? 'faulty' : 'plain'] += path
  }
  return paths
}

/**
 * The line that a hand meant: the nearest to a point of the graph, if it is no farther than `reach`, px of the graph's own
 * size. Lines from afar are one picture, so that a click asks this.
 */
export function edgeNear(
  edges: readonly CardEdge[],
  nodes: readonly CardNode[],
  point: Point,
  reach: number,
): CardEdge | null {
  const cards = new Map(nodes.map((node) => [node.id, node]))
  let nearest: CardEdge | null = null
  let least = reach
  for (const edge of edges) {
    const away = awayFrom(pathOf(edge, cards) ?? '', point)
    if (away > least) continue
    nearest = edge
    least = away
  }
  return nearest
}

interface Point {
  readonly x: number
  readonly y: number
}

/** From a point to a path whose corners are sharp: all its pieces are straight. */
function awayFrom(path: string, point: Point): number {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  let away = Number.POSITIVE_INFINITY
  for (let i = 0; i + 3 < numbers.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = numbers.slice(i, i + 4)
    const long = (bx - ax) ** 2 + (by - ay) ** 2
    const along = long === 0 ? 0 : ((point.x - ax) * (bx - ax) + (point.y - ay) * (by - ay)) / long
    const part = Math.min(1, Math.max(0, along))
    away = Math.min(
      away,
      Math.hypot(point.x - ax - part * (bx - ax), point.y - ay - part * (by - ay)),
    )
  }
  return away
}
