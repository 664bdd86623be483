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

/** The lines between cards as paths of SVG, px: those that are in order, and those with an error. */
export function pathsOf(
  edges: readonly CardEdge[],
  nodes: readonly CardNode[],
): { readonly plain: string; readonly faulty: string } {
  const cards = new Map(nodes.map((node) => [node.id, node]))
  const paths = { plain: '', faulty: '' }
  for (const { source, target, data } of edges) {
    const from = cards.get(source)
    const to = cards.get(target)
    if (!from || !to) continue
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
    const isFaulty = Object.values(data?.faults ?? {}).includes('error')
    paths[isFaulty ? 'faulty' : 'plain'] += path
  }
  return paths
}
