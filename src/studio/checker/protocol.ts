import type { City } from '../../core/city/city.ts'
import type { Edit, EditResult } from '../../core/scenario/edit/edit.ts'
import type { Places } from '../../core/scenario/places.ts'
import type { ProofReport } from '../../core/scenario/proof/report.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** What the checker's thread is told and tells. Plain data only. */

export type ToWorker =
  /** First of all: what scenarios are judged by. */
  | { readonly kind: 'ground'; readonly taxonomy: Taxonomy; readonly rubric: Rubric }
  /** The answer to `city?`; null: there is no such city, or it can't be used. */
  | { readonly kind: 'city'; readonly id: string; readonly city: City | null }
  /** Cities have changed: they are asked for again. */
  | { readonly kind: 'forget-cities' }
  /** The text as it stands now; work on older ones is dropped. */
  | { readonly kind: 'check'; readonly text: string; readonly revision: number }
  /** What would these edits make of this text? */
  | {
      readonly kind: 'edit'
      readonly id: number
      readonly text: string
      readonly edits: readonly Edit[]
    }

export type FromWorker =
  | { readonly kind: 'city?'; readonly id: string }
  /** The answer to `edit`. */
  | { readonly kind: 'edited'; readonly id: number; readonly result: EditResult }
  /** The file was read; `scenario` is null if it can't be. */
  | {
      readonly kind: 'read'
      readonly revision: number
      readonly scenario: Scenario | null
      readonly places: Places
      /** The content as written; null if the YAML can't be read. */
      readonly content: unknown
    }
  /** A stage of the proof; `ms` since the text came in. */
  | {
      readonly kind: 'report'
      readonly revision: number
      readonly report: ProofReport
      /** Its walk is left out: it says the same as the last one that was told. */
      readonly sameWalk: boolean
      readonly ms: number
    }
