/** The small signs of places: each kind has its own shape, so that none is told by colour alone. */
import type { Point } from './geometry.ts'
import type { MapPlace, PlaceKind } from './mapCity.ts'
import type { NameLook } from './nameWriter.ts'
import type { Palette } from './palette.ts'
import type { Wording } from './wording.ts'

/** Below this scale only the shapes of stations and hospitals show. */
const SMALL_BELOW = 0.085

/** From which scale (px per metre) a kind of place is drawn, by rank 1, 2, 3. */
const FROM: Readonly<Record<PlaceKind, readonly [number, number, number]>> = {
  police: [0, 0.085, 0.085],
  fire: [0, 0.085, 0.085],
  hospital: [0, 0.085, 0.085],
  aid: [0, 0.085, 0.085],
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
    case 'aid':
      return scale < SMALL_BELOW ? 5 : 9
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

function shield(ctx: Ctx, r: number): void {
  ctx.moveTo(0, -r)
  ctx.lineTo(r * 0.92, -r * 0.66)
  ctx.quadraticCurveTo(r * 1.02, r * 0.55, 0, r * 1.08)
  ctx.quadraticCurveTo(-r * 1.02, r * 0.55, -r * 0.92, -r * 0.66)
  ctx.closePath()
}

function cross(ctx: Ctx, r: number): void {
  const a = r * 0.36
  ctx.moveTo(-a, -r)
  for (const [x, y] of [
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
  ] as const) {
    ctx.lineTo(x, y)
  }
  ctx.closePath()
}

function house(ctx: Ctx, r: number): void {
  ctx.moveTo(0, -r * 1.1)
  ctx.lineTo(r, -r * 0.4)
  ctx.lineTo(r, r * 0.95)
  ctx.lineTo(-r, r * 0.95)
  ctx.lineTo(-r, -r * 0.4)
  ctx.closePath()
}

function plate(ctx: Ctx, place: MapPlace, small: boolean, look: NameLook, words: Wording): void {
  const { palette, font } = look
  const r = small ? 4.5 : 8.5
  ctx.beginPath()
  if (place.kind === 'fire') house(ctx, r)
  else if (place.kind === 'police') shield(ctx, r)
  else if (place.kind === 'aid') ctx.roundRect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8, 2.5)
  else if (small) cross(ctx, r)
  else ctx.arc(0, 0, r + 0.5, 0, 2 * Math.PI)
  ctx.fillStyle = small ? palette.placeDot : palette.station
  ctx.fill()
  ctx.strokeStyle = small ? palette.halo : palette.placeDot
  ctx.lineWidth = 1.1
  ctx.stroke()
  if (small) return
  ctx.fillStyle = palette.stationInk
  if (place.letter === null) {
    ctx.beginPath()
    cross(ctx, 5.4)
    ctx.fill()
    return
  }
  ctx.font = `600 10px ${font}`
  ctx.fillText(words.unitChar[place.letter], 0, 0.8)
}

/** A tower of lattice work. */
function lattice(ctx: Ctx, palette: Palette): void {
  ctx.strokeStyle = palette.lamp
  ctx.lineWidth = 1.2
  ctx.beginPath()
  ctx.moveTo(-4, 5.5)
  ctx.lineTo(0, -6)
  ctx.lineTo(4, 5.5)
  ctx.moveTo(-4.5, -1.5)
  ctx.lineTo(4.5, -1.5)
  ctx.moveTo(-2.6, 2)
  ctx.lineTo(3.3, 4)
  ctx.moveTo(2.6, 2)
  ctx.lineTo(-3.3, 4)
  ctx.stroke()
}

/** A street name board on its post. */
function board(ctx: Ctx, palette: Palette): void {
  ctx.strokeStyle = palette.sign
  ctx.lineWidth = 1.3
  ctx.beginPath()
  ctx.roundRect(-6, -6, 12, 6.5, 1.5)
  ctx.moveTo(0, 0.5)
  ctx.lineTo(0, 6)
  ctx.stroke()
  ctx.fillStyle = palette.sign
  ctx.fillRect(-3.5, -3.5, 7, 1.5)
}

function lamp(ctx: Ctx, palette: Palette): void {
  ctx.strokeStyle = palette.lamp
  ctx.lineWidth = 1.2
  ctx.beginPath()
  ctx.moveTo(0, 4)
  ctx.lineTo(0, -3)
  ctx.lineTo(3.5, -3)
  ctx.stroke()
}

function milestone(ctx: Ctx, palette: Palette): void {
  ctx.beginPath()
  ctx.roundRect(-3.5, -5, 7, 10, [3.5, 3.5, 0, 0])
  ctx.fillStyle = palette.idleFill
  ctx.fill()
  ctx.strokeStyle = palette.lamp
  ctx.lineWidth = 1.2
  ctx.stroke()
}

function stop(ctx: Ctx, look: NameLook, words: Wording): void {
  ctx.beginPath()
  ctx.roundRect(-5.5, -5.5, 11, 11, 2.5)
  ctx.fillStyle = look.palette.lamp
  ctx.fill()
  ctx.fillStyle = look.palette.halo
  ctx.font = `600 8px ${look.font}`
  ctx.fillText(words.placeChar.stop, 0, 0.6)
}

function dot(ctx: Ctx, rank: 1 | 2 | 3, palette: Palette): void {
  ctx.beginPath()
  ctx.arc(0, 0, rank === 1 ? 3 : rank === 2 ? 2.5 : 2, 0, 2 * Math.PI)
  ctx.fillStyle = palette.placeDot
  ctx.fill()
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = 1
  ctx.stroke()
}

/** Draws the sign of a place with its middle at `at`, CSS px of a context scaled to them. */
export function drawSign(
  ctx: Ctx,
  place: MapPlace,
  at: Point,
  scale: number,
  look: NameLook,
  words: Wording,
): void {
  const { palette } = look
  ctx.save()
  ctx.translate(at.x, at.y)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  switch (place.kind) {
    case 'pylon':
      lattice(ctx, palette)
      break
    case 'sign':
      board(ctx, palette)
      break
    case 'lamp':
      lamp(ctx, palette)
      break
    case 'km':
      milestone(ctx, palette)
      break
    case 'stop':
      stop(ctx, look, words)
      break
    case 'landmark':
      dot(ctx, place.rank, palette)
      break
    default:
      plate(ctx, place, scale < SMALL_BELOW, look, words)
  }
  ctx.restore()
}
