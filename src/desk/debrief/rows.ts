import type { Crossing } from '../../core/scoring/scorecard.ts'
import type { RecordChange, RecordField } from '../../core/sim/command.ts'
import type { RecordView } from '../../core/sim/view.ts'
import type { Act, ActQuality } from '../../core/taxonomy/vocabulary.ts'
import type { Mark } from './marks.ts'

/** The transcript's rows: everything that happened in the call, in order, each with what it earned or cost. */

export type Lane = 'caller' | 'trainee' | 'record' | 'dispatch' | 'line' | 'device'

/** What a row says; `wording` puts it into words. */
export type RowContent =
  | {
      readonly kind: 'caller'
      readonly line: string
      /** Said because nobody spoke. */
      readonly silence: boolean
      readonly ms: number
      /** Cut short at this moment. */
      readonly cutAt: number | null
    }
  | {
      readonly kind: 'said'
      readonly reply: string
      readonly acts: readonly Act[]
      readonly quality: ActQuality
      readonly interrupts: boolean
      readonly ms: number
    }
  | {
      readonly kind: 'set'
      readonly change: RecordChange
      readonly before: RecordView[RecordField]
      /** Of the class: which choice it was. */
      readonly choice: 'first' | 'revised' | 'final' | null
    }
  | {
      readonly kind: 'order'
      readonly what: 'send' | 'update' | 'recall' | 'chase'
      readonly unit: string
    }
  | {
      readonly kind: 'arrived'
      readonly unit: string
      readonly right: boolean
      readonly by: string | null
    }
  | {
      readonly kind: 'partner'
      readonly what: 'tell' | 'bridge' | 'transfer'
      readonly partner: string
      /** Announced, or consent asked. */
      readonly fair: boolean
    }
  | { readonly kind: 'declined'; readonly partner: string }
  | { readonly kind: 'report'; readonly from: string; readonly line: string }
  | { readonly kind: 'line'; readonly what: LineMoment }
  | { readonly kind: 'mood' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'device'; readonly what: DeviceMoment; readonly ms: number | null }

export type LineMoment =
  | 'answer'
  | 'gave-up'
  | 'hold'
  | 'resume'
  | 'dropped'
  | 'call-back'
  | 'no-answer'
  | 'restored'
  | 'hang-up'
  | 'ended'
  | 'finish'
  | 'leave'

export type DeviceMoment = 'hidden' | 'blocked' | 'paused' | 'killed'

export interface Row {
  /** The journal entry that it stands for; with `at` it makes the row unique. */
  readonly n: number
  readonly at: number
  readonly lane: Lane
  readonly content: RowContent
  /** Facts that became known with it. */
  readonly facts: readonly string[]
  readonly marks: readonly Mark[]
  /** Trust before and after, if it changed. */
  readonly trust: readonly [before: number, after: number] | null
  /** Why it was impossible; null if it was done. */
  readonly refused: string | null
  /** Red lines crossed here. */
  readonly crossed: readonly Crossing[]
}
