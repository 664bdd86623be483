import type { Rolled } from '../scenario/roll.ts'
import type { Atlas, Point } from './atlas.ts'

/** The true place of this variant: the fact that belongs in the record's location. */
export function truePlace(rolled: Rolled, atlas: Atlas): { point: Point; within: number } | null {
  for (const fact of Object.values(rolled.scenario.facts)) {
    if (fact.record !== 'location') continue
    const id = Array.isArray(fact.is) ? fact.is[0] : fact.is
    const place = typeof id === 'string' ? atlas.place(id) : undefined
    if (place) return { point: { x: place.x, y: place.y }, within: fact.within ?? 0 }
  }
  return null
}
