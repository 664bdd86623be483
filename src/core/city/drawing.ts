import type { FeatureEdit } from './edits.ts'
import { between, Grid, type Stretch } from './grid.ts'
import type { Json } from './json.ts'
import { type Plane, type Point, toPosition } from './point.ts'
import type { Feature, Sketch } from './sketch.ts'
import type { Layer } from './texts.ts'

/** Roads and areas that a trainer draws by points, all in whole metres. */

export const SHAPES = ['road', 'river', 'lake', 'land', 'district'] as const
export type ShapeKind = (typeof SHAPES)[number]

interface Shape {
  readonly layer: Layer
  readonly isArea: boolean
  /** What it is at first, besides its name. */
  readonly properties: Json
  /** Has it an id of its own? */
  readonly isNamedById: boolean
}

const SHAPE: Readonly<Record<ShapeKind, Shape>> = {
  road: {
    layer: 'roads',
    isArea: false,
    properties: { class: 'street', speed: 40 },
    isNamedById: true,
  },
  river: {
    layer: 'water',
    isArea: false,
    properties: { kind: 'river', width: 20 },
    isNamedById: false,
  },
  lake: { layer: 'water', isArea: true, properties: { kind: 'lake' }, isNamedById: false },
  land: { layer: 'land', isArea: true, properties: { kind: 'park' }, isNamedById: false },
  district: { layer: 'districts', isArea: true, properties: {}, isNamedById: true },
}

export const layerOf = (kind: ShapeKind): Layer => SHAPE[kind].layer
/** So many points make one. */
export const leastPoints = (kind: ShapeKind): number => (SHAPE[kind].isArea ? 3 : 2)
/** No line or ring has more. */
export const MOST_POINTS = 600

interface RoadStretch {
  readonly road: Feature
  /** The corner of the road that the stretch begins at. */
  readonly corner: number
}

export type RoadGrid = Grid<RoadStretch>

export const roadGrid = (roads: readonly Feature[]): RoadGrid =>
  new Grid(
    roads.flatMap((road) => {
      const line = road.shape === 'line' ? (road.rings[0] ?? []) : []
      return line.flatMap((b, index): Stretch<RoadStretch>[] => {
        const a = line[index - 1]
        return a ? [{ a, b, of: { road, corner: index - 1 } }] : []
      })
    }),
  )

/** The road's corner within so many metres, else the nearest point of a road, else the point itself. */
export function ontoRoad(
  grid: RoadGrid,
  p: Point,
  within: number,
  isMeant: (road: Feature) => boolean = () => true,
): Point {
  const near = grid.nearest(p, within, ({ road }) => isMeant(road))
  if (!near) return p
  const corner = [near.stretch.a, near.stretch.b].find((end) => between(end, p) <= within)
  return corner ?? near.point
}

/**
 * What draws a shape through these points, last the shape itself; null if they are too few. Where a road's point lies on
 * another road, or the two cross, both get a corner there: roads meet at shared corners only.
 */
export function shapeEdits(
  { layers }: Pick<Sketch, 'layers'>,
  plane: Plane,
  kind: ShapeKind,
  points: readonly Point[],
  named: { readonly id: string; readonly name: { readonly zh: string; readonly en: string } },
): readonly FeatureEdit[] | null {
  const { layer, isArea, properties, isNamedById } = SHAPE[kind]
  const line = points.filter((p, index) => index === 0 || !same(p, points[index - 1]))
  const [first] = line
  if (isArea && line.length > 1 && same(first, line.at(-1))) line.pop()
  if (!first || line.length < leastPoints(kind)) return null
  const grid = kind === 'road' ? roadGrid(layers.roads) : null
  const corners = grid ? withCrossings(grid, line) : line
  const positions = corners.map((p) => toPosition(plane, p))
  const { id, name } = named
  const feature = {
    type: 'Feature',
    properties: { ...(isNamedById ? { id } : {}), name, ...properties },
    geometry: isArea
      ? { type: 'Polygon', coordinates: [[...positions, toPosition(plane, first)]] }
      : { type: 'LineString', coordinates: positions },
  }
  const joined = grid ? cornersAt(grid, plane, corners) : []
  return [...joined, { kind: 'add', layer, feature }]
}

/** A road's line with a corner wherever it crosses a road that is there. */
function withCrossings(grid: RoadGrid, line: readonly Point[]): readonly Point[] {
  return line.flatMap((b, index) => {
    const a = line[index - 1]
    if (!a) return [b]
    const found = [...grid.beside({ a, b })].flatMap((two) => crossingOf(a, b, two) ?? [])
    const inside = found.filter((p) => !same(p, a) && !same(p, b))
    const ordered = inside.sort((p, q) => between(a, p) - between(a, q))
    return [...ordered.filter((p, n) => n === 0 || !same(p, ordered[n - 1])), b]
  })
}

/** Where two stretches cross or touch, at a whole metre; null if they don't. */
function crossingOf(a: Point, b: Point, two: Pick<Stretch<unknown>, 'a' | 'b'>): Point | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [ex, ey] = [two.b.x - two.a.x, two.b.y - two.a.y]
  const area = dx * ey - dy * ex
  if (area === 0) return null
  const [fx, fy] = [two.a.x - a.x, two.a.y - a.y]
  const along = (fx * ey - fy * ex) / area
  const other = (fx * dy - fy * dx) / area
  if (along < 0 || along > 1 || other < 0 || other > 1) return null
  return { x: Math.round(a.x + dx * along), y: Math.round(a.y + dy * along) }
}

const same = (p: Point | undefined, q: Point | undefined): boolean => p?.x === q?.x && p?.y === q?.y

/** A point that was put onto a road lies no further from it, in metres: it is rounded. */
const ROUNDED = 1

/** New corners of the roads that these points lie on. */
function cornersAt(grid: RoadGrid, plane: Plane, points: readonly Point[]): readonly FeatureEdit[] {
  const corners = new Map<Feature, { readonly after: number; readonly p: Point }[]>()
  for (const p of points) {
    const near = grid.nearest(p, ROUNDED)
    if (!near || same(near.stretch.a, p) || same(near.stretch.b, p)) continue
    const { road, corner } = near.stretch.of
    const known = corners.get(road) ?? []
    corners.set(road, known)
    if (!known.some((one) => same(one.p, p))) known.push({ after: corner, p })
  }
  return [...corners].map(([road, own]) => {
    const line = (road.rings[0] ?? []).flatMap((p, index) => [
      p,
      ...own
        .filter(({ after }) => after === index)
        .map((one) => one.p)
        .sort((a, b) => between(p, a) - between(p, b)),
    ])
    const positions = line.map((p) => {
      const [lon, lat] = toPosition(plane, p)
      return [lon, lat] as const
    })
    return { kind: 'set', layer: 'roads', index: road.index, line: positions }
  })
}
