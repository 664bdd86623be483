/** One texture with every sign that moves: units, pins and rings. Drawn once for each theme and language. */
import type Phaser from 'phaser'
import { UNIT_KINDS, type UnitKind } from '../../core/taxonomy/vocabulary.ts'
import type { NameLook } from './nameWriter.ts'
import type { Palette } from './palette.ts'
import { drawUnitSign, SIGN_BOX, SIGN_STATES, type SignState } from './unitSigns.ts'
import { wording } from './wording.ts'

export type PinName = 'pin-trainee' | 'pin-system' | 'ring'

const PINS: readonly PinName[] = ['pin-trainee', 'pin-system', 'ring']
const PIN_BOX = { width: 44, height: 56 } as const

/** The name of a unit's frame in the sheet. */
export function signFrame(kind: UnitKind, state: SignState): string {
  return `${kind}-${state}`
}

type Ctx = CanvasRenderingContext2D

/** The trainee's mark: a drop whose point is the place, at (x, y). */
function drawTraineePin(ctx: Ctx, x: number, y: number, palette: Palette): void {
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.bezierCurveTo(x, y - 4, x - 11, y - 14, x - 11, y - 23)
  ctx.arc(x, y - 23, 11, Math.PI, 0)
  ctx.bezierCurveTo(x + 11, y - 14, x, y - 4, x, y)
  ctx.closePath()
  ctx.lineJoin = 'round'
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = 3
  ctx.stroke()
  ctx.fillStyle = palette.calm
  ctx.fill()
  ctx.beginPath()
  ctx.arc(x, y - 23, 4.2, 0, 2 * Math.PI)
  ctx.fillStyle = palette.onCalm
  ctx.fill()
}

/** The system's position: cross hairs, since it points and may be wrong. */
function drawSystemPin(ctx: Ctx, x: number, y: number, palette: Palette): void {
  for (const [width, color] of [
    [5, palette.halo],
    [2, palette.now],
  ] as const) {
    ctx.strokeStyle = color
    ctx.lineWidth = width
    ctx.lineCap = 'round'
    ctx.beginPath()
    ctx.arc(x, y, 8, 0, 2 * Math.PI)
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      ctx.moveTo(x + dx * 5, y + dy * 5)
      ctx.lineTo(x + dx * 13, y + dy * 13)
    }
    ctx.stroke()
  }
  ctx.lineCap = 'butt'
}

function drawRing(ctx: Ctx, x: number, y: number, palette: Palette): void {
  for (const [width, color] of [
    [4.5, palette.halo],
    [2, palette.ink],
  ] as const) {
    ctx.beginPath()
    ctx.arc(x, y, 8.5, 0, 2 * Math.PI)
    ctx.strokeStyle = color
    ctx.lineWidth = width
    ctx.stroke()
  }
}

/** Makes the sheet's texture under `key`; its frames are named by `signFrame` and `PinName`. */
export function makeSignSheet(
  textures: Phaser.Textures.TextureManager,
  key: string,
  look: NameLook,
  ratio: number,
): Phaser.Textures.CanvasTexture {
  const columns = SIGN_STATES.length
  const width = Math.ceil(columns * SIGN_BOX.width * ratio)
  const unitsHeight = UNIT_KINDS.length * SIGN_BOX.height
  const height = Math.ceil((unitsHeight + PIN_BOX.height) * ratio)
  const texture = textures.createCanvas(key, width, height)
  if (texture === null) throw new Error(`A texture called ${key} exists already`)
  const ctx = texture.context
  const words = wording(look.lang)
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  const cell = (name: string, x: number, y: number, w: number, h: number) =>
    texture.add(
      name,
      0,
      Math.round(x * ratio),
      Math.round(y * ratio),
      Math.round(w * ratio),
      Math.round(h * ratio),
    )
  for (const [row, kind] of UNIT_KINDS.entries()) {
    for (const [column, state] of SIGN_STATES.entries()) {
      const x = column * SIGN_BOX.width
      const y = row * SIGN_BOX.height
      const { width: w, height: h } = SIGN_BOX
      drawUnitSign(ctx, kind, state, x + w / 2, y + h / 2, look.palette, words, look.font)
      cell(signFrame(kind, state), x, y, w, h)
    }
  }
  for (const [column, name] of PINS.entries()) {
    const x = column * PIN_BOX.width
    const middle = x + PIN_BOX.width / 2
    const y = unitsHeight + PIN_BOX.height / 2
    if (name === 'pin-trainee') drawTraineePin(ctx, middle, y + 20, look.palette)
    else if (name === 'pin-system') drawSystemPin(ctx, middle, y, look.palette)
    else drawRing(ctx, middle, y, look.palette)
    cell(name, x, unitsHeight, PIN_BOX.width, PIN_BOX.height)
  }
  texture.refresh()
  return texture
}

/** Where a pin's point lies in its frame, as parts of its size. */
export function pinOrigin(name: PinName): { readonly x: number; readonly y: number } {
  return name === 'pin-trainee'
    ? { x: 0.5, y: (PIN_BOX.height / 2 + 20) / PIN_BOX.height }
    : { x: 0.5, y: 0.5 }
}
