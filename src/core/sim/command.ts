import { z } from 'zod'
import { partnerId } from '../scenario/rules.ts'

/** Everything that a trainee can do, in one union: shared by desk, journal, replay, robots and, later, the hub. */

const word = z.string().max(80)
const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** Where the trainee says it is: a point on the map in city metres, a named place, or words alone. */
export const location = z.strictObject({
  x: z.int().min(-100_000).max(200_000).optional(),
  y: z.int().min(-100_000).max(200_000).optional(),
  place: z.string().max(60).optional(),
  text: z.string().max(120),
})

/** One field of the incident record with its new value; `null` empties it. */
export const recordChange = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('location'), value: location.nullable() }),
  z.strictObject({ field: z.literal('class'), value: word.nullable() }),
  z.strictObject({
    field: z.literal('priority'),
    value: z.enum(['L1', 'L2', 'L3', 'N']).nullable(),
  }),
  z.strictObject({ field: z.literal('owner'), value: word.nullable() }),
  z.strictObject({ field: z.literal('people'), value: z.int().min(0).max(9999).nullable() }),
  z.strictObject({ field: z.literal('injuries'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('weapons'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('dangers'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('needs'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('contacts'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('looks'), value: z.array(word).max(12) }),
  z.strictObject({ field: z.literal('callback'), value: word.nullable() }),
  z.strictObject({ field: z.literal('when'), value: word.nullable() }),
  z.strictObject({ field: z.literal('callerName'), value: word.nullable() }),
  z.strictObject({ field: z.literal('narrative'), value: z.string().max(2000).nullable() }),
])

export const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer') }),
  /** A reply by its id, `node.reply` or `group.reply`. */
  z.strictObject({ do: z.literal('say'), reply: z.string().max(90) }),
  z.strictObject({ do: z.literal('hold') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('hang-up') }),
  z.strictObject({ do: z.literal('call-back') }),
  /** Three-way call; announced: the caller was told who joins. */
  z.strictObject({ do: z.literal('bridge'), partner: partnerId, announced: z.boolean() }),
  /** One-key transfer; asked: reason given and consent asked. */
  z.strictObject({ do: z.literal('transfer'), partner: partnerId, asked: z.boolean() }),
  z.strictObject({ do: z.literal('tell'), partner: partnerId }),
  z.strictObject({ do: z.literal('send'), unit: unitId }),
  z.strictObject({ do: z.literal('recall'), unit: unitId }),
  /** Passes the record as it stands now to a unit already sent; a new place turns it round. */
  z.strictObject({ do: z.literal('update'), unit: unitId }),
  z.strictObject({ do: z.literal('chase'), unit: unitId }),
  z.strictObject({ do: z.literal('set'), change: recordChange }),
  /** The record is complete; the attempt is over. */
  z.strictObject({ do: z.literal('finish') }),
  /** The way out of a grave call (practice and coaching): no score, no penalty. */
  z.strictObject({ do: z.literal('leave') }),
])

export type Location = z.output<typeof location>
export type RecordChange = z.output<typeof recordChange>
export type RecordField = RecordChange['field']
export type Command = z.output<typeof command>
