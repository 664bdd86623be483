import { z } from 'zod'
import { fact, key } from './key.ts'
import { distance, duration, id, localDateTime, reference, text } from './primitives.ts'
import { callerLines, condition, moodChange, partnerId, reaction, reply, silence } from './rules.ts'

/** The scenario format. `scenarios/scenario.schema.json` is generated from here; explanations live beside the fields. */

const mood = z.strictObject({
  start: z.int().min(0).max(100),
  min: z.int().min(0).max(100).default(0),
  max: z.int().min(0).max(100).default(100),
})

/** One way a variant can turn out: a bare word, a number, or a small table of them. */
const drawn = z.union([
  z.string().min(1).max(80),
  z.int().min(0).max(99_999),
  z.record(
    z.string().regex(/^[a-z][a-zA-Z0-9-]{0,30}$/),
    z.union([z.string().min(1).max(120), z.int(), text]),
  ),
])

const place = z.union([reference, id])

const node = z.strictObject({
  caller: callerLines.optional(),
  reveals: z.array(id).max(12).optional(),
  moods: moodChange.optional(),
  set: z.array(id).max(8).optional(),
  silence: silence.optional(),
  /** Replies of these groups are offered too, after the node's own. */
  use: z.array(id).max(6).optional(),
  replies: z.record(id, reply).optional(),
  /** The call is over once the caller has said this. */
  end: id.optional(),
})

const partner = z.strictObject({
  name: text,
  /** Until they answer. */
  ack: duration.optional(),
  /** What they say when they answer. */
  says: text.optional(),
  /** Shown and reachable only while this holds. */
  when: condition.optional(),
})

const line = z.strictObject({
  /** How long the caller lets it ring. */
  waits: duration,
  /** Ending if nobody answers in that time and nobody calls back. */
  unanswered: id,
  /** Ending if the trainee ends the call before the story did. */
  'hung-up': id,
  /** A dropped line that nobody mends in this time comes to this ending. */
  dropped: z.strictObject({ for: duration, end: id }),
  /** Does the caller pick up when called back, and where does the talk go on? No match: no answer. */
  callback: z
    .array(z.strictObject({ when: condition.optional(), rings: duration, goto: id }))
    .max(6)
    .default([]),
})

export const scenario = z.strictObject({
  id,
  version: z.int().min(1).max(9999),
  title: text,
  summary: text,
  /** Local time at which the call comes in. */
  at: localDateTime,
  teaches: z.array(id).min(1).max(8),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Usual length of the call. */
  minutes: z.int().min(1).max(60),
  notice: z.array(id).max(6).default([]),
  channel: z.enum(['phone', 'sms', 'wechat', 'video']),
  city: id,
  vary: z.record(id, z.array(drawn).min(1).max(24)).default({}),
  caller: z.strictObject({
    persona: text,
    voice: z.strictObject({
      gender: z.enum(['female', 'male']),
      age: z.enum(['child', 'adult', 'elder']),
      /** 1 is the usual pace; 0.5 to 1.5. */
      rate: z.number().min(0.5).max(1.5).default(1),
    }),
    ambient: id.optional(),
    shows: z.strictObject({
      number: z.string().regex(/^[0-9*]{5,20}$/),
      sector: z.strictObject({ around: place, radius: distance }).optional(),
      /** A pin from the phone; `off` metres east and south of the truth, since pins may be wrong. */
      pin: z
        .strictObject({ at: place, off: z.tuple([z.int(), z.int()]).default([0, 0]) })
        .optional(),
    }),
  }),
  moods: z.strictObject({ trust: mood, arousal: mood, patience: mood.optional() }),
  facts: z.record(id, fact),
  talk: z.strictObject({
    start: id,
    /** What talking over the caller does. */
    interrupt: z.strictObject({ moods: moodChange }).optional(),
    /** What the caller does in silence, where the node doesn't say it. */
    silence,
    groups: z.record(id, z.record(id, reply)).default({}),
    nodes: z.record(id, node),
  }),
  line,
  world: z
    .strictObject({
      partners: z.record(partnerId, partner).default({}),
      /** Units that don't sign in until chased: the nth unit sent. */
      stall: z.strictObject({ nth: z.int().min(1).max(4), when: condition.optional() }).optional(),
    })
    .default({ partners: {} }),
  anywhere: z.array(reaction).max(60).default([]),
  endings: z.record(
    id,
    z.strictObject({
      /** safe: found or settled; late: settled, at a price; lost: contact lost; handed: handed to the right desk. */
      outcome: z.enum(['safe', 'handed', 'late', 'lost', 'failed']),
      after: text,
      when: condition.optional(),
    }),
  ),
  key,
})

/** A scenario file's content after parsing: durations in ms, distances in metres. */
export type Scenario = z.output<typeof scenario>
export type Node = z.output<typeof node>
export type Outcome = Scenario['endings'][string]['outcome']
