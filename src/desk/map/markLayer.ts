/** Marks over the map: the system's pin, the trainee's, and rings with names round the hits of a search. */
import Phaser from 'phaser'
import { toScreen } from './camera.ts'
import type { CameraControl } from './cameraControl.ts'
import type { Bounds, Point } from './geometry.ts'
import { LabelSheet } from './labelSheet.ts'
import type { MapCity, MapPlace } from './mapCity.ts'
import type { MapState } from './model.ts'
import type { NameLook } from './nameWriter.ts'
import { type PinName, pinOrigin } from './signSheet.ts'
import { wording } from './wording.ts'

/** More hits than this are no help on a map. */
const MOST_HITS = 12

interface Hit {
  readonly place: MapPlace
  readonly ring: Phaser.GameObjects.Image
  readonly label: Phaser.GameObjects.Image | null
}

export class MarkLayer {
  private readonly places: ReadonlyMap<string, MapPlace>
  private readonly pins = new Map<PinName, Phaser.GameObjects.Image>()
  private hits: Hit[] = []
  private shownHits = ''
  private labels: LabelSheet | null = null
  private systemLabel: Phaser.GameObjects.Image | null = null

  constructor(
    private readonly scene: Phaser.Scene,
    city: MapCity,
    private readonly ratio: number,
    private readonly signs: () => string,
  ) {
    this.places = new Map(city.places.map((place) => [place.id, place]))
  }

  invalidate(): void {
    for (const pin of this.pins.values()) pin.destroy()
    this.pins.clear()
    this.systemLabel?.destroy()
    this.systemLabel = null
    this.clearHits()
    this.labels?.destroy()
    this.labels = null
  }

  private clearHits(): void {
    for (const { place, ring, label } of this.hits) {
      ring.destroy()
      label?.destroy()
      this.labels?.release(place.id)
    }
    this.hits = []
    this.shownHits = ''
  }

  update(state: MapState, control: CameraControl, look: NameLook): void {
    this.placePin('pin-trainee', state.traineePin, control, 40)
    this.placePin('pin-system', state.pin, control, 30)
    this.placeSystemLabel(state.pin, control, look)
    const wanted = state.highlight.slice(0, MOST_HITS).join()
    if (wanted !== this.shownHits) {
      this.clearHits()
      this.shownHits = wanted
      this.makeHits(state.highlight.slice(0, MOST_HITS), look)
    }
    for (const { place, ring, label } of this.hits) {
      this.put(ring, place.at, control, 0, 0)
      if (label !== null) this.put(label, place.at, control, 12, -10)
    }
  }

  /** The room that marks take on the screen, CSS px: labels of units keep off it. */
  taken(state: MapState, control: CameraControl): Bounds[] {
    const boxes: Bounds[] = []
    const at = (point: Point) => toScreen(control.now, control.view, point)
    if (state.traineePin !== null) {
      const { x, y } = at(state.traineePin)
      boxes.push({ minX: x - 12, maxX: x + 12, minY: y - 35, maxY: y })
    }
    if (state.pin !== null) {
      const { x, y } = at(state.pin)
      boxes.push({ minX: x - 14, maxX: x + 90, minY: y - 14, maxY: y + 14 })
    }
    return boxes
  }

  private put(
    image: Phaser.GameObjects.Image,
    point: Point,
    control: CameraControl,
    dx: number,
    dy: number,
  ): void {
    const { x, y } = toScreen(control.now, control.view, point)
    image.setPosition(Math.round((x + dx) * this.ratio), Math.round((y + dy) * this.ratio))
  }

  private placePin(
    name: PinName,
    point: Point | null,
    control: CameraControl,
    depth: number,
  ): void {
    let pin = this.pins.get(name)
    if (point === null) {
      pin?.setVisible(false)
      return
    }
    if (pin === undefined) {
      const origin = pinOrigin(name)
      pin = this.image(this.signs(), name, depth).setOrigin(origin.x, origin.y)
      this.pins.set(name, pin)
    }
    this.put(pin.setVisible(true), point, control, 0, 0)
  }

  private placeSystemLabel(point: Point | null, control: CameraControl, look: NameLook): void {
    if (point === null) {
      this.systemLabel?.setVisible(false)
      return
    }
    this.systemLabel ??= this.label('system', wording(look.lang).systemPin, look.palette.now, look)
    if (this.systemLabel !== null) {
      this.put(this.systemLabel.setVisible(true), point, control, 15, -10)
    }
  }

  private makeHits(ids: readonly string[], look: NameLook): void {
    for (const id of ids) {
      const place = this.places.get(id)
      if (place === undefined) continue
      const label = this.label(id, place.name[look.lang], look.palette.ink, look)
      this.hits.push({ place, ring: this.image(this.signs(), 'ring', 34), label })
    }
  }

  private label(
    id: string,
    text: string,
    color: string,
    look: NameLook,
  ): Phaser.GameObjects.Image | null {
    this.labels ??= new LabelSheet(this.scene.textures, 'mark-labels', MOST_HITS + 1, this.ratio)
    const font = `600 13px ${look.font}`
    const frame = this.labels.show(id, {
      text,
      color,
      halo: look.palette.halo,
      plate: look.palette.plate,
      font,
    })
    if (frame === null) return null
    this.labels.flush()
    return this.image(this.labels.key, frame, 35).setOrigin(0, 0)
  }

  private image(texture: string, frame: string, depth: number): Phaser.GameObjects.Image {
    const image = new Phaser.GameObjects.Image(this.scene, 0, 0, texture, frame)
    this.scene.add.existing(image)
    return image.setDepth(depth)
  }
}
