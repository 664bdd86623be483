/** The camera and how it moves: at once under the hand, gliding when a button or a search sends it. Pure. */
import {
  between,
  type Camera,
  clampCamera,
  fitCamera,
  MAX_SCALE,
  panBy,
  toScreen,
  visibleBounds,
  zoomAt,
} from './camera.ts'
import type { Bounds, Point, Size } from './geometry.ts'

/** The closest that a fit goes: a sector of a few metres still shows its street. */
export const FIT_SCALE = 0.9

const GLIDE_MS = 260

interface Glide {
  readonly from: Camera
  readonly to: Camera
  /** Set by the first step after it began. */
  since: number | null
}

export class CameraControl {
  private camera: Camera
  private glide: Glide | null = null
  /** Whether the trainee has moved the view: then it is not moved under their hands any more. */
  private touched = false

  constructor(
    private readonly city: Bounds,
    private size: Size,
    private readonly still: () => boolean,
  ) {
    this.camera = fitCamera(city, size, city, 8)
  }

  get now(): Camera {
    return this.camera
  }

  get view(): Size {
    return this.size
  }

  get moving(): boolean {
    return this.glide !== null
  }

  get untouched(): boolean {
    return !this.touched
  }

  /** A new size of the view; the middle stays where it is. */
  resize(size: Size): void {
    this.size = size
    this.glide = null
    this.camera = clampCamera(this.camera, size, this.city)
  }

  /** Drag by CSS pixels. */
  pan(dx: number, dy: number): void {
    this.touched = true
    this.glide = null
    this.camera = panBy(this.camera, this.size, this.city, dx, dy)
  }

  /** Zoom about a pixel; gliding for buttons and keys, at once for the wheel's small steps. */
  zoom(factor: number, pixel: Point | null, glide: boolean): void {
    this.touched = true
    const middle = { x: this.size.width / 2, y: this.size.height / 2 }
    const from = this.glide?.to ?? this.camera
    const to = zoomAt(from, this.size, this.city, pixel ?? middle, factor)
    if (glide) this.go(to)
    else {
      this.glide = null
      this.camera = to
    }
  }

  /** Shows all of `bounds`, or the whole city if there are none. */
  fit(bounds: Bounds | null, glide: boolean): void {
    const to =
      bounds === null
        ? fitCamera(this.city, this.size, this.city, 8)
        : fitCamera(bounds, this.size, this.city, 44, FIT_SCALE)
    if (glide) this.go(to)
    else {
      this.glide = null
      this.camera = to
    }
  }

  /** Brings a point well into view, and near enough that its neighbours are named. */
  show(point: Point): void {
    const at = toScreen(this.camera, this.size, point)
    const { width, height } = this.size
    const inside =
      at.x > width * 0.15 && at.x < width * 0.85 && at.y > height * 0.15 && at.y < height * 0.85
    const scale = Math.max(this.camera.scale, 0.3)
    if (inside && scale === this.camera.scale) return
    const to = { x: point.x, y: point.y, scale: Math.min(scale, MAX_SCALE) }
    this.go(clampCamera(to, this.size, this.city))
  }

  private go(to: Camera): void {
    if (this.still()) {
      this.glide = null
      this.camera = to
    } else this.glide = { from: this.camera, to, since: null }
  }

  /** Moves a gliding camera on; `ms` is any steady clock of the screen's, never the simulation's. */
  step(ms: number): void {
    const { glide } = this
    if (glide === null) return
    glide.since ??= ms
    const part = Math.min(1, (ms - glide.since) / GLIDE_MS)
    const eased = 1 - (1 - part) ** 3
    this.camera = between(glide.from, glide.to, eased)
    if (part < 1) return
    this.camera = glide.to
    this.glide = null
  }

  /** The metres that are seen. */
  seen(margin = 0): Bounds {
    return visibleBounds(this.camera, this.size, margin)
  }
}
