/**
 * One texture for all labels that move. Each label has a cell; a cell is drawn only when its text changes, and the
 * texture goes to the graphics card once for all that changed.
 */
import type Phaser from 'phaser'
import { measure } from './nameWriter.ts'

/** The room of a label, CSS pixels. */
const CELL = { width: 200, height: 20 } as const
const SHEET_WIDTH = 2048

export interface LabelText {
  readonly text: string
  readonly color: string
  readonly halo: string
  /** Drawn behind the text, for what may lie over other names; null for a bare text. */
  readonly plate: string | null
  /** A CSS font. */
  readonly font: string
}

interface Cell {
  readonly frame: string
  readonly x: number
  readonly y: number
  drawn: LabelText | null
}

export class LabelSheet {
  private readonly texture: Phaser.Textures.CanvasTexture
  private readonly cells = new Map<string, Cell>()
  private readonly spare: Cell[] = []
  private dirty = false

  /** Room for `capacity` labels at `ratio` device pixels per CSS pixel. */
  constructor(
    private readonly textures: Phaser.Textures.TextureManager,
    readonly key: string,
    readonly capacity: number,
    private readonly ratio: number,
  ) {
    const columns = Math.max(1, Math.floor(SHEET_WIDTH / (CELL.width * ratio)))
    const rows = Math.ceil(capacity / columns)
    const width = Math.ceil(columns * CELL.width * ratio)
    const height = Math.ceil(rows * CELL.height * ratio)
    const texture = textures.createCanvas(key, width, height)
    if (texture === null) throw new Error(`A texture called ${key} exists already`)
    this.texture = texture
    for (let i = capacity - 1; i >= 0; i--) {
      const x = (i % columns) * CELL.width
      const y = Math.floor(i / columns) * CELL.height
      const frame = `cell-${i}`
      texture.add(frame, 0, Math.round(x * ratio), Math.round(y * ratio), 1, 1)
      this.spare.push({ frame, x, y, drawn: null })
    }
  }

  /** Size of a text in CSS px, shortened to what a cell holds. */
  sizeOf({ text, font }: LabelText): { readonly width: number; readonly height: number } {
    const width = Math.min(CELL.width, Math.ceil(measure(this.texture.context, font, text)) + 6)
    return { width, height: CELL.height }
  }

  /** The frame that shows this label, or null if the sheet is full. `id` keeps its cell until `release`. */
  show(id: string, label: LabelText): string | null {
    let cell = this.cells.get(id)
    if (cell === undefined) {
      cell = this.spare.pop()
      if (cell === undefined) return null
      this.cells.set(id, cell)
    }
    const { drawn } = cell
    if (
      drawn === null ||
      drawn.text !== label.text ||
      drawn.color !== label.color ||
      drawn.plate !== label.plate
    ) {
      this.draw(cell, label)
    }
    return cell.frame
  }

  release(id: string): void {
    const cell = this.cells.get(id)
    if (cell === undefined) return
    this.cells.delete(id)
    this.spare.push(cell)
  }

  private draw(cell: Cell, label: LabelText): void {
    const { ratio, texture } = this
    const ctx = texture.context
    const { width, height } = this.sizeOf(label)
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(cell.x, cell.y, CELL.width, CELL.height)
    if (label.plate !== null) {
      ctx.beginPath()
      ctx.roundRect(cell.x, cell.y + 1, width, height - 2, 4)
      ctx.fillStyle = label.plate
      ctx.fill()
    }
    ctx.font = label.font
    ctx.textAlign = 'left'
    ctx.textBaseline = 'middle'
    ctx.lineJoin = 'round'
    ctx.strokeStyle = label.halo
    ctx.lineWidth = 3.4
    if (label.plate === null)
      ctx.strokeText(label.text, cell.x + 3, cell.y + height / 2 + 0.5, CELL.width - 6)
    ctx.fillStyle = label.color
    ctx.fillText(label.text, cell.x + 3, cell.y + height / 2 + 0.5, CELL.width - 6)
    texture
      .get(cell.frame)
      .setSize(
        Math.round(width * ratio),
        Math.round(height * ratio),
        Math.round(cell.x * ratio),
        Math.round(cell.y * ratio),
      )
    cell.drawn = label
    this.dirty = true
  }

  /** Sends what was drawn to the renderer; call once after a round of `show`. */
  flush(): void {
    if (!this.dirty) return
    this.dirty = false
    this.texture.refresh()
  }

  destroy(): void {
    this.textures.remove(this.key)
  }
}
