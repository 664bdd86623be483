import type { Text } from '../scenario/primitives.ts'
import type { RedLine } from '../taxonomy/vocabulary.ts'

/** The result of scoring: integers only, and every point names the journal entries that earned or lost it. */
export interface Scorecard {
  readonly attempt: string
  readonly rubricVersion: number
  /** 0–100 after the red-line cap. Null if the trainee left the call: nothing is scored then. */
  readonly total: number | null
  /** 0–100 before the cap. */
  readonly raw: number
  readonly passed: boolean
  readonly dims: readonly Dimension[]
  readonly classification: Classification
  readonly times: readonly StageTime[]
  readonly redLines: readonly Crossing[]
  readonly satisfaction: Satisfaction
  readonly ending: string | null
}

export type DimensionId = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7'

export interface Dimension {
  readonly id: DimensionId
  readonly points: number
  readonly max: number
  readonly items: readonly Item[]
}

/** One reason for points. `code` picks the wording in the debrief, `subject` fills it (fact, unit kind, act, stage id). */
export interface Item {
  readonly dim: DimensionId
  readonly code: ItemCode
  readonly subject: string
  readonly points: number
  readonly max: number
  /** Moment in simulated ms that it belongs to; null if it never happened. */
  readonly at: number | null
  /** Journal entries (their `n`) that are the evidence. */
  readonly evidence: readonly number[]
}

export type ItemCode =
  | 'class'
  | 'sub-type'
  | 'first-choice'
  | 'owner'
  | 'priority'
  | 'location-found'
  | 'location-verified'
  | 'fact'
  | 'answer-time'
  | 'dispatch-time'
  | 'dispatch-gated'
  | 'update-time'
  | 'stage-time'
  | 'unit'
  | 'unit-useless'
  | 'unit-harmful'
  | 'partner'
  | 'partner-harmful'
  | 'bridge-announced'
  | 'acts'
  | 'forbidden-act'
  | 'moods'
  | 'interruptions'
  | 'narrative'
  | 'guess-words'
  | 'safe-close'
  | 'handover-note'

/** First choice, every revision and the final one, each judged by what was known at that moment. */
export interface Classification {
  readonly choices: readonly ClassChoice[]
  /** Points of the final choice, of 20 (D1). */
  readonly points: number
  readonly max: number
  readonly exact: boolean
  /** Final priority against the key: -3…3 levels; negative is under-triage. Null if none was set. */
  readonly triage: number | null
}

export interface ClassChoice {
  readonly n: number
  readonly at: number
  readonly class: string | null
  readonly priority: string | null
  readonly owner: string | null
  /** Facts known at that moment, with the moment each became known. */
  readonly known: readonly { readonly fact: string; readonly at: number }[]
  /** What the key asked for by what was known then. */
  readonly right: { readonly class: string; readonly priority: string; readonly owner: string }
  /** Points of 20 that this choice would have earned then. */
  readonly points: number
  readonly final: boolean
}

export interface StageTime {
  /** answer, place, first-class, final-class, first-dispatch, partner:<id>, call-back, stage:<i>, reply-gap (median). */
  readonly stage: string
  readonly name: Text | null
  /** Null: never happened. Ms from its start (the ring for answer; the answer for the others unless `from`). */
  readonly ms: number | null
  readonly target: number
  readonly limit: number
  /** Uncertainty in ms of this time on this device; null if the sample is invalid (hidden tab, late or blocked sound). */
  readonly error: number | null
  readonly met: boolean
  readonly evidence: readonly number[]
}

export interface Crossing {
  readonly line: RedLine
  readonly kind: string
  /** The scenario's own critical failure, if it is one. */
  readonly id: string | null
  readonly text: Text
  readonly at: number
  readonly evidence: readonly number[]
}

/** The caller's satisfaction as a call-back survey would give it: inferred, reported, not scored. */
export interface Satisfaction {
  /** 2…10 half-points: 9 is shown as 4.5 of 5. */
  readonly halves: number
  readonly reasons: readonly {
    readonly code: string
    readonly halves: number
    readonly evidence: readonly number[]
  }[]
}
