import type { CityFinder } from './finder.ts'
import { between, Grid, type Stretch } from './grid.ts'
import { textIn } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { insideRing, nearestOn, type Point, toPoint } from './point.ts'
import { calledIn, type Feature, positionOf, type Sketch } from './sketch.ts'
import { LAYERS } from './texts.ts'

/** Checks of areas, and of what lies in them and in the map. */

/** Borders that differ by no more than this are the same border, in metres: they were drawn twice. */
const SLACK = 15

type Ring = readonly Point[]

export function checkAreas(sketch: Sketch, finder: CityFinder): void {
  outside(sketch, finder)
  // of water and land nobody asks what lies in them: they are only drawn
  for (const feature of sketch.layers.districts)
    if (feature.shape === 'area' && feature.rings.some(crossesItself))
      finder.feature('CT028', feature, 'geometry', {
        zh: `${calledIn('zh', feature)}的边界自己交叉`,
        en: `the border of ${calledIn('en', feature)} crosses itself`,
      })
  overlaps(sketch.layers.districts, finder)
  inDistricts(sketch, finder)
}

function stretchesOf(ring: Ring): Stretch<number>[] {
  return ring.flatMap((b, index) => {
    const a = ring[index - 1]
    return a && (a.x !== b.x || a.y !== b.y) ? [{ a, b, of: index }] : []
  })
}

const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x))

/** Do two stretches cross between their ends? */
function cross(one: Stretch<unknown>, two: Stretch<unknown>): boolean {
  return (
    side(one.a, one.b, two.a) * side(one.a, one.b, two.b) < 0 &&
    side(two.a, two.b, one.a) * side(two.a, two.b, one.b) < 0
  )
}

/** Does a ring cross itself by more than rounding can do? */
function crossesItself(ring: Ring): boolean {
  const stretches = stretchesOf(ring)
  const grid = new Grid(stretches)
  return stretches.some((one) => {
    for (const two of grid.beside(one))
      if (two.of > one.of && cross(one, two) && deep(one, two)) return true
    return false
  })
}

/** Rounding to metres may push a corner over a line that it touches: such a crossing isn't meant. */
const ROUNDED = 3

function deep(one: Stretch<unknown>, two: Stretch<unknown>, slack = ROUNDED): boolean {
  const off = (p: Point, { a, b }: Stretch<unknown>) => between(nearestOn(a, b, p), p) > slack
  return off(one.a, two) && off(one.b, two) && off(two.a, one) && off(two.b, one)
}

const isIn = (rings: readonly Ring[], p: Point): boolean => {
  const [outer, ...holes] = rings
  return !!outer && insideRing(outer, p) && !holes.some((hole) => insideRing(hole, p))
}

/** A point well inside an area: the middle of its widest stretch at half its height. */
function middleOf(rings: readonly Ring[]): readonly Point[] {
  const heights = (rings[0] ?? []).map((p) => p.y)
  // between two metres, so that it meets no corner
  const y = Math.floor((Math.min(...heights) + Math.max(...heights)) / 2) + 0.5
  const hits = rings
    .flatMap(stretchesOf)
    .filter(({ a, b }) => a.y > y !== b.y > y)
    .map(({ a, b }) => a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y))
    .sort((one, two) => one - two)
  let widest: Point | null = null
  let width = 0
  for (let index = 1; index < hits.length; index += 2) {
    const [from, to] = [hits[index - 1] ?? 0, hits[index] ?? 0]
    if (to - from <= width) continue
    width = to - from
    widest = { x: (from + to) / 2, y }
  }
  return widest ? [widest] : []
}

function overlaps(districts: readonly Feature[], finder: CityFinder): void {
  const areas = districts.filter(({ shape }) => shape === 'area')
  const grids = areas.map(({ rings }) => new Grid(rings.flatMap(stretchesOf)))
  areas.forEach((one, index) => {
    for (let other = index + 1; other < areas.length; other += 1) {
      const two = areas[other]
      const [mine, theirs] = [grids[index], grids[other]]
      if (!two || !mine || !theirs) continue
      const within = (from: Feature, into: Feature, border: Grid<number>) =>
        [...from.rings.flat(), ...middleOf(from.rings)].some(
          (p) => isIn(into.rings, p) && !border.nearest(p, SLACK),
        )
      const crossing = () =>
        one.rings
          .flatMap(stretchesOf)
          .some((edge) =>
            [...theirs.beside(edge)].some((b) => cross(edge, b) && deep(edge, b, SLACK)),
          )
      if (!within(one, two, theirs) && !within(two, one, mine) && !crossing()) continue
      finder.feature('CT027', two, 'geometry', {
        zh: `${calledIn('zh', one)}和${calledIn('zh', two)}有重叠的地方`,
        en: `${calledIn('en', one)} and ${calledIn('en', two)} overlap`,
      })
    }
  })
}

function outside(sketch: Sketch, finder: CityFinder): void {
  const plane = sketch.frame?.plane
  if (!plane) return
  const isOut = ({ x, y }: Point) => x < 0 || y < 0 || x > plane.width || y > plane.height
  for (const layer of LAYERS) {
    // what is only drawn may run over the edge
    if (layer === 'water' || layer === 'land' || layer === 'districts') continue
    for (const feature of sketch.layers[layer]) {
      if (feature.rings.flat().some(isOut))
        finder.feature('CT025', feature, 'geometry', {
          zh: `${calledIn('zh', feature)}在图外`,
          en: `${calledIn('en', feature)} lies outside the map`,
        })
      unitsOf(feature).forEach((unit, index) => {
        const at = positionOf(unit.at)
        if (!at || !isOut(toPoint(plane, [at[0], at[1]]))) return
        finder.feature('CT025', feature, `properties.units.${index}.at`, {
          zh: `${calledIn('zh', feature)}的单位 ${textIn(unit, 'id')} 停在图外`,
          en: `the unit ${textIn(unit, 'id')} of ${calledIn('en', feature)} waits outside the map`,
        })
      })
    }
  }
}

function inDistricts(sketch: Sketch, finder: CityFinder): void {
  const districts = new Map(sketch.layers.districts.map((one) => [one.id, one]))
  const borders = new Map(
    sketch.layers.districts.map((one) => [one.id, new Grid(one.rings.flatMap(stretchesOf))]),
  )
  for (const place of [...sketch.layers.landmarks, ...sketch.layers.stations]) {
    const at = place.shape === 'point' ? place.rings[0]?.[0] : undefined
    const id = textIn(place.properties, 'district')
    const district = districts.get(id)
    if (!at || district?.shape !== 'area' || isIn(district.rings, at)) continue
    if (borders.get(id)?.nearest(at, SLACK)) continue
    finder.feature('CT029', place, 'properties.district', {
      zh: `${calledIn('zh', place)}不在它写的${calledIn('zh', district)}里`,
      en: `${calledIn('en', place)} doesn't lie in the district that it names, ${calledIn('en', district)}`,
    })
  }
}

/** The district that a point lies in; null if in none. */
export function districtNear(sketch: Pick<Sketch, 'layers'>, at: Point): Feature | null {
  return (
    sketch.layers.districts.find(({ shape, rings }) => shape === 'area' && isIn(rings, at)) ?? null
  )
}
