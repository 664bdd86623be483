import type { CityFinder } from './finder.ts'
import { buildGraph, type Graph } from './graph.ts'
import { Grid, type Stretch } from './grid.ts'
import { textIn } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { type Point, toPoint } from './point.ts'
import { calledIn, type Feature, positionOf, type Sketch } from './sketch.ts'

/** Checks of the road net, and of how places and stations stand to it. */

/** Metres from a place to the nearest road that are too many; a pylon stands in the fields. */
const FAR = 250
const FAR_PYLON = 600
/** Metres from a station or a waiting unit to the nearest road that are too many. */
const FAR_STATION = 200
/** Metres from a place to the road that it names that are too many. */
const OFF_ITS_ROAD = 900
/** A road's end that comes so near to another road, in metres, was meant to meet it; a lane may end at a wall. */
export const NEARLY = 5
/** So many islands are told. */
const MOST_ISLANDS = 20
/** The gap of an island is looked for no further, in metres. */
const MOST_GAP = 3000

/** The roads that have a line, and everything that is asked of them. */
export interface Net {
  readonly roads: readonly Feature[]
  readonly graph: Graph
  /** By node: which island it belongs to. */
  readonly island: readonly number[]
  /** The island with most road. */
  readonly main: number
  readonly grid: Grid<RoadPart>
}

export interface RoadPart {
  readonly road: Feature
  readonly island: number
}

export function checkNet(sketch: Sketch, finder: CityFinder): void {
  const roads = sketch.layers.roads.filter(({ shape }) => shape === 'line')
  if (roads.length === 0) {
    finder.file('CT020', 'roads', { zh: '城市里没有路', en: 'the city has no road' })
    return
  }
  const net = netOf(roads)
  islands(net, finder)
  ends(net, finder)
  places(sketch, net, finder)
  stations(sketch, net, finder)
}

/** The net of roads that have a line. */
export function netOf(roads: readonly Feature[]): Net {
  const graph = buildGraph(roads.map(({ rings }) => ({ speed: 30, points: rings[0] ?? [] })))
  const island = islandsOf(graph)
  const metres = new Map<number, number>()
  for (const edge of graph.edges) {
    const own = island[edge.a] ?? 0
    metres.set(own, (metres.get(own) ?? 0) + edge.metres)
  }
  const [main] = [...metres].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [0]
  const stretches = graph.edges.flatMap((edge): Stretch<RoadPart>[] => {
    const [a, b, road] = [graph.nodes[edge.a], graph.nodes[edge.b], roads[edge.road]]
    return a && b && road ? [{ a, b, of: { road, island: island[edge.a] ?? 0 } }] : []
  })
  return { roads, graph, island, main, grid: new Grid(stretches) }
}

/** By node: the least node that it hangs together with. */
function islandsOf(graph: Graph): readonly number[] {
  const island = graph.nodes.map(() => -1)
  graph.nodes.forEach((_, start) => {
    if (island[start] !== -1) return
    const waiting = [start]
    island[start] = start
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const index of graph.at[node] ?? []) {
        const edge = graph.edges[index]
        if (!edge) continue
        const next = edge.a === node ? edge.b : edge.a
        if (island[next] !== -1) continue
        island[next] = start
        waiting.push(next)
      }
  })
  return island
}

function islands({ roads, graph, island, main, grid }: Net, finder: CityFinder): void {
  const parts = new Map<number, { first: Feature; roads: Set<number>; nodes: number[] }>()
  for (const edge of graph.edges) {
    const own = island[edge.a] ?? 0
    const road = roads[edge.road]
    if (own === main || !road) continue
    const part = parts.get(own) ?? { first: road, roads: new Set<number>(), nodes: [] }
    part.roads.add(edge.road)
    part.nodes.push(edge.a, edge.b)
    parts.set(own, part)
  }
  for (const part of [...parts.values()].slice(0, MOST_ISLANDS)) {
    let gap = Infinity
    for (const node of part.nodes) {
      const at = graph.nodes[node]
      const near = at && grid.nearest(at, Math.min(gap, MOST_GAP), (of) => of.island === main)
      if (near) gap = Math.min(gap, near.metres)
    }
    const count = part.roads.size
    const zh = count > 1 ? `等 ${count} 条路` : ''
    const en = count > 1 ? ` and ${count - 1} more` : ''
    finder.feature('CT020', part.first, 'geometry', {
      zh: `${calledIn('zh', part.first)}${zh}和其余路网不相连${gap === Infinity ? '' : `，最近处相隔 ${Math.round(gap)} 米`}`,
      en: `${calledIn('en', part.first)}${en}: not joined to the rest of the roads${gap === Infinity ? '' : `, ${Math.round(gap)} m away at the nearest`}`,
    })
  }
}

/** Ends that nearly meet another road. */
function ends({ roads, graph, grid }: Net, finder: CityFinder): void {
  const nodes = new Map(graph.nodes.map((point, node) => [`${point.x},${point.y}`, node]))
  for (const road of roads) {
    const line = road.rings[0] ?? []
    for (const end of [line[0], line[line.length - 1]]) {
      if (!end) continue
      const node = nodes.get(`${end.x},${end.y}`)
      // joined already: more than the one stretch that ends here
      if (node === undefined || (graph.at[node] ?? []).length > 1) continue
      const near = grid.nearest(end, NEARLY, (of) => of.road !== road)
      if (!near) continue
      const other = near.stretch.of.road
      const metres = Math.round(near.metres)
      finder.feature('CT021', road, 'geometry', {
        zh: `${calledIn('zh', road)}的一端离${calledIn('zh', other)}只有 ${metres} 米，没有接上`,
        en: `${calledIn('en', road)} ends ${metres} m from ${calledIn('en', other)} without meeting it`,
      })
    }
  }
}

const pointOf = (feature: Feature): Point | null =>
  feature.shape === 'point' ? (feature.rings[0]?.[0] ?? null) : null

function places(sketch: Sketch, { roads, grid }: Net, finder: CityFinder): void {
  const lines = new Map<string, Stretch<null>[]>()
  for (const { id, rings } of roads) {
    const line = rings[0] ?? []
    const known = lines.get(id) ?? []
    line.forEach((b, index) => {
      const a = line[index - 1]
      if (a) known.push({ a, b, of: null })
    })
    lines.set(id, known)
  }
  const grids = new Map([...lines].map(([id, stretches]) => [id, new Grid(stretches)]))
  for (const place of sketch.layers.landmarks) {
    const at = pointOf(place)
    if (!at) continue
    const far = place.kind === 'pylon' ? FAR_PYLON : FAR
    if (!grid.nearest(at, far))
      finder.feature('CT023', place, 'geometry', {
        zh: `${calledIn('zh', place)}周围 ${far} 米内没有路`,
        en: `there is no road within ${far} m of ${calledIn('en', place)}`,
      })
    const own = grids.get(textIn(place.properties, 'road'))
    if (own && !own.nearest(at, OFF_ITS_ROAD))
      finder.feature('CT024', place, 'properties.road', {
        zh: `${calledIn('zh', place)}离它写的路 ${textIn(place.properties, 'road')} 超过 ${OFF_ITS_ROAD} 米`,
        en: `${calledIn('en', place)} is more than ${OFF_ITS_ROAD} m from the road that it names, ${textIn(place.properties, 'road')}`,
      })
  }
}

function stations(sketch: Sketch, { grid, main }: Net, finder: CityFinder): void {
  const reached = (at: Point): boolean => {
    const near = grid.nearest(at, FAR_STATION)
    // on an island: nobody gets anywhere from there
    return near !== null && near.stretch.of.island === main
  }
  for (const station of sketch.layers.stations) {
    const at = pointOf(station)
    if (at && !reached(at))
      finder.feature('CT026', station, 'geometry', {
        zh: `${calledIn('zh', station)}周围 ${FAR_STATION} 米内没有通往全城的路`,
        en: `no road that leads anywhere passes within ${FAR_STATION} m of ${calledIn('en', station)}`,
      })
    unitsOf(station).forEach((unit, index) => {
      const position = positionOf(unit.at)
      const plane = sketch.frame?.plane
      if (!position || !plane || reached(toPoint(plane, [position[0], position[1]]))) return
      finder.feature('CT026', station, `properties.units.${index}.at`, {
        zh: `${calledIn('zh', station)}的单位 ${textIn(unit, 'id')} 停的地方周围 ${FAR_STATION} 米内没有路`,
        en: `no road passes within ${FAR_STATION} m of where the unit ${textIn(unit, 'id')} of ${calledIn('en', station)} waits`,
      })
    })
  }
  if (sketch.layers.stations.every((station) => unitsOf(station).length === 0))
    finder.file('CT030', 'stations', {
      zh: '城市里没有可派的单位',
      en: 'the city has no unit to send',
    })
}

/** Finds the nearest road to a place within so many metres; null if there is none. */
export function roadFinder(
  roads: readonly Feature[],
): (at: Point, within: number) => Feature | null {
  const grid = new Grid(
    roads.flatMap((of) => {
      const line = of.rings[0] ?? []
      return line.flatMap((b, index): Stretch<Feature>[] => {
        const a = line[index - 1]
        return a ? [{ a, b, of }] : []
      })
    }),
  )
  return (at, within) => grid.nearest(at, within)?.stretch.of ?? null
}
