import type { City } from './city.ts'
import { type Edge, shortestFrom, type Tree } from './graph.ts'
import { distance, nearestOn, type Point } from './point.ts'

/** A drive: points in metres with the ms since departure at each, never decreasing. */
export interface Route {
  readonly points: readonly Point[]
  readonly atMs: readonly number[]
  readonly metres: number
  readonly ms: number
}

/** Where a place touches the road net. */
export interface Snap {
  readonly edge: Edge
  readonly point: Point
  /** Metres from the place to the road. */
  readonly metres: number
}

/** Beyond the road a unit goes on at about 15 km/h, by track or on foot. A training figure of our own. */
const OFF_ROAD_MS_PER_METRE = 240

/** Routes kept per city. Robots ask for the same few hundred again and again; a full cache is simply emptied. */
const MAX_CACHED = 20_000

interface Cache {
  readonly trees: Map<number, Tree>
  readonly routes: Map<string, Route>
}

/** Only speeds up: the same city gives the same routes with it empty. */
const caches = new WeakMap<City, Cache>()

function cacheOf(city: City): Cache {
  const old = caches.get(city)
  if (old) return old
  const fresh: Cache = { trees: new Map(), routes: new Map() }
  caches.set(city, fresh)
  return fresh
}

/** The nearest stretch of road to a place; of equally near ones the first in the file. Null in a city without roads. */
export function snap(city: City, place: Point): Snap | null {
  const { nodes, edges } = city.graph
  let best: Snap | null = null
  let bestSquare = Infinity
  for (const edge of edges) {
    const a = nodes[edge.a]
    const b = nodes[edge.b]
    if (!a || !b) continue
    const point = nearestOn(a, b, place)
    const dx = point.x - place.x
    const dy = point.y - place.y
    const square = dx * dx + dy * dy
    if (square < bestSquare) {
      bestSquare = square
      best = { edge, point, metres: 0 }
    }
  }
  return best && { ...best, metres: distance(best.point, place) }
}

/**
 * The quickest drive between two places, integer metres and ms: straight to the nearest road, along roads at their
 * speed, straight from the road to the place. Deterministic; kept per city, so asking again costs next to nothing.
 */
export function route(from: Point, to: Point, city: City): Route {
  const { routes } = cacheOf(city)
  const key = `${from.x},${from.y},${to.x},${to.y}`
  const known = routes.get(key)
  if (known) return known
  const found = findRoute(from, to, city)
  if (routes.size >= MAX_CACHED) routes.clear()
  routes.set(key, found)
  return found
}

function treeOf(city: City, node: number): Tree {
  const { trees } = cacheOf(city)
  const known = trees.get(node)
  if (known) return known
  const tree = shortestFrom(city.graph, node)
  trees.set(node, tree)
  return tree
}

/** Time along a part of an edge. */
const partMs = (edge: Edge, metres: number): number => Math.round((edge.ms * metres) / edge.metres)

interface Way {
  readonly ms: number
  /** Nodes passed, in order of driving; empty if both places touch the same stretch. */
  readonly nodes: readonly number[]
}

function findRoute(from: Point, to: Point, city: City): Route {
  const start = snap(city, from)
  const goal = snap(city, to)
  const trail = new Trail(from)
  if (start && goal) {
    const way = quickest(start, goal, city)
    const { nodes } = city.graph
    trail.offRoad(start.point)
    let edge = start.edge
    let at: number | null = null
    for (const next of way.nodes) {
      const point = nodes[next]
      if (!point) continue
      if (at !== null) edge = edgeBetween(city, at, next) ?? edge
      trail.along(point, edge)
      at = next
    }
    trail.along(goal.point, goal.edge)
  }
  trail.offRoad(to)
  return trail.route()
}

/** Compares driving directly along a shared stretch with each pair of ends; the first of equals wins. */
function quickest(start: Snap, goal: Snap, city: City): Way {
  const { nodes } = city.graph
  let best: Way | null =
    start.edge === goal.edge
      ? { ms: partMs(start.edge, distance(start.point, goal.point)), nodes: [] }
      : null
  for (const goalEnd of [goal.edge.a, goal.edge.b]) {
    const goalNode = nodes[goalEnd]
    // Rooted at the goal: a call's place is asked for by many units, so one tree serves them all.
    const tree = treeOf(city, goalEnd)
    if (!goalNode) continue
    const last = partMs(goal.edge, distance(goalNode, goal.point))
    for (const startEnd of [start.edge.a, start.edge.b]) {
      const startNode = nodes[startEnd]
      const between = tree.ms[startEnd] ?? Infinity
      if (!startNode || between === Infinity) continue
      const ms = partMs(start.edge, distance(start.point, startNode)) + between + last
      if (best === null || ms < best.ms) best = { ms, nodes: pathTo(tree, startEnd) }
    }
  }
  return best ?? { ms: 0, nodes: [] }
}

/** Nodes from `node` to the tree's root. */
function pathTo(tree: Tree, node: number): readonly number[] {
  const path: number[] = []
  for (let at = node; at >= 0; at = tree.via[at] ?? -1) path.push(at)
  return path
}

/** The quickest edge between two neighbouring nodes. */
function edgeBetween(city: City, a: number, b: number): Edge | null {
  let best: Edge | null = null
  for (const index of city.graph.at[a] ?? []) {
    const edge = city.graph.edges[index]
    if (edge && (edge.a === b || edge.b === b) && (best === null || edge.ms < best.ms)) best = edge
  }
  return best
}

/** Gathers points, metres and times on the way; skips steps of no length. */
class Trail {
  private readonly points: Point[]
  private readonly atMs: number[] = [0]
  private metres = 0
  private ms = 0
  private last: Point

  constructor(from: Point) {
    this.last = { x: from.x, y: from.y }
    this.points = [this.last]
  }

  offRoad(to: Point): void {
    this.step(to, (metres) => metres * OFF_ROAD_MS_PER_METRE)
  }

  along(to: Point, edge: Edge): void {
    this.step(to, (metres) => Math.max(1, partMs(edge, metres)))
  }

  route(): Route {
    return { points: this.points, atMs: this.atMs, metres: this.metres, ms: this.ms }
  }

  private step(to: Point, time: (metres: number) => number): void {
    if (to.x === this.last.x && to.y === this.last.y) return
    const metres = distance(this.last, to)
    this.metres += metres
    this.ms += time(metres)
    this.last = { x: to.x, y: to.y }
    this.points.push(this.last)
    this.atMs.push(this.ms)
  }
}
