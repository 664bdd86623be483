import { stringify } from 'yaml'
import { z } from 'zod'
import { comparison, duration, id, text } from '../scenario/primitives.ts'
import { partnerId } from '../scenario/rules.ts'
import { recordChange } from '../sim/command.ts'
import { type Read, readDocument } from '../taxonomy/document.ts'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'

/**
 * A plan: steps that are played on the real engine with its clock. A test plan also says what is expected after a step or
 * at the end. Plans stand beside their scenario in `plans/<name>.yaml`; they are untrusted, so everything is bounded.
 */

/** Longest plan file, in characters, and most steps in it. */
const MAX_CHARACTERS = 100_000
const MAX_STEPS = 500

const replyId = z
  .string()
  .max(90)
  .regex(/^[a-z][a-z0-9.-]*$/)
const unit = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const word = z.string().min(1).max(80)

/** Checks a word without changing it, so that a plan is written as it was read. */
const kept = (schema: z.ZodType, hint: string) =>
  z
    .string()
    .max(20)
    .refine((value) => schema.safeParse(value).success, hint)
const span = kept(duration, "write a duration as '500ms', '8s' or '12m'")
const bound = kept(comparison, "write a comparison as '>= 35'")

const LINE_STATES = ['ringing', 'up', 'held', 'dropped', 'calling-back', 'ended'] as const

/** What should stand then. Each named part must hold. */
const expectation = z.strictObject({
  node: id.optional(),
  /** Facts that the caller has told, and those that may not be known. */
  known: z.array(id).max(40).optional(),
  unknown: z.array(id).max(40).optional(),
  flags: z.array(id).max(40).optional(),
  moods: z
    .strictObject({
      trust: bound.optional(),
      arousal: bound.optional(),
      patience: bound.optional(),
    })
    .optional(),
  line: z.enum(LINE_STATES).optional(),
  /** `any`: the story has come to an ending, whichever. */
  ending: id.optional(),
  /** `none`, `any`, or the id of a critical failure. */
  'red-line': id.optional(),
  /** Points at least. */
  score: z.int().min(0).max(100).optional(),
})

const event = z.union([
  z.strictObject({ node: id }),
  z.strictObject({ fact: id }),
  z.strictObject({ ending: id }),
  z.strictObject({ reaction: z.string().max(60) }),
  z.strictObject({ line: z.enum(LINE_STATES) }),
  z.strictObject({ arrived: z.enum(UNIT_KINDS) }),
  z.strictObject({ joined: partnerId }),
  /** So long after the answer. */
  z.strictObject({ answered: span }),
])

const more = {
  /** Not before this moment, seconds since the first ring: `12.5s`. */
  at: z
    .string()
    .regex(/^[0-9]{1,4}(\.[0-9]{1,3})?s$/, "write a moment as '12.5s'")
    .optional(),
  expect: expectation.optional(),
}

const plain = z.enum(['answer', 'hold', 'resume', 'hang-up', 'call-back', 'finish', 'leave'])

const step = z.union([
  plain,
  z.strictObject({ do: plain, ...more }),
  /** Once the caller has finished speaking. */
  z.strictObject({ say: replyId, ...more }),
  /** While the caller still speaks. */
  z.strictObject({ interrupt: replyId, ...more }),
  /** A time; until the caller breaks the silence; until they have finished speaking; until anything happens. */
  z.strictObject({ wait: z.union([z.enum(['silence', 'quiet', 'next']), span]), ...more }),
  z.strictObject({ 'wait-for': event, ...more }),
  z.strictObject({ find: z.string().min(1).max(60), ...more }),
  z.strictObject({ classify: word, ...more }),
  z.strictObject({ priority: z.enum(['L1', 'L2', 'L3', 'N']), ...more }),
  z.strictObject({ owner: word, ...more }),
  z.strictObject({ set: recordChange, ...more }),
  /** A unit by its id, or the nearest free one of a kind. */
  z.strictObject({ dispatch: unit, ...more }),
  z.strictObject({ recall: unit, ...more }),
  z.strictObject({ update: unit, ...more }),
  z.strictObject({ chase: unit, ...more }),
  z.strictObject({ tell: partnerId, ...more }),
  z.strictObject({ bridge: partnerId, ...more }),
  z.strictObject({ 'bridge-unannounced': partnerId, ...more }),
  z.strictObject({ transfer: partnerId, ...more }),
  z.strictObject({ 'transfer-unasked': partnerId, ...more }),
])

export const plan = z.strictObject({
  title: z.union([word, text]),
  /** Which variant: a value of each list, or its place in the list as `#2`. What isn't named is drawn by the seed. */
  vary: z.record(id, z.union([word, z.int()])).optional(),
  seed: z.string().min(1).max(64).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  steps: z.array(step).min(1).max(MAX_STEPS),
  /** At the end. */
  expect: expectation.optional(),
})

export type Plan = z.output<typeof plan>
export type PlanStep = z.output<typeof step>
export type PlanEvent = z.output<typeof event>
export type Expectation = z.output<typeof expectation>

/** Reads a plan file, with line and column of what is wrong. Never throws. */
export function readPlan(source: string): Read<Plan> {
  if (source.length > MAX_CHARACTERS)
    return {
      ok: false,
      problems: [
        {
          path: '',
          line: 1,
          column: 1,
          message: {
            zh: `计划太长，最多 ${MAX_CHARACTERS} 个字符。`,
            en: `The plan is too long; at most ${MAX_CHARACTERS} characters.`,
          },
        },
      ],
    }
  return readDocument(source, plan, () => [])
}

/** A plan as its file. */
export function planText(value: Plan): string {
  return stringify(value, { lineWidth: 100 })
}
