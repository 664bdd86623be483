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

/** Between two cards of a row, two rows, and the tree and what stands beside it, px. */
const GAP = 40
const ROW_GAP = 72
const ASIDE = 70
const BELOW = 26

/** A card in the tree. */
interface Branch {
  readonly id: string
  readonly row: number
  readonly width: number
  readonly height: number
  readonly below: Branch[]
  /** From the middle of the card above to its own, px. */
  x: number
  /** How far it and all below reach from its middle, row by row, px. */
  reach: Reach
}

interface Reach {
  readonly left: number[]
  readonly right: number[]
}

/**
 * Lays the cards out from top to bottom. A talk goes in circles, and rows of all its lines would be wide and empty: only
 * the lines by which each card is first come to count, those of the best path first, so that this stands as the spine.
 * What is left is a tree: below each card stands the first that follows it, beside that the others, as close as their
 * cards allow. What hangs on nothing else (reactions that lead back into the talk) is stacked at the left.
 */
export function layOut(request: LayoutRequest): Positions {
  const { roots, inOrder } = treeOf(request)
  for (const branch of inOrder.toReversed()) arrange(branch)
  const { at } = beside(roots)
  for (const [index, root] of roots.entries()) root.x = at[index] ?? 0
  const heights: number[] = []
  for (const { row, height, below, x } of inOrder) {
    heights[row] = Math.max(heights[row] ?? 0, height)
    // the one above was placed before
    for (const next of below) next.x += x
  }
  const tops: number[] = []
  for (const [row, height] of heights.entries()) tops[row + 1] = (tops[row] ?? 0) + height + ROW_GAP
  const left = Math.min(...inOrder.map(({ x, width }) => x - width / 2))
  const positions: Record<string, readonly [number, number]> = {}
  for (const { id, row, width, height, x } of inOrder) {
    const y = (tops[row] ?? 0) + ((heights[row] ?? 0) - height) / 2
    positions[id] = [Math.round(x - width / 2 - left), Math.round(y)]
  }
  let down = 0
  for (const { id, width, height } of request.cards) {
    if (positions[id]) continue
    positions[id] = [-ASIDE - width, down]
    down += height + BELOW
  }
  return positions
}

/** The tree of the lines that count, or several: its roots and all its cards, each after the one above it. */
function treeOf({ cards, edges, start }: LayoutRequest) {
  const leads = new Map<string, string[]>()
  for (const [from, to] of edges) leads.set(from, [...(leads.get(from) ?? []), to])
  const sizes = new Map(cards.map((card) => [card.id, card]))
  const seen = new Set<string>()
  const branchOf = (id: string, row: number): Branch => {
    seen.add(id)
    const { width, height } = sizes.get(id) ?? { width: 0, height: 0 }
    return { id, row, width, height, below: [], x: 0, reach: { left: [], right: [] } }
  }
  const grow = (root: Branch): Branch[] => {
    const grown = [root]
    const open = [root]
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const next = leads.get(at.id)?.find((to) => !seen.has(to))
      if (next === undefined) {
        open.pop()
        continue
      }
      const branch = branchOf(next, at.row + 1)
      at.below.push(branch)
      grown.push(branch)
      open.push(branch)
    }
    return grown
  }
  const trees = [grow(branchOf(start, 0))]
  for (const { id } of cards) {
    if (seen.has(id)) continue
    const tree = grow(branchOf(id, 0))
    if (tree.length > 1) trees.push(tree)
  }
  return { roots: trees.flatMap(([root]) => root ?? []), inOrder: trees.flat() }
}

/** Places what follows a card, all of which is arranged already. */
function arrange(branch: Branch): void {
  const { below, width } = branch
  const { at, left, right } = beside(below)
  for (const [index, next] of below.entries()) next.x = at[index] ?? 0
  left.unshift(-width / 2)
  right.unshift(width / 2)
  branch.reach = { left, right }
}

/**
 * Puts them side by side, as close as their rows let them: where the middle of each stands, and how far all reach. What
 * the first of them reaches is taken over: a long call is one long row of cards, each the only one to follow.
 */
function beside([first, ...others]: readonly Branch[]) {
  if (!first) return { at: [], left: [], right: [] }
  const at = [0]
  const { left, right } = first.reach
  for (const { reach } of others) {
    let x = Number.NEGATIVE_INFINITY
    for (let row = 0; row < reach.left.length && row < right.length; row += 1)
      x = Math.max(x, (right[row] ?? 0) + GAP - (reach.left[row] ?? 0))
    at.push(x)
    for (const [row, edge] of reach.left.entries()) left[row] ??= x + edge
    for (const [row, edge] of reach.right.entries()) right[row] = x + edge
  }
  return { at, left, right }
}
