import type { City } from '../../core/city/city.ts'
import type { Difference } from '../../core/scenario/compare/texts.ts'
import type { Edit, EditResult } from '../../core/scenario/edit/edit.ts'
import type { ProofReport } from '../../core/scenario/proof/report.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { Delta } from './delta.ts'

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
  /** The first text that was read is drawn. */
  | { readonly kind: 'go-on' }
  /** What would these edits make of this text? */
  | {
      readonly kind: 'edit'
      readonly id: number
      readonly text: string
      readonly edits: readonly Edit[]
      /** The structure is locked: what changes more than words is refused. */
      readonly onlyWords: boolean
    }
  /** What differs between these two? */
  | {
      readonly kind: 'compare'
      readonly id: number
      readonly before: string
      readonly after: string
    }

export type FromWorker =
  | { readonly kind: 'city?'; readonly id: string }
  /** The answer to `edit`. */
  | { readonly kind: 'edited'; readonly id: number; readonly result: EditResult }
  /** The answer to `compare`. */
  | { readonly kind: 'compared'; readonly id: number; readonly difference: Difference }
  /** The file was read. Only what differs from what was told before is told. */
  | {
      readonly kind: 'read'
      readonly revision: number
      /** It is a scenario. */
      readonly isReadable: boolean
      /** What has changed of the last scenario that could be read; null: nothing, or it can't be read. */
      readonly scenario: Delta | null
      /** The same for the content as written, where the YAML can be read. */
      readonly content: Delta | null
      /** See `Places`; null: the same as before. */
      readonly paths: string | null
      readonly offsets: Int32Array
    }
  /** A stage of the proof; `ms` since the text came in. */
  | {
      readonly kind: 'report'
      readonly revision: number
      /** Without its walk. */
      readonly report: ProofReport
      readonly isWalked: boolean
      /** What has changed of the last walk that was told. */
      readonly walk: Delta | null
      readonly ms: number
    }
