import { z } from 'zod'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import { command } from './command.ts'

/**
 * The journal: the only truth about an attempt. `at` is simulated time in integer ms since the first ring; `n` counts
 * from 0 without gaps. Trainee entries are commands; script entries are what the simulation made of them; observed
 * entries tell of the device (late sound, hidden tab) and feed scoring only.
 */

const at = z.int().min(0)
const n = z.int().min(0)
const moods = z.strictObject({ trust: z.int(), arousal: z.int(), patience: z.int() })

export const unitStatus = z.enum(['free', 'sent', 'acknowledged', 'moving', 'arrived', 'recalled'])

/** What the simulation says happened. */
export const happening = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('ringing') }),
  z.strictObject({ what: z.literal('connected') }),
  z.strictObject({ what: z.literal('gave-up') }),
  z.strictObject({ what: z.literal('held') }),
  z.strictObject({ what: z.literal('resumed') }),
  z.strictObject({ what: z.literal('dropped') }),
  z.strictObject({ what: z.literal('calling-back') }),
  z.strictObject({ what: z.literal('no-answer') }),
  z.strictObject({ what: z.literal('restored') }),
  /** The trainee speaks: `ms` long from now. */
  z.strictObject({
    what: z.literal('said'),
    reply: z.string(),
    interrupts: z.boolean(),
    ms: z.int(),
  }),
  /** The caller speaks: line id, from this moment, this long. */
  z.strictObject({ what: z.literal('caller'), line: z.string(), from: at, ms: z.int() }),
  z.strictObject({ what: z.literal('silence'), count: z.int() }),
  z.strictObject({ what: z.literal('node'), node: z.string() }),
  z.strictObject({ what: z.literal('moods'), moods }),
  /** Facts become known when the caller has finished saying them: `known` is that moment. */
  z.strictObject({ what: z.literal('revealed'), facts: z.array(z.string()), known: at }),
  z.strictObject({
    what: z.literal('flags'),
    set: z.array(z.string()),
    cleared: z.array(z.string()),
  }),
  z.strictObject({ what: z.literal('reaction'), id: z.string() }),
  z.strictObject({ what: z.literal('critical'), id: z.string() }),
  z.strictObject({
    what: z.literal('unit'),
    unit: z.string(),
    kind: z.enum(UNIT_KINDS),
    status: unitStatus,
    to: z.tuple([z.int(), z.int()]).optional(),
    /** Expected arrival in simulated ms. */
    eta: at.optional(),
    /** On arrival: is it the right place? */
    right: z.boolean().optional(),
    /** Who sent it, if a partner did. */
    by: z.string().optional(),
  }),
  z.strictObject({
    what: z.literal('partner'),
    partner: z.string(),
    status: z.enum(['told', 'acknowledged', 'bridged', 'transferred', 'declined']),
  }),
  z.strictObject({ what: z.literal('report'), from: z.string(), line: z.string() }),
  z.strictObject({ what: z.literal('refused'), why: z.string() }),
  z.strictObject({ what: z.literal('ended'), ending: z.string() }),
  z.strictObject({ what: z.literal('finished'), left: z.boolean() }),
])

export const observation = z.discriminatedUnion('saw', [
  z.strictObject({ saw: z.literal('audio-onset'), line: z.string(), late: z.int() }),
  z.strictObject({ saw: z.literal('audio-blocked'), line: z.string().optional() }),
  z.strictObject({ saw: z.literal('audio-fallback'), line: z.string().optional(), to: z.string() }),
  z.strictObject({ saw: z.literal('hidden') }),
  z.strictObject({ saw: z.literal('shown') }),
  z.strictObject({ saw: z.literal('paused'), wall: z.int() }),
  z.strictObject({ saw: z.literal('unpaused'), wall: z.int() }),
  z.strictObject({ saw: z.literal('resumed-after-kill'), gap: z.int() }),
  z.strictObject({ saw: z.literal('language'), lang: z.enum(['zh', 'en']) }),
  /** Uncertainty of input times on this device, in ms. */
  z.strictObject({ saw: z.literal('device'), error: z.int() }),
])

export const entry = z.discriminatedUnion('origin', [
  z.strictObject({ n, at, origin: z.literal('trainee'), command }),
  z.strictObject({ n, at, origin: z.literal('script'), happening }),
  z.strictObject({ n, at, origin: z.literal('observed'), observation }),
])

export type Entry = z.output<typeof entry>
export type Happening = z.output<typeof happening>
export type Observation = z.output<typeof observation>
export type UnitStatus = z.output<typeof unitStatus>
export type MoodValues = z.output<typeof moods>
