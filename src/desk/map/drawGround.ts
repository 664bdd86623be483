/** The city without its names, drawn with the browser's 2D canvas: once for each view, never per frame. */
import type { Camera } from './camera.ts'
import type { Bounds, Point, Size } from './geometry.ts'
import type { AreaKind, MapCity, RoadClass } from './mapCity.ts'
import type { Palette } from './palette.ts'

/** The city as paths in metres, made once: strokes and fills need no work on points any more. */
export interface CityPaths {
  readonly bounds: Bounds
  readonly districts: Path2D
  readonly areas: ReadonlyMap<AreaKind, Path2D>
  readonly waters: Path2D
  readonly courses: readonly { readonly path: Path2D; readonly width: number }[]
  readonly roads: Readonly<Record<RoadClass, Path2D>>
  readonly rails: Path2D
  readonly wires: Path2D
}

function add(path: Path2D, points: readonly Point[], close: boolean): void {
  for (const [i, point] of points.entries()) {
    if (i === 0) path.moveTo(point.x, point.y)
    else path.lineTo(point.x, point.y)
  }
  if (close) path.closePath()
}

/** A district's outline without the stretches along the city's own edge: nothing lies beyond it. */
function addInner(path: Path2D, outline: readonly Point[], edge: Bounds): void {
  const at = (a: number, b: number) => Math.abs(a - b) < 2
  let before: Point | undefined
  for (const point of outline) {
    const { x, y } = point
    const along =
      before !== undefined &&
      ((at(x, before.x) && (at(x, edge.minX) || at(x, edge.maxX))) ||
        (at(y, before.y) && (at(y, edge.minY) || at(y, edge.maxY))))
    if (before === undefined || along) path.moveTo(x, y)
    else path.lineTo(x, y)
    before = point
  }
}

export function cityPaths(city: MapCity): CityPaths {
  const districts = new Path2D()
  for (const district of city.districts) addInner(districts, district.outline, city.bounds)
  const areas = new Map<AreaKind, Path2D>()
  for (const area of city.areas) {
    const path = areas.get(area.kind) ?? new Path2D()
    areas.set(area.kind, path)
    add(path, area.outline, true)
  }
  const waters = new Path2D()
  const courses: { path: Path2D; width: number }[] = []
  for (const water of city.waters) {
    if (water.outline.length > 2) add(waters, water.outline, true)
    if (water.course.length > 1 && water.width > 0) {
      const path = new Path2D()
      add(path, water.course, false)
      courses.push({ path, width: water.width })
    }
  }
  const roads = {
    trunk: new Path2D(),
    main: new Path2D(),
    street: new Path2D(),
    lane: new Path2D(),
  }
  for (const road of city.roads) add(roads[road.class], road.points, false)
  const rails = new Path2D()
  const wires = new Path2D()
  for (const line of city.lines) add(line.kind === 'rail' ? rails : wires, line.points, false)
  return { bounds: city.bounds, districts, areas, waters, courses, roads, rails, wires }
}

/** True width in metres, the least width in px, and from which scale a kind of road is drawn. */
const WIDTHS = {
  trunk: { metres: 30, least: 3, from: 0 },
  main: { metres: 25, least: 2.2, from: 0 },
  street: { metres: 15, least: 1.2, from: 0.035 },
  lane: { metres: 8, least: 1, from: 0.11 },
} as const

const STACK = ['lane', 'street', 'main', 'trunk'] as const

/** The width in px at which a road is drawn. */
export function roadWidth(kind: RoadClass, scale: number): number {
  const { metres, least } = WIDTHS[kind]
  return Math.max(least, metres * scale)
}

export interface Frame {
  readonly camera: Camera
  /** CSS pixels of the picture. */
  readonly size: Size
  /** Device pixels per CSS pixel. */
  readonly ratio: number
}

/** Sets the context so that paths in metres land where the camera sees them. */
function inMetres(ctx: CanvasRenderingContext2D, { camera, size, ratio }: Frame): void {
  const s = camera.scale * ratio
  ctx.setTransform(
    s,
    0,
    0,
    s,
    (size.width / 2) * ratio - camera.x * s,
    (size.height / 2) * ratio - camera.y * s,
  )
}

/** Lowest first; islands and buildings have a layer of their own above the water. */
const AREA_STACK: readonly AreaKind[] = [
  'hill',
  'forest',
  'field',
  'saltpan',
  'village',
  'industrial',
  'green',
  'block',
  'site',
  'square',
  'park',
]

function drawAreas(ctx: CanvasRenderingContext2D, paths: CityPaths, palette: Palette): void {
  for (const kind of AREA_STACK) {
    const path = paths.areas.get(kind)
    if (path === undefined) continue
    ctx.fillStyle = palette.areas[kind]
    ctx.fill(path)
  }
}

function drawWater(
  ctx: CanvasRenderingContext2D,
  paths: CityPaths,
  palette: Palette,
  px: number,
): void {
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.strokeStyle = palette.waterEdge
  ctx.lineWidth = 2.4 * px
  ctx.stroke(paths.waters)
  for (const { path, width } of paths.courses) {
    ctx.lineWidth = Math.max(width, 2 * px) + 2.4 * px
    ctx.stroke(path)
  }
  ctx.fillStyle = palette.water
  ctx.strokeStyle = palette.water
  ctx.fill(paths.waters)
  for (const { path, width } of paths.courses) {
    ctx.lineWidth = Math.max(width, 2 * px)
    ctx.stroke(path)
  }
}

function drawRail(
  ctx: CanvasRenderingContext2D,
  paths: CityPaths,
  palette: Palette,
  px: number,
): void {
  ctx.lineCap = 'butt'
  ctx.strokeStyle = palette.rail
  ctx.lineWidth = 3 * px
  ctx.stroke(paths.rails)
  ctx.strokeStyle = palette.railGap
  ctx.lineWidth = 1.6 * px
  ctx.setLineDash([9 * px, 9 * px])
  ctx.stroke(paths.rails)
  ctx.setLineDash([])
}

function drawWires(
  ctx: CanvasRenderingContext2D,
  paths: CityPaths,
  palette: Palette,
  px: number,
): void {
  ctx.strokeStyle = palette.wire
  ctx.lineWidth = 1 * px
  ctx.setLineDash([10 * px, 3 * px])
  ctx.stroke(paths.wires)
  ctx.setLineDash([])
}

function drawRoads(
  ctx: CanvasRenderingContext2D,
  paths: CityPaths,
  palette: Palette,
  scale: number,
): void {
  const px = 1 / scale
  const seen = STACK.filter((kind) => scale >= WIDTHS[kind].from)
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  for (const kind of seen) {
    const width = roadWidth(kind, scale)
    if (width < 2) continue
    ctx.strokeStyle = palette.roads[kind].casing
    ctx.lineWidth = (width + 2) * px
    ctx.stroke(paths.roads[kind])
  }
  for (const kind of seen) {
    ctx.strokeStyle = palette.roads[kind].fill
    ctx.lineWidth = roadWidth(kind, scale) * px
    ctx.stroke(paths.roads[kind])
  }
  ctx.lineCap = 'butt'
  ctx.strokeStyle = palette.centre
  ctx.lineWidth = 1 * px
  ctx.setLineDash([6 * px, 7 * px])
  if (roadWidth('main', scale) >= 5) ctx.stroke(paths.roads.main)
  if (roadWidth('trunk', scale) >= 5) ctx.stroke(paths.roads.trunk)
  ctx.setLineDash([])
}

/** Draws all that has no text onto `ctx`. */
export function drawGround(
  ctx: CanvasRenderingContext2D,
  paths: CityPaths,
  frame: Frame,
  palette: Palette,
): void {
  const { scale } = frame.camera
  const px = 1 / scale
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.fillStyle = palette.beyond
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height)
  inMetres(ctx, frame)
  const { minX, minY, maxX, maxY } = paths.bounds
  ctx.fillStyle = palette.ground
  ctx.fillRect(minX, minY, maxX - minX, maxY - minY)
  ctx.save()
  ctx.beginPath()
  ctx.rect(minX, minY, maxX - minX, maxY - minY)
  ctx.clip()
  drawAreas(ctx, paths, palette)
  drawWater(ctx, paths, palette, px)
  const island = paths.areas.get('island')
  if (island !== undefined) {
    ctx.fillStyle = palette.areas.island
    ctx.fill(island)
  }
  const building = paths.areas.get('building')
  if (building !== undefined && scale >= 0.12) {
    ctx.fillStyle = palette.areas.building
    ctx.fill(building)
  }
  ctx.strokeStyle = palette.districtLine
  ctx.lineWidth = 1.2 * px
  ctx.setLineDash([10 * px, 5 * px, 2 * px, 5 * px])
  ctx.stroke(paths.districts)
  ctx.setLineDash([])
  if (scale >= 0.04) drawRail(ctx, paths, palette, px)
  drawRoads(ctx, paths, palette, scale)
  if (scale >= 0.08) drawWires(ctx, paths, palette, px)
  ctx.restore()
}
