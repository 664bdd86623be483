import { z } from 'zod'
import { ACTS, CRITICAL_KINDS, OWNERS, PRIORITIES, UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import { distance, duration, id, reference, text } from './primitives.ts'
import { condition, partnerId } from './rules.ts'

/** Facts and the answer key: what is true, and what good work looks like. Never reaches the desk's components. */

/** The record's fields that a fact may belong in. */
export const FACT_RECORDS = [
  'location',
  'people',
  'injuries',
  'weapons',
  'dangers',
  'needs',
  'callback',
  'when',
  'callerName',
  'looks',
  'contacts',
] as const

/** A value that the record should hold: an option's id, any of several, a number, a word, a place. */
const value = z.union([reference, z.string().min(1).max(80), z.int().min(0).max(9999), text])

export const fact = z.strictObject({
  /** The record's field that it belongs in. */
  record: z.enum(FACT_RECORDS),
  is: z.union([value, z.array(value).min(1).max(12)]),
  /** For a place: how near counts as right. */
  within: distance.optional(),
  weight: z.int().min(0).max(10),
  /** The work isn't whole without it. */
  must: z.boolean().default(false),
  /** Latest useful moment since the answer. */
  by: duration.optional(),
  /** What it is, in a few words, for the debrief. */
  text,
  /** Words of which the narrative should hold at least one. */
  words: z
    .strictObject({
      zh: z.array(z.string().max(40)).min(1).max(12),
      en: z.array(z.string().max(60)).min(1).max(12),
    })
    .optional(),
  when: condition.optional(),
})

const classId = z
  .string()
  .regex(/^(P(0[1-9]|1[0-2])|N0[0-4])(\.[A-Za-z0-9-]+){0,3}$/, 'a class of the taxonomy')

const answer = z.strictObject({
  /** The answer from the moment that this holds. The first entry has no condition; a later one that holds replaces it. */
  when: condition.optional(),
  class: z.strictObject({
    is: classId,
    /** Other classes and what they earn of the 14 points for class and sub-type. */
    also: z.record(classId, z.int().min(0).max(14)).optional(),
  }),
  priority: z.enum(PRIORITIES),
  owner: z.enum(OWNERS),
  /** Topics of the taxonomy's laws that the debrief shows, in the text that held on the day of the call. */
  law: z.array(id).max(6).optional(),
})

const span = z.tuple([duration, duration])

/** A kind of unit: one of it is enough. Kinds not named here are useless and cost a point each. */
const unitDuty = z.strictObject({
  kind: z.enum(UNIT_KINDS),
  need: z.enum(['required', 'useful', 'harmful']),
  when: condition.optional(),
})

const partnerDuty = z.strictObject({
  partner: partnerId,
  do: z.enum(['tell', 'bridge', 'transfer']).default('tell'),
  need: z.enum(['required', 'useful', 'harmful']),
  /** Target, counted from `from`. */
  within: duration.optional(),
  /** Counted from the answer, or from the moment that this fact was known. */
  from: id.optional(),
  when: condition.optional(),
})

/** When a critical failure is crossed. One line each; the reply or reaction may also name the failure itself. */
const crossing = z.union([
  z.strictObject({ class: z.array(classId).min(1).max(20) }),
  z.strictObject({ trainee: z.literal('hang-up') }),
  z.strictObject({ act: z.array(z.enum(ACTS)).min(1).max(6) }),
  z.strictObject({ said: z.array(id).min(1).max(20) }),
  z.strictObject({ 'not-told': partnerId, within: duration, from: id.optional() }),
  z.strictObject({
    'not-sent': z.array(z.enum(UNIT_KINDS)).min(1),
    within: duration,
    from: id.optional(),
  }),
  z.strictObject({ bridged: partnerId, announced: z.boolean().optional() }),
  z.strictObject({ transferred: partnerId, asked: z.boolean().optional() }),
  z.strictObject({ fact: id, 'not-passed-on': z.literal(true) }),
  z.strictObject({ ending: z.array(id).min(1).max(10) }),
])

const critical = z.strictObject({
  id,
  /** The red line that it falls under. */
  line: z.enum(['R1', 'R2', 'R3']),
  kind: z.enum(CRITICAL_KINDS),
  text,
  on: crossing.optional(),
  when: condition.optional(),
})

export const key = z.strictObject({
  answers: z.array(answer).min(1).max(12),
  units: z.array(unitDuty).max(12).default([]),
  partners: z.array(partnerDuty).max(20).default([]),
  targets: z
    .strictObject({
      answer: span.optional(),
      place: span.optional(),
      'first-class': span.optional(),
      'final-class': span.optional(),
      'first-dispatch': span.optional(),
    })
    .default({}),
  /** The clock that matters in this story: from a fact or a flag to something done. Three points of D4. */
  stage: z
    .strictObject({
      name: text,
      from: id.optional(),
      to: z.union([
        z.strictObject({ told: partnerId }),
        z.strictObject({ sent: z.enum(UNIT_KINDS) }),
        z.strictObject({ act: z.enum(ACTS) }),
        z.strictObject({ known: id }),
        z.strictObject({ bridged: partnerId }),
        z.strictObject({ transferred: partnerId }),
        z.strictObject({ callback: z.literal(true) }),
      ]),
      span,
      when: condition.optional(),
    })
    .array()
    .max(4)
    .default([]),
  /** Points of D3 by group where this story shifts them; they add up to 20 and move at most 6. */
  weights: z
    .strictObject({
      location: z.int().min(0).max(20),
      what: z.int().min(0).max(20),
      people: z.int().min(0).max(20),
      danger: z.int().min(0).max(20),
      when: z.int().min(0).max(20),
      callback: z.int().min(0).max(20),
    })
    .optional(),
  critical: z.array(critical).max(24).default([]),
  /** Best reachable end moods, for D6: trust at least, arousal at most. */
  achievable: z.strictObject({ trust: z.int().min(0).max(100), arousal: z.int().min(0).max(100) }),
  best: text,
})

export type Fact = z.output<typeof fact>
export type FactField = (typeof FACT_RECORDS)[number]
export type Answer = z.output<typeof answer>
export type Key = z.output<typeof key>
export type Critical = z.output<typeof critical>
export type UnitDuty = z.output<typeof unitDuty>
export type PartnerDuty = z.output<typeof partnerDuty>
