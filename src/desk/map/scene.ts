/**
 * The map's only scene. It owns no truth: in every frame it reads the model and shows it. Its layers are the ground
 * picture, units and marks; Phaser's clock moves nothing but the camera's glide.
 */
import Phaser from 'phaser'
import { toScreen } from './camera.ts'
import { CameraControl } from './cameraControl.ts'
import type { Frame } from './drawGround.ts'
import type { NameWishes } from './drawNames.ts'
import { mapCity } from './fromCity.ts'
import type { Bounds, Size } from './geometry.ts'
import { GroundPicture } from './groundPicture.ts'
import type { MapCity } from './mapCity.ts'
import { MarkLayer } from './markLayer.ts'
import { inMotion, type MapModel, type MapState, stillKey, underway, unitPoint } from './model.ts'
import type { NameLook } from './nameWriter.ts'
import { makeSignSheet } from './signSheet.ts'
import { UnitLayer } from './unitLayer.ts'
import { standingRoom, standingUnits } from './unitLayout.ts'
import { incidentBounds } from './wording.ts'

export interface SceneOptions {
  /** Told once if a frame fails; nothing is drawn after that. */
  readonly failed: (error: unknown) => void
  readonly model: MapModel
  readonly look: NameLook
  readonly view: Size
  /** Device pixels per CSS pixel. */
  readonly ratio: number
  readonly reducedMotion: boolean
}

/** The ways shrink behind their units this often. */
const WAYS_MS = 1000

export class MapScene extends Phaser.Scene {
  readonly control: CameraControl
  readonly city: MapCity
  private look: NameLook
  private still: boolean
  private picture: GroundPicture
  private pictures = 0
  private sheets = 0
  private image: Phaser.GameObjects.Image | null = null
  private units: UnitLayer | null = null
  private marks: MarkLayer | null = null
  private composed = { key: '', at: Number.NEGATIVE_INFINITY, cost: 0 }
  private fitted = ''
  private wished = ''
  private broken = false
  private focused: MapState['focus'] = null

  constructor(private readonly options: SceneOptions) {
    super({ key: 'map' })
    this.look = options.look
    this.still = options.reducedMotion
    this.city = mapCity(options.model.city)
    this.control = new CameraControl(this.city.bounds, options.view, () => this.still)
    this.picture = new GroundPicture(this.city, options.view, options.ratio)
  }

  create(): void {
    this.guard(() => {
      const { ratio } = this.options
      const signs = () => `signs-${this.sheets}`
      makeSignSheet(this.textures, signs(), this.look, ratio)
      this.units = new UnitLayer(this, this.city, ratio, signs)
      this.marks = new MarkLayer(this, this.city, ratio, signs)
      this.hangPicture()
    })
  }

  /** Another theme, language or wish for stillness. */
  setLook(look: NameLook, reducedMotion: boolean): void {
    this.still = reducedMotion
    if (look === this.look) return
    this.look = look
    if (this.image === null) return
    this.units?.invalidate()
    this.marks?.invalidate()
    this.textures.remove(`signs-${this.sheets}`)
    this.sheets++
    makeSignSheet(this.textures, `signs-${this.sheets}`, look, this.options.ratio)
    this.picture.invalidate()
  }

  /** Another size of the view, CSS px. */
  setView(view: Size): void {
    this.control.resize(view)
    this.picture = new GroundPicture(this.city, view, this.options.ratio)
    if (this.image !== null) this.hangPicture()
  }

  private hangPicture(): void {
    const old = this.image
    this.pictures++
    const key = `ground-${this.pictures}`
    this.textures.addCanvas(key, this.picture.canvas)
    const image = new Phaser.GameObjects.Image(this, 0, 0, key).setOrigin(0, 0).setDepth(0)
    this.add.existing(image)
    this.image = image
    old?.destroy()
    if (old !== null) this.textures.remove(`ground-${this.pictures - 1}`)
    this.composed = { key: '', at: Number.NEGATIVE_INFINITY, cost: 0 }
  }

  /** The state to show: in whole seconds for those who asked for little motion. */
  private read(): MapState {
    const state = this.options.model.read()
    return this.still ? { ...state, now: Math.floor(state.now / 1000) * 1000 } : state
  }

  /** `time` is Phaser's; it only eases the camera and spaces out repaints. */
  override update(time: number): void {
    this.guard(() => this.frame(time))
  }

  /** What failed once would fail again in every frame: say so once and stop drawing. */
  private guard(work: () => void): void {
    if (this.broken) return
    try {
      work()
    } catch (error) {
      this.broken = true
      this.options.failed(error)
    }
  }

  private frame(time: number): void {
    const { units, marks } = this
    if (units === null || marks === null) return
    const state = this.read()
    this.follow(state)
    this.control.step(time)
    this.paintGround(state, time)
    units.update(state, this.control, this.look, time, () => ({
      taken: marks.taken(state, this.control),
      names: this.picture.namesOnScreen(this.control.now, this.control.view),
    }))
    marks.update(state, this.control, this.look)
  }

  /** Goes to the incident once the system shows it, unless the trainee moved the map; goes to a wanted place. */
  private follow(state: MapState): void {
    const { sector, pin, focus } = state
    const shown = [sector?.x, sector?.y, sector?.radius, pin?.x, pin?.y].join()
    if (shown !== this.fitted) {
      const first = this.fitted === ''
      this.fitted = shown
      if (this.control.untouched) this.control.fit(incidentBounds(state), !first)
    }
    if (focus !== this.focused) {
      this.focused = focus
      if (focus !== null) this.control.show(focus)
    }
  }

  private paintGround(state: MapState, time: number): void {
    const { image, picture, control } = this
    const { ratio } = this.options
    if (image === null) return
    const { traineePin: mark, sector } = state
    const there = state.units.filter(({ status }) => status === 'arrived').map(({ id }) => id)
    const wished = [mark?.x, mark?.y, sector?.x, sector?.y, sector?.radius, ...there].join()
    if (wished !== this.wished) {
      this.wished = wished
      picture.invalidate()
    }
    const fresh = picture.settle(control.now, this.look, time, (frame) => this.wishes(frame))
    const key = fresh ? '' : this.incidentKey(state)
    const wait = Math.max(WAYS_MS, this.composed.cost * 30)
    const late = state.units.some((unit) => underway(unit, state.now))
    const due = late && !control.moving && time - this.composed.at >= wait
    if (fresh || key !== this.composed.key || due) {
      const start = performance.now()
      picture.compose(state, this.look)
      this.refresh()
      const cost = performance.now() - start
      this.composed = { key: this.incidentKey(state), at: time, cost }
    }
    const { x, y, stretch } = picture.place(control.now, control.view)
    const sharp = stretch === 1
    image.setScale(stretch)
    image.setPosition(
      sharp ? Math.round(x * ratio) : x * ratio,
      sharp ? Math.round(y * ratio) : y * ratio,
    )
  }

  private refresh(): void {
    const texture = this.textures.get(`ground-${this.pictures}`)
    if (texture instanceof Phaser.Textures.CanvasTexture) texture.refresh()
  }

  /** Changes when the sector, or who drives along which way, does. */
  private incidentKey(state: MapState): string {
    const { sector } = state
    let key = sector === null ? '' : `${sector.x},${sector.y},${sector.radius}`
    for (const unit of state.units) {
      if (underway(unit, state.now)) key += `|${unit.id}@${unit.leg?.departsAt ?? 0}`
    }
    return key
  }

  /** Names give way to the trainee's mark and to the sector's own name, and tell first what is marked. */
  private wishes({ camera, size }: Frame): NameWishes {
    const state = this.read()
    const { traineePin, sector } = state
    const keepOff: Bounds[] = standingRoom(standingUnits(this.city.places, state, camera, size))
    if (traineePin !== null) {
      const { x, y } = toScreen(camera, size, traineePin)
      keepOff.push({ minX: x - 11, maxX: x + 11, minY: y - 34, maxY: y - 12 })
    }
    if (sector !== null) {
      const { x, y } = toScreen(camera, size, sector)
      const top = y - sector.radius * camera.scale
      keepOff.push({ minX: x - 56, maxX: x + 56, minY: top - 9, maxY: top + 9 })
    }
    return { keepOff, mark: traineePin }
  }

  /**
   * Looks without drawing: whether the next frame will differ by itself, and a text that changes with what stands
   * still. Null once the scene is broken.
   */
  peek(): { readonly moving: boolean; readonly key: string } | null {
    let seen: { moving: boolean; key: string } | null = null
    this.guard(() => {
      const state = this.options.model.read()
      const { x, y, scale } = this.control.now
      const restless = this.control.moving || this.picture.unsettled(this.control.now)
      seen = { moving: restless || inMotion(state), key: `${x}|${y}|${scale}|${stillKey(state)}` }
    })
    return seen
  }

  /** The camera goes to what the system and the trainee show, or to the whole city. */
  fit(): void {
    const state = this.read()
    const driving = state.units.filter((unit) => underway(unit, state.now))
    this.control.fit(
      incidentBounds(
        state,
        driving.map((unit) => unitPoint(unit, state.now)),
      ),
      true,
    )
  }
}
