/** The small signs of places: each kind has its own shape, so that none is told by colour alone. */
import type { PlaceKind } from './mapCity.ts'
import type { Palette } from './palette.ts'
import type { Wording } from './wording.ts'

/** From which scale (px per metre) a kind of place is drawn, by rank 1, 2, 3. */
const FROM: Readonly<Record<PlaceKind, readonly [number, number, number]>> = {
  police: [0, 0.05, 0.05],
  fire: [0, 0.05, 0.05],
  hospital: [0, 0.05, 0.05],
  landmark: [0.06, 0.12, 0.2],
  stop: [0.3, 0.3, 0.36],
  sign: [0.26, 0.3, 0.36],
  km: [0.2, 0.24, 0.3],
  pylon: [0.16, 0.22, 0.26],
  lamp: [0.5, 0.55, 0.6],
}

/** Whether a place is drawn at this scale. */
export function placeShows(kind: PlaceKind, rank: 1 | 2 | 3, scale: number): boolean {
  return scale >= (FROM[kind][rank - 1] ?? 0)
}

/** Half the room that a sign takes, in px: labels keep off it. */
export function signRadius(kind: PlaceKind, scale: number): number {
  switch (kind) {
    case 'police':
    case 'fire':
    case 'hospital':
      return scale < 0.08 ? 5 : 9
    case 'stop':
      return 6
    case 'pylon':
    case 'sign':
    case 'km':
      return 6
    default:
      return 3
  }
}

type Ctx = CanvasRenderingContext2D

function shield(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath()
  ctx.moveTo(x, y - r)
  ctx.lineTo(x + r * 0.92, y - r * 0.66)
  ctx.quadraticCurveTo(x + r * 1.02, y + r * 0.55, x, y + r * 1.08)
  ctx.quadraticCurveTo(x - r * 1.02, y + r * 0.55, x - r * 0.92, y - r * 0.66)
  ctx.closePath()
}

function cross(ctx: Ctx, x: number, y: number, r: number): void {
  const a = r * 0.42
  ctx.beginPath()
  for (const [i, [dx, dy]] of [
    [-a, -r],
    [a, -r],
    [a, -a],
    [r, -a],
    [r, a],
    [a, a],
    [a, r],
    [-a, r],
    [-a, a],
    [-r, a],
    [-r, -a],
    [-a, -a],
  ].entries()) {
    if (i === 0) ctx.moveTo(x + (dx ?? 0), y + (dy ?? 0))
    else ctx.lineTo(x + (dx ?? 0), y + (dy ?? 0))
  }
  ctx.closePath()
}

function house(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.beginPath()
  ctx.moveTo(x, y - r * 1.1)
  ctx.lineTo(x + r, y - r * 0.4)
  ctx.lineTo(x + r, y + r * 0.95)
  ctx.lineTo(x - r, y + r * 0.95)
  ctx.lineTo(x - r, y - r * 0.4)
  ctx.closePath()
}

function plate(
  ctx: Ctx,
  kind: 'police' | 'fire' | 'hospital',
  x: number,
  y: number,
  scale: number,
  palette: Palette,
  words: Wording,
  font: string,
): void {
  const small = scale < 0.08
  const r = small ? 4.5 : 8.5
  if (kind === 'police') shield(ctx, x, y, r)
  else if (kind === 'fire') house(ctx, x, y, r)
  else if (small) cross(ctx, x, y, r)
  else {
    ctx.beginPath()
    ctx.arc(x, y, r, 0, 2 * Math.PI)
  }
  ctx.fillStyle = small ? palette.placeDot : palette.station
  ctx.fill()
  ctx.strokeStyle = small ? palette.halo : palette.placeDot
  ctx.lineWidth = 1.1
  ctx.stroke()
  if (small) return
  ctx.fillStyle = palette.stationInk
  if (kind === 'hospital') {
    cross(ctx, x, y, 5.2)
    ctx.fill()
    return
  }
  ctx.font = `600 10px ${font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(words.placeChar[kind], x, y + 0.8)
}

function lattice(ctx: Ctx, x: number, y: number, palette: Palette): void {
  ctx.strokeStyle = palette.lamp
  ctx.lineWidth = 1.2
  ctx.beginPath()
  ctx.moveTo(x - 4, y + 5.5)
  ctx.lineTo(x, y - 6)
  ctx.lineTo(x + 4, y + 5.5)
  ctx.moveTo(x - 4.5, y - 1.5)
  ctx.lineTo(x + 4.5, y - 1.5)
  ctx.moveTo(x - 2.6, y + 2)
  ctx.lineTo(x + 3.3, y + 4)
  ctx.moveTo(x + 2.6, y + 2)
  ctx.lineTo(x - 3.3, y + 4)
  ctx.stroke()
}

function box(ctx: Ctx, x: number, y: number, w: number, h: number, r: number): void {
  ctx.beginPath()
  ctx.roundRect(x - w / 2, y - h / 2, w, h, r)
}

/** Draws the sign of a place with its middle at (x, y) CSS px. */
export function drawSign(
  ctx: Ctx,
  kind: PlaceKind,
  rank: 1 | 2 | 3,
  x: number,
  y: number,
  scale: number,
  palette: Palette,
  words: Wording,
  font: string,
): void {
  switch (kind) {
    case 'police':
    case 'fire':
    case 'hospital':
      plate(ctx, kind, x, y, scale, palette, words, font)
      return
    case 'pylon':
      lattice(ctx, x, y, palette)
      return
    case 'sign': // a lit board
      box(ctx, x, y, 11, 8, 2)
      ctx.strokeStyle = palette.sign
      ctx.lineWidth = 1.2
      ctx.stroke()
      ctx.fillStyle = palette.sign
      ctx.fillRect(x - 3, y - 1, 6, 2)
      return
    case 'lamp':
      ctx.strokeStyle = palette.lamp
      ctx.lineWidth = 1.2
      ctx.beginPath()
      ctx.moveTo(x, y + 4)
      ctx.lineTo(x, y - 3)
      ctx.lineTo(x + 3.5, y - 3)
      ctx.stroke()
      return
    case 'km': // a milestone
      ctx.beginPath()
      ctx.roundRect(x - 3.5, y - 5, 7, 10, [3.5, 3.5, 0, 0])
      ctx.fillStyle = palette.idleFill
      ctx.fill()
      ctx.strokeStyle = palette.lamp
      ctx.lineWidth = 1.2
      ctx.stroke()
      return
    case 'stop':
      box(ctx, x, y, 11, 11, 2.5)
      ctx.fillStyle = palette.lamp
      ctx.fill()
      ctx.fillStyle = palette.halo
      ctx.font = `600 8px ${font}`
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.fillText(words.placeChar.stop, x, y + 0.6)
      return
    case 'landmark':
      ctx.beginPath()
      ctx.arc(x, y, rank === 1 ? 3 : rank === 2 ? 2.5 : 2, 0, 2 * Math.PI)
      ctx.fillStyle = palette.placeDot
      ctx.fill()
      ctx.strokeStyle = palette.halo
      ctx.lineWidth = 1
      ctx.stroke()
  }
}
