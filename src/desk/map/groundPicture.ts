/**
 * The standing part of the map as one picture, somewhat larger than the view: streets, then sector and ways, then
 * names. Moving the map moves the picture; it is drawn anew only when the view leaves it, the scale has settled or
 * something in it has changed. One textured rectangle per frame is all that the renderer has to do for it.
 */
import { type Camera, toScreen } from './camera.ts'
import { type CityPaths, cityPaths, drawGround, type Frame } from './drawGround.ts'
import { drawIncident } from './drawIncident.ts'
import { drawNames, type NameWishes } from './drawNames.ts'
import type { Bounds, Size } from './geometry.ts'
import type { MapCity } from './mapCity.ts'
import type { MapState } from './model.ts'
import type { NameLook } from './nameWriter.ts'
import { wording } from './wording.ts'

/** CSS pixels drawn beyond each edge of the view. */
const MARGIN = 160

/** The scale must rest this long before the picture is drawn at it, unless it has changed by a lot. */
const SETTLE_MS = 110

/** The picture may be stretched or shrunk this much before it is drawn anew. */
const MOST_STRETCH = 1.7

export interface PicturePlace {
  /** Where the picture's top left corner lies on the screen, CSS pixels. */
  readonly x: number
  readonly y: number
  /** By how much it is stretched. */
  readonly stretch: number
}

function context(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ctx = canvas.getContext('2d')
  if (ctx === null) throw new Error('This browser gives no 2D canvas')
  return ctx
}

function sheet(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return context(canvas)
}

export class GroundPicture {
  readonly canvas: HTMLCanvasElement
  private readonly out: CanvasRenderingContext2D
  private readonly ground: CanvasRenderingContext2D
  private readonly names: CanvasRenderingContext2D
  private readonly paths: CityPaths
  private readonly size: Size
  private frame: Frame | null = null
  private written: readonly Bounds[] = []
  private lastScale = 0
  private scaleSince = 0

  /** `view` in CSS pixels, `ratio` device pixels per CSS pixel. */
  constructor(
    private readonly city: MapCity,
    view: Size,
    private readonly ratio: number,
  ) {
    this.size = { width: view.width + 2 * MARGIN, height: view.height + 2 * MARGIN }
    const width = Math.round(this.size.width * ratio)
    const height = Math.round(this.size.height * ratio)
    this.out = sheet(width, height)
    this.ground = sheet(width, height)
    this.names = sheet(width, height)
    this.canvas = this.out.canvas
    this.paths = cityPaths(city)
  }

  /** Lets the next `settle` draw everything anew: another theme or language. */
  invalidate(): void {
    this.frame = null
  }

  private uncovered(camera: Camera): boolean {
    const { frame } = this
    if (frame === null) return true
    const stretch = camera.scale / frame.camera.scale
    const slackX = (this.size.width * stretch - (this.size.width - 2 * MARGIN)) / 2
    const slackY = (this.size.height * stretch - (this.size.height - 2 * MARGIN)) / 2
    return (
      Math.abs(camera.x - frame.camera.x) * camera.scale > slackX ||
      Math.abs(camera.y - frame.camera.y) * camera.scale > slackY ||
      stretch > MOST_STRETCH
    )
  }

  /**
   * Draws the picture anew if this camera needs it; `ms` is the screen's clock. Returns whether it did: then
   * `compose` must follow.
   */
  settle(
    camera: Camera,
    look: NameLook,
    ms: number,
    wishes: (frame: Frame) => NameWishes,
  ): boolean {
    if (camera.scale !== this.lastScale) {
      this.lastScale = camera.scale
      this.scaleSince = ms
    }
    const stale = this.frame !== null && this.frame.camera.scale !== camera.scale
    const settled = stale && ms - this.scaleSince >= SETTLE_MS
    if (!settled && !this.uncovered(camera)) return false
    const frame = { camera, size: this.size, ratio: this.ratio }
    this.frame = frame
    drawGround(this.ground, this.paths, frame, look.palette)
    this.names.setTransform(1, 0, 0, 1, 0, 0)
    this.names.clearRect(0, 0, this.canvas.width, this.canvas.height)
    this.written = drawNames(this.names, this.city, frame, look, wishes(frame))
    return true
  }

  /** Whether the picture is not yet as sharp as it will be. */
  unsettled(camera: Camera): boolean {
    return this.frame === null || this.frame.camera.scale !== camera.scale
  }

  /** Lays streets, incident and names over each other. */
  compose(state: MapState, look: NameLook): void {
    const { frame, out } = this
    if (frame === null) return
    out.setTransform(1, 0, 0, 1, 0, 0)
    out.drawImage(this.ground.canvas, 0, 0)
    drawIncident(out, frame, state, look.palette, wording(look.lang), look.font)
    out.setTransform(1, 0, 0, 1, 0, 0)
    out.drawImage(this.names.canvas, 0, 0)
  }

  /** Where the picture lies under a camera. */
  place(camera: Camera, view: Size): PicturePlace {
    const { frame } = this
    if (frame === null) return { x: 0, y: 0, stretch: 1 }
    const stretch = camera.scale / frame.camera.scale
    const middle = toScreen(camera, view, frame.camera)
    return {
      x: middle.x - (this.size.width * stretch) / 2,
      y: middle.y - (this.size.height * stretch) / 2,
      stretch,
    }
  }

  /** Where names stand under a camera, CSS px of the screen; none while the picture is stretched. */
  namesOnScreen(camera: Camera, view: Size): Bounds[] {
    const { x, y, stretch } = this.place(camera, view)
    if (stretch !== 1) return []
    const boxes: Bounds[] = []
    for (const box of this.written) {
      const minX = box.minX + x
      const minY = box.minY + y
      const maxX = box.maxX + x
      const maxY = box.maxY + y
      if (maxX > 0 && maxY > 0 && minX < view.width && minY < view.height) {
        boxes.push({ minX, minY, maxX, maxY })
      }
    }
    return boxes
  }
}
