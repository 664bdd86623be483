/** Sector, ways and destinations: between the roads and the names; drawn again only when they change. */
import { toScreen } from './camera.ts'
import type { Frame } from './drawGround.ts'
import { clamp } from './geometry.ts'
import { type MapState, type MapUnit, underway, wayAhead } from './model.ts'
import type { Palette } from './palette.ts'
import { fill, type Wording } from './wording.ts'

/** More ways than this at once would hide the map. */
const MOST_WAYS = 24

/** Police are ours and blue; fire engines and ambulances are helpers and light. */
export function isPolice(unit: Pick<MapUnit, 'kind'>): boolean {
  return unit.kind !== 'fire' && unit.kind !== 'ambulance'
}

/** Draws onto `ctx` what the system shows and where units are bound for. */
export function drawIncident(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  state: MapState,
  palette: Palette,
  words: Wording,
  font: string,
): void {
  const { camera, size, ratio } = frame
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  if (state.sector !== null) {
    const { x, y } = toScreen(camera, size, state.sector)
    const radius = state.sector.radius * camera.scale
    ctx.beginPath()
    ctx.arc(x, y, radius, 0, 2 * Math.PI)
    // A sector larger than the view would only tint all of it.
    ctx.globalAlpha = clamp(1.6 - radius / 450, 0, 1)
    ctx.fillStyle = palette.sectorFill
    ctx.fill()
    ctx.globalAlpha = 1
    ctx.strokeStyle = palette.now
    ctx.lineWidth = 1.4
    ctx.setLineDash([5, 5])
    ctx.stroke()
    ctx.setLineDash([])
    ctx.font = `400 12px ${font}`
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    const text = fill(words.sector, { metres: Math.round(state.sector.radius) })
    if (radius > 50) {
      const width = ctx.measureText(text).width + 10
      ctx.beginPath()
      ctx.roundRect(x - width / 2, y - radius - 9, width, 18, 4)
      ctx.fillStyle = palette.plate
      ctx.fill()
      ctx.fillStyle = palette.now
      ctx.fillText(text, x, y - radius)
    }
  }
  let ways = 0
  for (const unit of state.units) {
    if (ways >= MOST_WAYS || !underway(unit, state.now)) continue
    ways++
    drawWay(ctx, frame, unit, state.now, palette)
  }
}

function drawWay(
  ctx: CanvasRenderingContext2D,
  { camera, size }: Frame,
  unit: MapUnit,
  now: number,
  palette: Palette,
): void {
  const way = wayAhead(unit, now).map((point) => toScreen(camera, size, point))
  const end = way[way.length - 1]
  if (end === undefined) return
  const color = isPolice(unit) ? palette.calm : palette.helper
  ctx.beginPath()
  for (const [i, { x, y }] of way.entries()) {
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.strokeStyle = color
  ctx.lineWidth = 2.6
  // Counted from the far end, so that the dots stand still while the way grows shorter.
  let length = 0
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1], way[i]]
    if (a !== undefined && b !== undefined) length += Math.hypot(b.x - a.x, b.y - a.y)
  }
  const step = 6.5
  ctx.setLineDash([0.01, step])
  ctx.lineDashOffset = step - (length % step)
  ctx.stroke()
  ctx.setLineDash([])
  ctx.lineDashOffset = 0
  ctx.lineCap = 'butt'
  ctx.beginPath()
  ctx.arc(end.x, end.y, 6, 0, 2 * Math.PI)
  ctx.lineWidth = 1.6
  ctx.stroke()
  ctx.beginPath()
  ctx.arc(end.x, end.y, 2, 0, 2 * Math.PI)
  ctx.fillStyle = color
  ctx.fill()
}
