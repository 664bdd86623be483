import type { Answer, Fact, PartnerDuty, UnitDuty } from '../scenario/key.ts'
import type { Condition } from '../scenario/rules.ts'
import { holds, type Mind } from '../sim/mind.ts'
import { isNear } from '../sim/units.ts'
import type { RecordView } from '../sim/view.ts'
import { perObject } from './perObject.ts'
import type { DimensionId, Item, ItemCode } from './scorecard.ts'
import { type Moment, mindAt, type Trace } from './trace.ts'
import type { Yardstick } from './yardstick.ts'

/** What every dimension's rules read: what the scenario is judged by, and the trace of this attempt. */
export class Marking implements Yardstick {
  readonly yardstick: Yardstick
  readonly traced: Trace
  readonly script: Yardstick['script']
  readonly rolled: Yardstick['rolled']
  readonly atlas: Yardstick['atlas']
  readonly rubric: Yardstick['rubric']
  readonly taxonomy: Yardstick['taxonomy']
  readonly truth: Yardstick['truth']
  readonly facts: Yardstick['facts']
  readonly kindOf: Yardstick['kindOf']
  readonly manner: Yardstick['manner']
  /** The mind at the end, which most conditions are asked of. */
  readonly end: Mind
  /** The right answer by all that the call had revealed at its end. */
  readonly right: Answer
  /** Units and partners that the key names, as far as their conditions held at the end. */
  readonly units: readonly UnitDuty[]
  readonly partners: readonly PartnerDuty[]
  readonly required: readonly UnitDuty[]

  constructor(yardstick: Yardstick, traced: Trace) {
    this.yardstick = yardstick
    this.traced = traced
    this.script = yardstick.script
    this.rolled = yardstick.rolled
    this.atlas = yardstick.atlas
    this.rubric = yardstick.rubric
    this.taxonomy = yardstick.taxonomy
    this.truth = yardstick.truth
    this.facts = yardstick.facts
    this.kindOf = yardstick.kindOf
    this.manner = yardstick.manner
    this.end = mindAt(traced, this.script, traced.endAt)
    this.right = rightAt(this, traced.endAt)
    const { key } = this.rolled.scenario
    this.units = key.units.filter((duty) => heldAt(this, duty.when, traced.endAt))
    this.partners = key.partners.filter((duty) => heldAt(this, duty.when, traced.endAt))
    this.required = this.units.filter((duty) => duty.need === 'required')
  }
}

function mindThen({ script, traced, end }: Marking, at: number): Mind {
  return at === traced.endAt ? end : mindAt(traced, script, at)
}

/** Does a condition of the key hold at a moment? */
export function heldAt(mark: Marking, when: Condition | undefined, at: number): boolean {
  if (!when) return true
  return holds(mark.script.conditions.get(when) ?? null, mindThen(mark, at), at)
}

/** The right answer by what was known at a moment: the last entry of the key that holds. */
export function rightAt(mark: Marking, at: number): Answer {
  const { answers } = mark.rolled.scenario.key
  const { conditions } = mark.script
  const mind = mindThen(mark, at)
  const right = answers.findLast(
    ({ when }) => !when || holds(conditions.get(when) ?? null, mind, at),
  )
  const fallback = right ?? answers[0]
  if (!fallback) throw new RangeError('a key without an answer')
  return fallback
}

/** s = clamp((L − t) / (L − T), 0, 1) in whole points of `points` (rubric, D4). */
export function timePoints(
  points: number,
  ms: number | null,
  target: number,
  limit: number,
): number {
  if (ms === null || ms >= limit) return 0
  if (ms <= target) return points
  return Math.floor((points * (limit - ms)) / (limit - target))
}

/** `points` shared over `weights` in whole points, largest remainder first, earlier before later. */
export function share(points: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  const parts = weights.map((weight) => Math.floor((points * weight) / total))
  const order = weights
    .map((weight, index) => ({ index, rest: (points * weight) % total }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  let left = points - parts.reduce((sum, part) => sum + part, 0)
  for (const { index } of order) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}

/** `points` shared over so many equals in whole points, earlier before later. */
export function shareEvenly(points: number, count: number): number[] {
  const part = count === 0 ? 0 : Math.floor(points / count)
  const left = points - part * count
  return Array.from({ length: count }, (_, index) => (index < left ? part + 1 : part))
}

export function item(
  dim: DimensionId,
  code: ItemCode,
  subject: string,
  points: number,
  max: number,
  moment: Moment | null,
  evidence: readonly number[] = moment ? [moment.n] : [],
): Item {
  return { dim, code, subject, points, max, at: moment?.at ?? null, evidence }
}

/** Is the record's place right? */
export function isPlaced(mark: Marking, record: RecordView): boolean {
  const { location } = record
  if (!location || !mark.truth) return false
  const named = location.place === undefined ? undefined : mark.atlas.place(location.place)
  const point =
    location.x !== undefined && location.y !== undefined ? { x: location.x, y: location.y } : named
  return point !== undefined && isNear(point, mark.truth.point, mark.truth.within)
}

/** Everything that would count as the fact's value. */
export const expected = perObject((fact: Fact): readonly (string | number)[] => {
  const list = Array.isArray(fact.is) ? fact.is : [fact.is]
  return list.flatMap((value) => (typeof value === 'object' ? [value.zh, value.en] : [value]))
})

/** The fact's own words, folded: one of them tells it in a narrative. */
export const wordsOf = perObject((fact: Fact): readonly string[] =>
  fact.words ? [...fact.words.zh, ...fact.words.en].map(fold) : [],
)

/** Its values and its words, folded: one of them inside what was written is enough. */
const signsOf = perObject((fact: Fact): readonly string[] => [
  ...expected(fact).map((value) => fold(String(value))),
  ...wordsOf(fact),
])

/** Lists may hold this many entries beyond the true ones before they count as guessing. Own figure. */
const SPARE_OPTIONS = 2

/** Does the record hold this fact? Places by distance, options by id, numbers exactly, words by containing one. */
export function isRecorded(mark: Marking, fact: Fact, record: RecordView): boolean {
  if (fact.record === 'location') return isPlaced(mark, record)
  const value = record[fact.record]
  const wanted = expected(fact)
  if (value === null) return false
  if (typeof value === 'number') return wanted.includes(value)
  if (typeof value === 'string') return holdsOne(fold(value), signsOf(fact))
  const facts = mark.facts.filter(([, other]) => other.record === fact.record)
  if (value.length > facts.length + SPARE_OPTIONS) return false
  return value.some((entry) => wanted.includes(entry) || holdsOne(fold(entry), signsOf(fact)))
}

export const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Does a folded text hold one of these? */
export const holdsOne = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word))

/** Moment from which a duty counts: when its fact was known or its flag set; else the answer. */
export function since(mark: Marking, from: string | undefined): number | null {
  const { traced } = mark
  if (from === undefined) return traced.answeredAt
  return traced.known.get(from)?.at ?? traced.flagged.get(from)?.at ?? null
}
