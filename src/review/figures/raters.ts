import {
  BEHAVIOURS,
  type BehaviourId,
  LEVELS,
  type Remark,
  standing,
} from '../../core/review/remark.ts'
import { type Agreement, kappa } from '../statistics/agreement.ts'

/** Do the second marks agree? */

export interface Marked {
  readonly attempt: string
  readonly by: string
  readonly round: string | null
  readonly marks: Readonly<Record<BehaviourId, number | null>>
}

/** The latest mark of each rater on each attempt, within a round or outside of any. */
export function marksOf(remarks: readonly Remark[]): readonly Marked[] {
  const latest = new Map<string, Marked>()
  for (const { by, what } of standing(remarks)) {
    if (what.kind !== 'mark') continue
    const { attempt, round, marks } = what
    latest.set(`${attempt} ${by} ${round ?? ''}`, { attempt, by, round, marks })
  }
  return [...latest.values()]
}

type Pair = readonly [number, number]

/** Marks are compared within the same round only, or outside of any. */
const placeOf = ({ attempt, round }: Marked): string => `${attempt} ${round ?? ''}`

/** Pairs of two raters' marks of the same behaviour in the same attempt. */
function pairsOf(marks: readonly Marked[], a: string, b: string): Pair[] {
  const theirs = new Map(marks.filter(({ by }) => by === b).map((one) => [placeOf(one), one]))
  return marks.flatMap((one): Pair[] => {
    const other = one.by === a ? theirs.get(placeOf(one)) : undefined
    if (!other) return []
    return BEHAVIOURS.flatMap((id): Pair[] => {
      const mine = one.marks[id]
      const yours = other.marks[id]
      return mine === null || yours === null ? [] : [[mine, yours]]
    })
  })
}

export interface RaterRow {
  readonly rater: string
  readonly attempts: number
  /** With all others, pair by pair. */
  readonly agreement: Agreement
  /** Mean levels above (+) or below the others' in the same places; null without common ones. */
  readonly severity: number | null
  readonly careless: boolean
}

export interface RaterFigures {
  readonly raters: readonly RaterRow[]
  readonly overall: Agreement
  readonly behaviours: readonly { readonly id: BehaviourId; readonly agreement: Agreement }[]
}

/** A rater is named careless if even the upper end of their κ with the others stays below this (own; κ ≥ 0.7 is the aim). */
export const CARELESS_KAPPA = 0.4
export const AIM_KAPPA = 0.7
/** Fewer attempts, or fewer common judgements, say nothing about a rater (own). */
const ENOUGH_ATTEMPTS = 5
const ENOUGH_PAIRS = 60

export function raterFigures(marks: readonly Marked[]): RaterFigures {
  const names = [...new Set(marks.map(({ by }) => by))].sort()
  const pairs = new Map<string, Pair[]>()
  for (const a of names)
    for (const b of names) if (a !== b) pairs.set(`${a}\n${b}`, pairsOf(marks, a, b))
  const raters = names.map((rater): RaterRow => {
    const mine = names.flatMap((other) => pairs.get(`${rater}\n${other}`) ?? [])
    const agreement = kappa(mine, LEVELS, 'quadratic')
    const severity =
      mine.length === 0 ? null : mine.reduce((sum, [a, b]) => sum + a - b, 0) / mine.length
    const attempts = new Set(marks.filter(({ by }) => by === rater).map(({ attempt }) => attempt))
    return {
      rater,
      attempts: attempts.size,
      agreement,
      severity,
      careless:
        attempts.size >= ENOUGH_ATTEMPTS &&
        agreement.n >= ENOUGH_PAIRS &&
        agreement.interval !== null &&
        agreement.interval.high < CARELESS_KAPPA,
    }
  })
  const once = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => pairs.get(`${a}\n${b}`) ?? []),
  )
  return {
    raters,
    overall: kappa(once, LEVELS, 'quadratic'),
    behaviours: BEHAVIOURS.map((id) => ({
      id,
      agreement: kappa(behaviourPairs(marks, names, id), LEVELS, 'quadratic'),
    })),
  }
}

function behaviourPairs(
  marks: readonly Marked[],
  names: readonly string[],
  id: BehaviourId,
): Pair[] {
  const byAttempt = new Map<string, Marked[]>()
  for (const one of marks) {
    const list = byAttempt.get(placeOf(one))
    if (list) list.push(one)
    else byAttempt.set(placeOf(one), [one])
  }
  return [...byAttempt.values()].flatMap((list) => {
    const sorted = list.toSorted((a, b) => names.indexOf(a.by) - names.indexOf(b.by))
    return sorted.flatMap((one, i) =>
      sorted.slice(i + 1).flatMap((other): Pair[] => {
        const mine = one.marks[id]
        const yours = other.marks[id]
        return one.by === other.by || mine === null || yours === null ? [] : [[mine, yours]]
      }),
    )
  })
}
