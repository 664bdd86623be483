import { insertCorner, moveCorners, removeCorner } from '../../core/city/corners.ts'
import { ontoRoad, type RoadGrid } from '../../core/city/drawing.ts'
import type { Plane, Point } from '../../core/city/point.ts'
import { calledIn, type Feature, type Sketch } from '../../core/city/sketch.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { CityDesk } from './desk.ts'

interface Ground extends Pick<CityDesk, 'edit'> {
  readonly sketch: Sketch
  readonly plane: Plane
  readonly grid: RoadGrid
  /** The nearest point that the city has. */
  readonly inside: (at: Point) => Point
}

type CornerActs = Pick<CityDesk, 'moveCorners' | 'landing' | 'insertCorner' | 'removeCorner'>

/** What a trainer does to corners of roads and areas: each is one change of the city. */
export function cornerActs({ sketch, plane, grid, inside, edit }: Ground): CornerActs {
  const landing: CornerActs['landing'] = (corners, to, within = 0) => {
    const at = inside(to)
    if (within <= 0 || corners[0]?.feature.layer !== 'roads') return at
    const own = new Set(corners.map(({ feature }) => feature))
    return ontoRoad(grid, at, within, (road) => !own.has(road))
  }
  return {
    landing,
    moveCorners: (corners, to, { within = 0, joins } = {}) => {
      const [first] = corners
      const at = landing(corners, to, within)
      const edits = moveCorners(plane, corners, at, within > 0 ? grid : null)
      if (!first || !edits) return false
      return edit(labelled(first.feature, '移动', 'move a corner of'), edits, joins)
    },
    insertCorner: (corner, to, within = 0) => {
      const at = landing([corner], to, within)
      const edits = insertCorner(sketch, plane, corner, at, within > 0 ? grid : null)
      return edits !== null && edit(labelled(corner.feature, '加', 'a new corner of'), edits)
    },
    removeCorner: (corner) => {
      const edits = removeCorner(sketch, corner)
      return edits !== null && edit(labelled(corner.feature, '删除', 'delete a corner of'), edits)
    },
  }
}

const labelled = (feature: Feature, zh: string, en: string): Text => ({
  zh: `${zh}${calledIn('zh', feature)}的角点`,
  en: `${en} ${calledIn('en', feature)}`,
})
