/** Writes names and signs where they find room: places, areas and lines share one space. */
import type { Language } from '../../core/scenario/primitives.ts'
import { type Camera, toScreen, visibleBounds } from './camera.ts'
import { type Frame, roadWidth } from './drawGround.ts'
import { type Bounds, boundsOf, centroid, overlaps, type Point } from './geometry.ts'
import { alignAt, LabelSpace, type PointLabel, placeLabels } from './labels.ts'
import type { MapCity, MapPlace, RoadClass } from './mapCity.ts'
import type { Palette } from './palette.ts'
import { drawSign, placeShows, signRadius } from './placeSigns.ts'
import { type Glyph, glyphBoxes, glyphsOf, lengthsOf, setAlong, spotsAlong } from './textPath.ts'
import { wording } from './wording.ts'

export interface NameLook {
  readonly palette: Palette
  readonly lang: Language
  /** The page's font families. */
  readonly font: string
}

export interface Style {
  readonly font: string
  readonly color: string
  readonly size: number
}

const widths = new Map<string, number>()

/** Text widths are asked for again and again: measured once for each font. */
export function measure(ctx: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}\n${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > 20_000) widths.clear()
  ctx.font = font
  const width = ctx.measureText(text).width
  widths.set(key, width)
  return width
}

/** The same words are not written twice within this distance. */
const REPEAT_PX = 220

export class NameWriter {
  private readonly space = new LabelSpace()
  private readonly view: Bounds
  /** Where names stand now. */
  readonly written: Bounds[] = []
  private readonly spots = new Map<string, Point[]>()

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly frame: Frame,
    private readonly look: NameLook,
  ) {
    this.view = visibleBounds(frame.camera, frame.size, 40)
  }

  private get camera(): Camera {
    return this.frame.camera
  }

  private screen(point: Point): Point {
    return toScreen(this.camera, this.frame.size, point)
  }

  private sees(points: readonly Point[]): boolean {
    const bounds = boundsOf(points)
    return bounds !== null && overlaps(bounds, this.view)
  }

  style(size: number, color: string, weight = 400): Style {
    return { font: `${weight} ${size}px ${this.look.font}`, color, size }
  }

  private write(text: string, x: number, y: number, style: Style): void {
    const { ctx } = this
    ctx.font = style.font
    ctx.lineJoin = 'round'
    ctx.strokeStyle = this.look.palette.halo
    ctx.lineWidth = 3
    ctx.strokeText(text, x, y)
    ctx.fillStyle = style.color
    ctx.fillText(text, x, y)
  }

  /** Whether the same words stand close by already: a park and its gate may share a name. */
  private repeats(text: string, x: number, y: number): boolean {
    const spots = this.spots.get(text) ?? []
    return spots.some(
      (spot) => Math.abs(spot.x - x) < REPEAT_PX && Math.abs(spot.y - y) < REPEAT_PX,
    )
  }

  private note(text: string, x: number, y: number): void {
    const spots = this.spots.get(text)
    if (spots === undefined) this.spots.set(text, [{ x, y }])
    else spots.push({ x, y })
  }

  /** A name in the middle of an area, if it is broad enough for it. */
  middle(text: string, outline: readonly Point[], style: Style, spacing: number): void {
    if (outline.length < 3 || !this.sees(outline)) return
    const bounds = boundsOf(outline)
    if (bounds === null) return
    const { x, y } = this.screen(centroid(outline))
    const width = measure(this.ctx, style.font, text) + spacing * text.length
    if (width > (bounds.maxX - bounds.minX) * this.camera.scale * 0.94) return
    const box = { minX: x - width / 2, maxX: x + width / 2, minY: y - 9, maxY: y + 9 }
    if (this.repeats(text, x, y) || !this.space.take([box])) return
    this.written.push(box)
    this.note(text, x, y)
    this.ctx.textAlign = 'center'
    this.ctx.textBaseline = 'middle'
    this.ctx.letterSpacing = `${spacing}px`
    this.write(text, x + spacing / 2, y, style)
    this.ctx.letterSpacing = '0px'
  }

  /** A name along a line, repeated about every `every` px. */
  along(text: string, course: readonly Point[], style: Style, every: number): void {
    if (course.length < 2 || !this.sees(course)) return
    const line = course.map((point) => this.screen(point))
    const lengths = lengthsOf(line)
    const total = lengths[lengths.length - 1] ?? 0
    const glyphs = glyphsOf(text)
    const advances = glyphs.map((glyph) => measure(this.ctx, style.font, glyph))
    const upright = this.look.lang === 'zh'
    for (const middle of spotsAlong(total, every)) {
      // A name that finds no room in one spot may find it a little further on.
      for (const shift of [0, 60, -60, 120, -120]) {
        const set = setAlong(line, lengths, middle + shift, glyphs, advances, style.size, upright)
        if (set === null) continue
        const boxes = glyphBoxes(set, style.size)
        if (!this.space.take(boxes)) continue
        this.written.push(...boxes)
        this.writeGlyphs(set, style)
        break
      }
    }
  }

  private writeGlyphs(glyphs: readonly Glyph[], style: Style): void {
    const { ctx } = this
    const { ratio } = this.frame
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    for (const pass of ['stroke', 'fill'] as const) {
      ctx.font = style.font
      ctx.lineWidth = 3
      ctx.lineJoin = 'round'
      ctx.strokeStyle = this.look.palette.halo
      ctx.fillStyle = style.color
      for (const { text, x, y, angle } of glyphs) {
        const cos = Math.cos(angle) * ratio
        const sin = Math.sin(angle) * ratio
        ctx.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio)
        if (pass === 'stroke') ctx.strokeText(text, 0, 0)
        else ctx.fillText(text, 0, 0)
      }
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  /** Keeps names off a thing that stands there. */
  keepOff(boxes: readonly Bounds[]): void {
    for (const box of boxes) this.space.block(box)
  }

  /** Draws the signs of places and blocks their room; the faintest first, so that the known lie on top. */
  signs(places: readonly MapPlace[]): void {
    const words = wording(this.look.lang)
    const { scale } = this.camera
    for (const place of [...places].sort((a, b) => b.rank - a.rank)) {
      const at = this.screen(place.at)
      const r = signRadius(place.kind, scale)
      drawSign(this.ctx, place, at, scale, this.look, words)
      this.space.block({ minX: at.x - r, maxX: at.x + r, minY: at.y - r, maxY: at.y + r })
    }
  }

  visible(places: readonly MapPlace[]): MapPlace[] {
    const { view } = this
    const { scale } = this.camera
    return places.filter(
      ({ at, kind, rank }) =>
        at.x >= view.minX &&
        at.x <= view.maxX &&
        at.y >= view.minY &&
        at.y <= view.maxY &&
        placeShows(kind, rank, scale),
    )
  }

  private placeStyle(place: MapPlace): Style {
    const { palette } = this.look
    switch (place.kind) {
      case 'sign':
        return this.style(12, palette.sign)
      case 'lamp':
      case 'km':
      case 'pylon':
      case 'stop':
        return this.style(12, palette.areaText)
      default:
        return place.rank === 1
          ? this.style(13, palette.placeTextStrong, 500)
          : this.style(12, palette.placeText)
    }
  }

  /** The names of places, as many as find room. */
  places(places: readonly MapPlace[]): void {
    this.pointTexts(
      places,
      (place) => place.name[this.look.lang],
      (place) => this.placeStyle(place),
    )
  }

  /** What can be seen at places, in small type, where there is room left. */
  sights(places: readonly MapPlace[]): void {
    const { lang, palette } = this.look
    const style = this.style(12, palette.areaText)
    const seen = places.filter(({ sees }) => sees !== null)
    this.pointTexts(
      seen,
      (place) => firstClause(place.sees?.[lang] ?? ''),
      () => style,
    )
  }

  private pointTexts(
    places: readonly MapPlace[],
    textOf: (place: MapPlace) => string,
    styleOf: (place: MapPlace) => Style,
  ): void {
    const byId = new Map(places.map((place) => [place.id, place]))
    const labels: PointLabel[] = places.map((place) => {
      const style = styleOf(place)
      const r = signRadius(place.kind, this.camera.scale)
      return {
        id: place.id,
        rank: place.kind === 'landmark' ? place.rank : place.rank + 0.5,
        ...this.screen(place.at),
        offset: r + 4,
        offsetY: r + 2,
        width: measure(this.ctx, style.font, textOf(place)) + 2,
        height: style.size + 4,
      }
    })
    this.ctx.textBaseline = 'middle'
    const fresh = labels.filter(({ id, x, y }) => {
      const place = byId.get(id)
      // Posts on both sides of a road bear the same number.
      return place !== undefined && (place.kind === 'km' || !this.repeats(textOf(place), x, y))
    })
    for (const { id, side, box } of placeLabels(fresh, this.space)) {
      const place = byId.get(id)
      if (place === undefined) continue
      const align = alignAt(side)
      this.ctx.textAlign = align
      const y = (box.minY + box.maxY) / 2 + 0.5
      const x =
        align === 'left' ? box.minX : align === 'right' ? box.maxX : (box.minX + box.maxX) / 2
      this.written.push(box)
      this.note(textOf(place), x, y)
      this.write(textOf(place), Math.round(x), Math.round(y), styleOf(place))
    }
  }

  /** The names of roads, larger on roads that are drawn broad. */
  roads(city: MapCity, kinds: readonly RoadClass[], every: number): void {
    const { palette, lang } = this.look
    for (const road of city.roads) {
      if (!kinds.includes(road.class)) continue
      const width = roadWidth(road.class, this.camera.scale)
      if (width < 1.2) continue
      const size = width >= 26 ? 15 : width >= 18 ? 13 : 12
      this.along(road.name[lang], road.points, this.style(size, palette.roadText), every)
    }
  }
}

/** The first clause of a note: the map has no room for more. */
function firstClause(text: string): string {
  const end = text.search(/[；;，。]|, /)
  return end < 0 ? text : text.slice(0, end)
}
