/** Units on the map: a sign and a label each, moved in every frame, worded anew at most once a second. */
import Phaser from 'phaser'
import { toScreen } from './camera.ts'
import type { CameraControl } from './cameraControl.ts'
import { isPolice } from './drawIncident.ts'
import type { Bounds, Point } from './geometry.ts'
import { LabelSheet, type LabelText } from './labelSheet.ts'
import { boxAt } from './labels.ts'
import type { MapCity } from './mapCity.ts'
import { type MapState, type MapUnit, unitPoint } from './model.ts'
import type { NameLook } from './nameWriter.ts'
import { signFrame } from './signSheet.ts'
import { labelRank, placeUnitLabels, spread, standingUnits } from './unitLayout.ts'
import { signHalf, type signState } from './unitSigns.ts'
import { unitLabel } from './wording.ts'

interface Piece {
  readonly sign: Phaser.GameObjects.Image
  readonly label: Phaser.GameObjects.Image
  shift: Point
  /** Of the label's top left corner from the sign's middle, CSS px; null while it has no room. */
  labelAt: Point | null
}

/** What labels keep off: marks always, names of the ground if they can. CSS px of the screen. */
export interface Taken {
  readonly taken: readonly Bounds[]
  readonly names: readonly Bounds[]
}

/** From this scale on idle units carry their call signs. */
const IDLE_NAMES_FROM = 0.1
const ROUND_MS = 1000

export class UnitLayer {
  private readonly pieces = new Map<string, Piece>()
  private labels: LabelSheet | null = null
  private lastRound = Number.NEGATIVE_INFINITY
  private lastKey = ''
  private sheets = 0

  constructor(
    private readonly scene: Phaser.Scene,
    private readonly city: MapCity,
    private readonly ratio: number,
    private readonly signs: () => string,
  ) {}

  /** Another theme or language: everything is worded and drawn anew in the next frame. */
  invalidate(): void {
    for (const id of [...this.pieces.keys()]) this.drop(id)
    this.labels?.destroy()
    this.labels = null
    this.lastRound = Number.NEGATIVE_INFINITY
  }

  private drop(id: string): void {
    const piece = this.pieces.get(id)
    piece?.sign.destroy()
    piece?.label.destroy()
    this.pieces.delete(id)
    this.labels?.release(id)
  }

  /** Moves signs to where the units are; `ms` is the screen's clock. */
  update(
    state: MapState,
    control: CameraControl,
    look: NameLook,
    ms: number,
    room: () => Taken,
  ): void {
    const key = this.roundKey(state, control)
    const due = ms - this.lastRound >= ROUND_MS
    const changed = key !== this.lastKey && !control.moving
    if (due || (changed && ms - this.lastRound >= 120)) {
      this.lastRound = ms
      this.lastKey = key
      this.round(state, control, look, room())
    }
    this.move(state, control)
  }

  /** Changes when units come, go or change status, or the scale does. */
  private roundKey(state: MapState, control: CameraControl): string {
    let key = `${control.now.scale}|${control.view.width}`
    for (const unit of state.units) key += `|${unit.id}${unit.status}${unit.overdue ? '!' : ''}`
    return key
  }

  private move(state: MapState, control: CameraControl): void {
    const { ratio } = this
    for (const unit of state.units) {
      const piece = this.pieces.get(unit.id)
      if (piece === undefined) continue
      const at = toScreen(control.now, control.view, unitPoint(unit, state.now))
      const x = at.x + piece.shift.x
      const y = at.y + piece.shift.y
      piece.sign.setPosition(Math.round(x * ratio), Math.round(y * ratio))
      const { labelAt } = piece
      if (labelAt === null) continue
      piece.label.setPosition(
        Math.round((x + labelAt.x) * ratio),
        Math.round((y + labelAt.y) * ratio),
      )
    }
  }

  private round(state: MapState, control: CameraControl, look: NameLook, room: Taken): void {
    const { scale } = control.now
    const now = new Map(state.units.map((unit) => [unit.id, unit]))
    for (const id of [...this.pieces.keys()]) if (!now.has(id)) this.drop(id)
    const standing = standingUnits(this.city.places, state, control.now, control.view)
    const shifts = spread(standing)
    const labels = this.sheet(state.units.length)
    const texts = new Map<string, LabelText>()
    const marks = standing.map((unit) => {
      const model = now.get(unit.id)
      const shift = shifts.get(unit.id) ?? { x: 0, y: 0 }
      const text = model === undefined ? null : this.text(model, state, look)
      if (text !== null) texts.set(unit.id, text)
      const size = text === null ? { width: 0, height: 0 } : labels.sizeOf(text)
      return {
        id: unit.id,
        rank: model === undefined ? 9 : labelRank(model),
        at: { x: unit.at.x + shift.x, y: unit.at.y + shift.y },
        state: unit.state,
        ...size,
        wanted: text !== null && (model?.status !== 'free' || scale >= IDLE_NAMES_FROM),
      }
    })
    const view = { minX: 0, minY: 0, maxX: control.view.width, maxY: control.view.height }
    const placed = placeUnitLabels(marks, room.taken, room.names, view)
    for (const mark of marks) {
      const unit = now.get(mark.id)
      if (unit === undefined) continue
      const piece = this.piece(unit, mark.state)
      piece.shift = shifts.get(mark.id) ?? { x: 0, y: 0 }
      const label = placed.get(mark.id)
      const text = texts.get(mark.id)
      if (label === undefined || text === undefined) {
        this.hideLabel(mark.id, piece)
        continue
      }
      const frame = labels.show(mark.id, text)
      if (frame === null) {
        this.hideLabel(mark.id, piece)
        continue
      }
      const half = signHalf(mark.state)
      const { width, height } = mark
      const sides = { offset: half.x + 1, offsetY: half.y + 1, width, height }
      const box = boxAt({ x: 0, y: 0, ...sides }, label.side)
      piece.labelAt = { x: box.minX, y: box.minY }
      piece.label.setTexture(labels.key, frame).setVisible(true)
    }
    labels.flush()
  }

  private hideLabel(id: string, piece: Piece): void {
    piece.labelAt = null
    piece.label.setVisible(false)
    this.labels?.release(id)
  }

  private text(unit: MapUnit, state: MapState, look: NameLook): LabelText {
    const { palette } = look
    const color = unit.overdue
      ? palette.now
      : unit.status === 'free'
        ? palette.placeText
        : isPolice(unit)
          ? palette.calmText
          : palette.ink
    return {
      text: unitLabel(unit, state.now, look.lang),
      color,
      halo: palette.halo,
      plate: unit.status === 'free' ? null : palette.plate,
      font: `500 12px ${look.font}`,
    }
  }

  private sheet(units: number): LabelSheet {
    if (this.labels !== null && this.labels.capacity >= units) return this.labels
    this.labels?.destroy()
    this.sheets++
    const key = `unit-labels-${this.sheets}`
    this.labels = new LabelSheet(this.scene.textures, key, units + 8, this.ratio)
    return this.labels
  }

  private piece(unit: MapUnit, state: ReturnType<typeof signState>): Piece {
    const frame = signFrame(unit.kind, state)
    const depth = 10 + (6 - labelRank(unit))
    let piece = this.pieces.get(unit.id)
    if (piece === undefined) {
      const sign = new Phaser.GameObjects.Image(this.scene, 0, 0, this.signs(), frame)
      const label = new Phaser.GameObjects.Image(this.scene, 0, 0, this.signs(), frame)
      label.setOrigin(0, 0).setVisible(false)
      this.scene.add.existing(sign)
      this.scene.add.existing(label)
      piece = { sign, label, shift: { x: 0, y: 0 }, labelAt: null }
      this.pieces.set(unit.id, piece)
    } else if (piece.sign.frame.name !== frame) {
      piece.sign.setTexture(this.signs(), frame)
    }
    if (piece.sign.depth !== depth) {
      piece.sign.setDepth(depth)
      piece.label.setDepth(depth)
    }
    return piece
  }
}
