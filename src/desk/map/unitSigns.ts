/** Units' signs: a shape and a character for each kind, and its state by fill and mark, not by colour alone. */
import type { UnitKind } from '../../core/taxonomy/vocabulary.ts'
import { isPolice } from './drawIncident.ts'
import { type MapUnit, underway } from './model.ts'
import type { Palette } from './palette.ts'
import type { Wording } from './wording.ts'

export const SIGN_STATES = ['idle', 'active', 'late', 'there', 'far'] as const
/** `far`: seen from so far off that only the shape shows. */
export type SignState = (typeof SIGN_STATES)[number]

/** Room that a sign is drawn in, CSS pixels, its middle in the middle. */
export const SIGN_BOX = { width: 40, height: 30 } as const

/** Half the size of what is seen of it. */
export function signHalf(state: SignState): { readonly x: number; readonly y: number } {
  return state === 'far' ? { x: 4, y: 4 } : { x: 14, y: 10 }
}

/** How a unit shows: idle ones shrink when the whole city is in view. */
export function signState(unit: MapUnit, now: number, scale: number): SignState {
  if (unit.status === 'free') return scale < 0.07 ? 'far' : 'idle'
  if (unit.overdue && !underway(unit, now)) return 'late'
  return unit.status === 'arrived' ? 'there' : 'active'
}

type Ctx = CanvasRenderingContext2D

function outline(ctx: Ctx, points: readonly (readonly [number, number])[]): void {
  ctx.beginPath()
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
  ctx.closePath()
}

/** The shape of a kind around (0, 0), `k` times its usual size. */
function shape(ctx: Ctx, kind: UnitKind, k: number): void {
  switch (kind) {
    case 'patrol': // a pill
      ctx.beginPath()
      ctx.roundRect(-14 * k, -9 * k, 28 * k, 18 * k, 9 * k)
      return
    case 'station': // a block
      ctx.beginPath()
      ctx.roundRect(-12 * k, -9 * k, 24 * k, 18 * k, 2.5 * k)
      return
    case 'traffic': // a hexagon lying
      outline(ctx, [
        [-15 * k, 0],
        [-9 * k, -9.5 * k],
        [9 * k, -9.5 * k],
        [15 * k, 0],
        [9 * k, 9.5 * k],
        [-9 * k, 9.5 * k],
      ])
      return
    case 'swat': // a shield
      ctx.beginPath()
      ctx.moveTo(-10 * k, -10 * k)
      ctx.lineTo(10 * k, -10 * k)
      ctx.lineTo(10 * k, 2 * k)
      ctx.quadraticCurveTo(9 * k, 8 * k, 0, 11.5 * k)
      ctx.quadraticCurveTo(-9 * k, 8 * k, -10 * k, 2 * k)
      ctx.closePath()
      return
    case 'fire': // a house
      outline(ctx, [
        [0, -12 * k],
        [11 * k, -5 * k],
        [11 * k, 9.5 * k],
        [-11 * k, 9.5 * k],
        [-11 * k, -5 * k],
      ])
      return
    case 'ambulance': // a circle
      ctx.beginPath()
      ctx.arc(0, 0, 10.5 * k, 0, 2 * Math.PI)
  }
}

function colors(kind: UnitKind, state: SignState, palette: Palette) {
  const own = isPolice({ kind })
  const strong = own ? palette.calm : palette.helper
  switch (state) {
    case 'active':
    case 'there':
      return { fill: strong, line: palette.halo, ink: own ? palette.onCalm : palette.onHelper }
    case 'late':
      return { fill: palette.idleFill, line: palette.now, ink: palette.now }
    case 'far':
      return { fill: own ? palette.calm : palette.helper, line: palette.halo, ink: palette.halo }
    default:
      return { fill: palette.idleFill, line: palette.idleLine, ink: palette.idleInk }
  }
}

/** A tick in the lower right corner: it is there. */
function tick(ctx: Ctx, palette: Palette): void {
  ctx.beginPath()
  ctx.arc(12, 8, 5.5, 0, 2 * Math.PI)
  ctx.fillStyle = palette.done
  ctx.fill()
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = 1.2
  ctx.stroke()
  ctx.beginPath()
  ctx.moveTo(9.4, 8.1)
  ctx.lineTo(11.3, 10)
  ctx.lineTo(14.7, 6.1)
  ctx.lineWidth = 1.6
  ctx.strokeStyle = palette.halo
  ctx.stroke()
}

/** An exclamation mark in the upper right corner: it needs chasing. */
function mark(ctx: Ctx, palette: Palette, font: string): void {
  ctx.beginPath()
  ctx.arc(13, -8, 5.5, 0, 2 * Math.PI)
  ctx.fillStyle = palette.now
  ctx.fill()
  ctx.fillStyle = palette.halo
  ctx.font = `700 9px ${font}`
  ctx.fillText('!', 13, -7.6)
}

/** Draws a sign with its middle at (x, y) of a context scaled to CSS pixels. */
export function drawUnitSign(
  ctx: Ctx,
  kind: UnitKind,
  state: SignState,
  x: number,
  y: number,
  palette: Palette,
  words: Wording,
  font: string,
): void {
  const look = colors(kind, state, palette)
  ctx.save()
  ctx.translate(x, y)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  shape(ctx, kind, state === 'far' ? 0.42 : 1)
  if (state !== 'far') {
    ctx.lineWidth = 4
    ctx.strokeStyle = palette.halo
    ctx.globalAlpha = 0.75
    ctx.stroke()
    ctx.globalAlpha = 1
  }
  ctx.fillStyle = look.fill
  ctx.fill()
  ctx.strokeStyle = look.line
  ctx.lineWidth = state === 'late' ? 1.8 : 1.2
  ctx.stroke()
  if (state !== 'far') {
    ctx.fillStyle = look.ink
    ctx.font = `700 12px ${font}`
    ctx.fillText(words.unitChar[kind], 0, kind === 'fire' ? 1.8 : 0.8)
  }
  if (state === 'there') tick(ctx, palette)
  if (state === 'late') mark(ctx, palette, font)
  ctx.restore()
}
