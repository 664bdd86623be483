import { parseScenario } from '../parse.ts'
import { compareContents, type PartChange } from './compare.ts'
import { type Hunk, hunksOf } from './lines.ts'

/** All that differs between two texts of a scenario. */
export interface Difference {
  /** Part by part; null if one of the texts can't be read as YAML. */
  readonly parts: readonly PartChange[] | null
  readonly hunks: readonly Hunk[]
  /** Lines put in and taken out. */
  readonly linesIn: number
  readonly linesOut: number
}

export function compareTexts(before: string, after: string): Difference {
  const hunks = hunksOf(before, after)
  const count = (kind: 'in' | 'out'): number =>
    hunks.reduce((sum, hunk) => sum + hunk.filter((line) => line.kind === kind).length, 0)
  const old = parseScenario(before).tree
  const fresh = parseScenario(after).tree
  return {
    parts: old === null || fresh === null ? null : compareContents(old, fresh),
    hunks,
    linesIn: count('in'),
    linesOut: count('out'),
  }
}
