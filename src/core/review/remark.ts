/**
 * What people say of attempts, and what they did to the store. One list, only ever added to: it is the reviews and their
 * audit trail at once. Nothing in it changes what the machine scored.
 */
export interface Remark {
  /** UUIDv7. */
  readonly id: string
  /** Wall clock, ms since 1970. */
  readonly at: number
  /** Who: as typed by whoever sat there. */
  readonly by: string
  readonly what: Said
}

export type Said =
  /** On a moment of an attempt; `n`: its journal entry, `atMs` its simulated time. */
  | {
      readonly kind: 'comment'
      readonly attempt: string
      readonly n: number | null
      readonly atMs: number
      readonly text: string
    }
  /** The trainee's word, or anybody's, on a remark. */
  | {
      readonly kind: 'reply'
      readonly attempt: string
      readonly to: string
      readonly text: string
    }
  /** A second mark on communication: each behaviour of the scale 1–5; null: no occasion in this call. */
  | {
      readonly kind: 'mark'
      readonly attempt: string
      readonly marks: Readonly<Record<BehaviourId, Level | null>>
      /** The calibration round that it belongs to: blind until it is closed. */
      readonly round: string | null
    }
  /** The reviewer judges otherwise than the machine; both stand side by side. */
  | {
      readonly kind: 'override'
      readonly attempt: string
      readonly of: OverrideOf
      readonly from: string
      readonly to: string
      readonly reason: string
    }
  /** A remark is withdrawn; it stays to be read. */
  | {
      readonly kind: 'take-back'
      readonly attempt: string
      readonly of: string
      readonly reason: string
    }
  | {
      readonly kind: 'round'
      readonly title: string
      readonly attempts: readonly string[]
      readonly raters: readonly string[]
    }
  | { readonly kind: 'round-closed'; readonly round: string }
  /** The quality list that was drawn: which attempts, why each, and by when. */
  | {
      readonly kind: 'sample'
      readonly seed: string
      readonly of: number
      readonly due: number
      readonly attempts: readonly { readonly id: string; readonly why: SampleReason }[]
    }
  | { readonly kind: 'reviewed'; readonly attempt: string; readonly sample: string }
  | { readonly kind: 'enrol'; readonly station: string; readonly name: string }
  | { readonly kind: 'dismiss'; readonly station: string; readonly name: string }
  | {
      readonly kind: 'intake'
      readonly files: readonly string[]
      readonly added: number
      readonly known: number
      readonly refused: number
      /** New remarks that came along. */
      readonly remarks?: number
    }
  | { readonly kind: 'people'; readonly file: string; readonly count: number }
  | { readonly kind: 'demo'; readonly loaded: boolean; readonly count: number }

export type OverrideOf = 'class' | 'priority' | 'red-line' | 'total'
export const OVERRIDES: readonly OverrideOf[] = ['class', 'priority', 'red-line', 'total']

export type SampleReason = 'red-line' | 'outlier' | 'random'

/** 1 … 5 of the behaviourally anchored scale. */
export type Level = 1 | 2 | 3 | 4 | 5
export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5]

/** The behaviours that a second mark judges (D6, split by us): each has anchors for 1, 3 and 5 on the page. */
export const BEHAVIOURS = ['feeling', 'paraphrase', 'plain', 'next', 'calm'] as const
export type BehaviourId = (typeof BEHAVIOURS)[number]

/** The mean of a mark's behaviours, in tenths; null if none was judged. */
export function markTenths(marks: Readonly<Record<BehaviourId, Level | null>>): number | null {
  const given = BEHAVIOURS.flatMap((id) => marks[id] ?? [])
  if (given.length === 0) return null
  return Math.round((given.reduce<number>((sum, level) => sum + level, 0) * 10) / given.length)
}

/** Remarks without those taken back; the takings back stay in the trail, not here. */
export function standing(remarks: readonly Remark[]): readonly Remark[] {
  const gone = new Set(remarks.flatMap(({ what }) => (what.kind === 'take-back' ? [what.of] : [])))
  return remarks.filter(({ id, what }) => what.kind !== 'take-back' && !gone.has(id))
}

/** The attempts that it is about; none: it is about the store. */
export function attemptsOf(what: Said): readonly string[] {
  if ('attempt' in what) return [what.attempt]
  if (what.kind === 'round') return what.attempts
  return what.kind === 'sample' ? what.attempts.map(({ id }) => id) : []
}
