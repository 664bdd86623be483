import type { City } from '../../core/city/city.ts'
import type { Rolled } from '../../core/scenario/roll.ts'
import type { Script } from '../../core/scenario/script.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Scorecard } from '../../core/scoring/scorecard.ts'
import type { Atlas } from '../../core/sim/atlas.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** Everything that the debrief of one attempt is worked out from. */
export interface Ground {
  readonly header: Header
  readonly journal: readonly Entry[]
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  /** For the map. */
  readonly city: City
  readonly rubric: Rubric
  readonly taxonomy: Taxonomy
  /** Null if nothing was scored: left, or interrupted. */
  readonly card: Scorecard | null
}
