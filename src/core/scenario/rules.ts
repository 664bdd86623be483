import { z } from 'zod'
import { ACTS, UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import { comparison, duration, id, text } from './primitives.ts'

/** Conditions, triggers and effects: the only logic that a scenario may hold. All are data; none is code. */

const ids = z.array(id).min(1).max(20)
const unitKind = z.enum(UNIT_KINDS)
/** Partners are named by the city (`119`, `duty-lead`) or by the scenario (`daughter`). */
export const partnerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/**
 * A condition: every line in it must hold. Moods by comparison; facts by what was revealed; flags by what was set;
 * `within` by how long ago a reply was said.
 */
export const condition = z.strictObject({
  trust: comparison.optional(),
  arousal: comparison.optional(),
  patience: comparison.optional(),
  known: ids.optional(),
  'not-known': ids.optional(),
  flag: ids.optional(),
  'not-flag': ids.optional(),
  said: ids.optional(),
  'not-said': ids.optional(),
  told: z.array(partnerId).min(1).max(10).optional(),
  'not-told': z.array(partnerId).min(1).max(10).optional(),
  sent: z.array(unitKind).min(1).max(6).optional(),
  'not-sent': z.array(unitKind).min(1).max(6).optional(),
  arrived: z.array(unitKind).min(1).max(6).optional(),
  'not-arrived': z.array(unitKind).min(1).max(6).optional(),
  bridged: z.array(partnerId).min(1).max(10).optional(),
  'not-bridged': z.array(partnerId).min(1).max(10).optional(),
  within: z.strictObject({ of: id, for: duration }).optional(),
  /** Which variant was drawn; settled before the call starts. */
  vary: z.record(id, z.union([id, z.array(id).min(1).max(12)])).optional(),
})

/** Where the talk goes: a node, or the first branch whose condition holds after this step's own effects. */
export const destination = z.union([
  id,
  z
    .array(z.strictObject({ when: condition.optional(), to: id }))
    .min(1)
    .max(8),
])

export const moodChange = z
  .strictObject({
    trust: z.int().min(-100).max(100).optional(),
    arousal: z.int().min(-100).max(100).optional(),
    patience: z.int().min(-100).max(100).optional(),
  })
  .describe('Moves the moods by these points, kept within their ranges')

/** What any step of the story may do. */
const effects = {
  moods: moodChange.optional(),
  reveals: ids.optional(),
  set: ids.optional(),
  clear: ids.optional(),
  /** Crosses one of the key's critical failures. */
  critical: id.optional(),
  /** The caller's line is cut; only a call-back can mend it. */
  line: z.literal('dropped').optional(),
  goto: destination.optional(),
  end: id.optional(),
}

/** What a unit or partner says to the desk, in writing. */
export const report = z.strictObject({ from: z.union([partnerId, unitKind]), text })

/** One or more lines for the caller; the first whose condition holds is spoken. */
export const callerLines = z.union([
  text,
  z
    .array(text.extend({ when: condition.optional(), reveals: ids.optional() }))
    .min(1)
    .max(8),
])

export const reply = z.strictObject({
  act: z.array(z.enum(ACTS)).min(1).max(4),
  say: text,
  /** Other ways to say the same, for search and later for spoken replies. */
  also: z
    .strictObject({
      zh: z.array(z.string().max(80)).max(8),
      en: z.array(z.string().max(120)).max(8),
    })
    .optional(),
  when: condition.optional(),
  /** May it be said again? Once said it disappears unless this is true. */
  again: z.boolean().default(false),
  /** The reply that the best path takes where it is offered; the debrief compares with it. */
  best: z.boolean().default(false),
  /** Why it helps or harms, for coaching and debrief; the act's own hint stands if this is missing. */
  why: text.optional(),
  ...effects,
})

export const silence = z.strictObject({
  after: duration,
  caller: callerLines.optional(),
  ...effects,
})

/** What may set off a reaction. Exactly one. */
export const trigger = z.union([
  z.strictObject({ arrived: unitKind, place: z.enum(['right', 'wrong']).default('right') }),
  z.strictObject({ sent: unitKind }),
  z.strictObject({ told: partnerId }),
  z.strictObject({ bridged: partnerId, announced: z.boolean().optional() }),
  z.strictObject({ transferred: partnerId, asked: z.boolean().optional() }),
  z.strictObject({
    mood: z.enum(['trust', 'arousal', 'patience']),
    'falls-below': z.int().min(1).max(100),
  }),
  z.strictObject({
    mood: z.enum(['trust', 'arousal', 'patience']),
    'rises-above': z.int().min(0).max(99),
  }),
  z.strictObject({ known: id }),
  z.strictObject({ flag: id }),
  z.strictObject({ silences: z.int().min(1).max(9) }),
  z.strictObject({ clock: duration }),
  z.strictObject({ held: duration }),
  z.strictObject({ trainee: z.enum(['hang-up', 'hold', 'resume']) }),
  z.strictObject({ line: z.enum(['dropped', 'restored']) }),
])

/** Something that happens wherever the talk stands. The first reaction that fits a trigger is the one that runs. */
export const reaction = z.strictObject({
  id,
  on: trigger,
  /** Delay after the trigger, e.g. the power is off four minutes after the company was told. */
  after: duration.optional(),
  when: condition.optional(),
  once: z.boolean().default(true),
  caller: callerLines.optional(),
  report: report.optional(),
  ...effects,
})

export type Condition = z.output<typeof condition>
export type Destination = z.output<typeof destination>
export type MoodChange = z.output<typeof moodChange>
export type CallerLines = z.output<typeof callerLines>
export type Reply = z.output<typeof reply>
export type Silence = z.output<typeof silence>
export type Trigger = z.output<typeof trigger>
export type Reaction = z.output<typeof reaction>
export type Report = z.output<typeof report>
/** The effects shared by replies, silence, nodes and reactions. */
export type Effects = Pick<
  Reaction,
  'moods' | 'reveals' | 'set' | 'clear' | 'critical' | 'line' | 'goto' | 'end'
>
