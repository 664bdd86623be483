import { distance, type Point } from './point.ts'

/**
 * The road net. Roads meet where they share a coordinate; every vertex of a road is a node, so that a node is also a
 * place to draw. Lengths are whole metres and times whole milliseconds, so that sums never depend on their order.
 */

/** A stretch of road between two neighbouring vertices, both ways. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly metres: number
  readonly ms: number
  /** Index in `City.roads`. */
  readonly road: number
}

export interface Graph {
  readonly nodes: readonly Point[]
  readonly edges: readonly Edge[]
  /** Edge indices at each node, in file order. */
  readonly at: readonly (readonly number[])[]
}

/** Shortest times from one node: `ms[n]` to node n (Infinity if cut off), `via[n]` the node before n (-1 at the root). */
export interface Tree {
  readonly ms: readonly number[]
  readonly via: readonly number[]
}

interface RoadLine {
  readonly speed: number
  readonly points: readonly Point[]
}

/** Time for a stretch at a speed in km/h: at least 1 ms, so that positions along a route never stand still. */
export function driveMs(metres: number, speed: number): number {
  return Math.max(1, Math.round((metres * 3600) / speed))
}

/** Joins roads (in file order) where they share a coordinate. */
export function buildGraph(roads: readonly RoadLine[]): Graph {
  const nodes: Point[] = []
  const edges: Edge[] = []
  const at: number[][] = []
  const known = new Map<string, number>()
  const nodeAt = (point: Point): number => {
    const key = `${point.x},${point.y}`
    const old = known.get(key)
    if (old !== undefined) return old
    known.set(key, nodes.length)
    nodes.push(point)
    at.push([])
    return nodes.length - 1
  }
  roads.forEach((road, index) => {
    let before: number | null = null
    for (const point of road.points) {
      const node = nodeAt(point)
      if (before !== null && before !== node) {
        const from = nodes[before]
        const metres = Math.max(1, from ? distance(from, point) : 1)
        at[before]?.push(edges.length)
        at[node]?.push(edges.length)
        edges.push({ a: before, b: node, metres, ms: driveMs(metres, road.speed), road: index })
      }
      before = node
    }
  })
  return { nodes, edges, at }
}

/** Nodes that can't be reached from node 0: empty if the net hangs together. */
export function cutOff(graph: Graph): readonly number[] {
  if (graph.nodes.length === 0) return []
  const { ms } = shortestFrom(graph, 0)
  return ms.flatMap((time, node) => (time === Infinity ? [node] : []))
}

/** Dijkstra from one node. Among equal times the lower node index wins, so that every engine takes the same road. */
export function shortestFrom(graph: Graph, root: number): Tree {
  const ms = graph.nodes.map(() => Infinity)
  const via = graph.nodes.map(() => -1)
  const done = graph.nodes.map(() => false)
  const heap: Entry[] = []
  ms[root] = 0
  push(heap, { ms: 0, node: root })
  for (let top = pop(heap); top; top = pop(heap)) {
    if (done[top.node]) continue
    done[top.node] = true
    for (const index of graph.at[top.node] ?? []) {
      const edge = graph.edges[index]
      if (!edge) continue
      const next = edge.a === top.node ? edge.b : edge.a
      const time = top.ms + edge.ms
      const best = ms[next] ?? Infinity
      if (time < best || (time === best && !done[next] && top.node < (via[next] ?? -1))) {
        ms[next] = time
        via[next] = top.node
        if (time < best) push(heap, { ms: time, node: next })
      }
    }
  }
  return { ms, via }
}

interface Entry {
  readonly ms: number
  readonly node: number
}

const earlier = (a: Entry, b: Entry): boolean => a.ms < b.ms || (a.ms === b.ms && a.node < b.node)

function push(heap: Entry[], entry: Entry): void {
  let index = heap.length
  heap.push(entry)
  while (index > 0) {
    const up = (index - 1) >> 1
    const parent = heap[up]
    if (!parent || !earlier(entry, parent)) break
    heap[index] = parent
    index = up
  }
  heap[index] = entry
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  let index = 0
  for (;;) {
    let child = 2 * index + 1
    let best = heap[child]
    if (!best) break
    const right = heap[child + 1]
    if (right && earlier(right, best)) {
      best = right
      child += 1
    }
    if (!earlier(best, last)) break
    heap[index] = best
    index = child
  }
  heap[index] = last
  return top
}
