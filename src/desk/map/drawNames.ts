/** Which names are shown at this scale, in the order of their weight: who comes first finds room. */
import type { Frame } from './drawGround.ts'
import type { Bounds, Point } from './geometry.ts'
import type { MapCity, MapPlace } from './mapCity.ts'
import { type NameLook, NameWriter } from './nameWriter.ts'

export interface NameWishes {
  /** Boxes in CSS px that names must leave free. */
  readonly keepOff: readonly Bounds[]
  /** The trainee's mark: what stands there is named before all else. */
  readonly mark: Point | null
}

/** A mark this near to a place, in metres, means the place. */
const MEANT_METRES = 40

function meant(places: readonly MapPlace[], mark: Point | null): MapPlace[] {
  if (mark === null) return []
  const away = ({ at }: MapPlace) => Math.hypot(at.x - mark.x, at.y - mark.y)
  return places
    .filter((place) => away(place) <= MEANT_METRES)
    .sort((a, b) => away(a) - away(b))
    .slice(0, 1)
}

/**
 * Writes names and signs onto `ctx` (transparent where there are none). Returns the boxes that names take, CSS px of
 * the picture.
 */
export function drawNames(
  ctx: CanvasRenderingContext2D,
  city: MapCity,
  frame: Frame,
  look: NameLook,
  wishes: NameWishes,
): readonly Bounds[] {
  const { palette, lang } = look
  const { scale } = frame.camera
  ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
  const writer = new NameWriter(ctx, frame, look)
  const seen = writer.visible(city.places)
  const first = meant(seen, wishes.mark)
  writer.keepOff(wishes.keepOff)
  // Before the signs take their room: what is marked is named, come what may.
  writer.places(first)
  writer.signs(seen)
  if (scale < 0.2) {
    const style = writer.style(14, palette.districtText, 500)
    for (const { name, outline } of city.districts) writer.middle(name[lang], outline, style, 4)
  }
  const posts = seen.filter(({ kind }) => kind === 'km' || kind === 'stop' || kind === 'lamp')
  const others = seen.filter((place) => !posts.includes(place) && !first.includes(place))
  writer.places(others.filter(({ rank }) => rank === 1))
  writer.roads(city, ['trunk', 'main'], 420)
  const waterStyle = writer.style(12, palette.waterText)
  for (const { name, course, outline } of city.waters) {
    if (name === null) continue
    if (course.length > 1) writer.along(name[lang], course, waterStyle, 520)
    else writer.middle(name[lang], outline, waterStyle, 2)
  }
  writer.places(others.filter(({ rank }) => rank === 2))
  if (scale >= 0.1) writer.roads(city, ['street'], 460)
  writer.places(others.filter(({ rank }) => rank === 3))
  if (scale >= 0.12) {
    for (const { name, kind, outline } of city.areas) {
      if (name === null) continue
      const color = kind === 'park' || kind === 'green' ? palette.parkText : palette.areaText
      writer.middle(name[lang], outline, writer.style(12, color), 0)
    }
  }
  if (scale >= 0.3) writer.roads(city, ['lane'], 420)
  writer.places(posts)
  if (scale >= 0.75) writer.sights(others.concat(first))
  return writer.written
}
