import type { FeatureEdit } from './edits.ts'
import type { Near } from './grid.ts'
import { NEARLY, type Net, netOf, type RoadPart } from './netChecks.ts'
import { type Plane, type Point, toPosition } from './point.ts'
import type { Feature, Sketch } from './sketch.ts'

/** Joins roads that were drawn apart: at a shared coordinate, the only way in which roads meet. */

/** No wider gap is closed by itself, in metres: it may be a river. */
const WIDEST = 60

interface Join {
  readonly road: Feature
  /** Which of its corners is moved. */
  readonly corner: number
  readonly near: Near<RoadPart>
}

/**
 * What joins a road to the rest: the nearest corner of its island is put onto the road that lies nearest, which gets a
 * corner there. Null if it is joined already, or nothing lies near enough.
 */
export function joinRoad(sketch: Sketch, road: Feature): readonly FeatureEdit[] | null {
  const plane = sketch.frame?.plane
  const roads = sketch.layers.roads.filter(({ shape }) => shape === 'line')
  if (!plane || !roads.includes(road)) return null
  const join = joinOf(netOf(roads), road)
  return join && editsOf(join, plane)
}

function joinOf(net: Net, road: Feature): Join | null {
  const nodes = new Map(net.graph.nodes.map(({ x, y }, node) => [`${x},${y}`, node]))
  const nodeAt = (p: Point): number => nodes.get(`${p.x},${p.y}`) ?? -1
  const islandOf = ({ rings }: Feature): number => {
    const [first] = rings[0] ?? []
    return first ? (net.island[nodeAt(first)] ?? -1) : -1
  }
  const own = islandOf(road)
  let best: Join | null = null
  const consider = (
    one: Feature,
    corner: number,
    within: number,
    other: (of: RoadPart) => boolean,
  ) => {
    const at = one.rings[0]?.[corner]
    const near = at && net.grid.nearest(at, Math.min(within, best?.near.metres ?? within), other)
    if (near && (!best || near.metres < best.near.metres)) best = { road: one, corner, near }
  }
  if (own !== net.main) {
    for (const one of net.roads.filter((each) => islandOf(each) === own))
      for (let corner = 0; corner < (one.rings[0]?.length ?? 0); corner += 1)
        consider(one, corner, WIDEST, ({ island }) => island === net.main)
    return best
  }
  const line = road.rings[0] ?? []
  for (const corner of [0, line.length - 1]) {
    const end = line[corner]
    if (end && (net.graph.at[nodeAt(end)] ?? []).length === 1)
      consider(road, corner, NEARLY, (of) => of.road !== road)
  }
  return best
}

function editsOf({ road, corner, near }: Join, plane: Plane): readonly FeatureEdit[] {
  const { a, b, of } = near.stretch
  const set = (feature: Feature, points: readonly Point[]): FeatureEdit => ({
    kind: 'set',
    layer: 'roads',
    index: feature.index,
    line: points.map((p) => {
      const [lon, lat] = toPosition(plane, p)
      return [lon, lat]
    }),
  })
  const moved = (road.rings[0] ?? []).map((p, index) => (index === corner ? near.point : p))
  const same = (p: Point, q: Point) => p.x === q.x && p.y === q.y
  const isCorner = same(near.point, a) || same(near.point, b)
  const other = of.road.rings[0] ?? []
  const at = other.findIndex((p, index) => {
    const next = other[index + 1]
    return next !== undefined && ((same(p, a) && same(next, b)) || (same(p, b) && same(next, a)))
  })
  if (isCorner || at < 0) return [set(road, moved)]
  return [
    set(road, moved),
    set(of.road, [...other.slice(0, at + 1), near.point, ...other.slice(at + 1)]),
  ]
}
