import { z } from 'zod'
import { type Text, text } from '../scenario/primitives.ts'
import { type Origin, origin, sources } from './source.ts'
import {
  ACT_QUALITIES,
  ACTS,
  FIELD_KINDS,
  NOTICES,
  OWNERS,
  PRIORITIES,
  RECORD_FIELDS,
  UNIT_KINDS,
} from './vocabulary.ts'

/** The shape of scenarios/taxonomy.yaml. Ids that code depends on are closed lists (vocabulary.ts); the rest is a centre's own. */

const plainId = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/)
/** `P03.suicide.minor`, `N01`: a class or result, with its sub-types. Topics of 12345 appear as `N00.H05`. */
const classId = z
  .string()
  .regex(
    /^(P(0[1-9]|1[0-2])|N0[0-4])(\.[A-Za-z0-9-]{1,30}){0,3}$/,
    'a class id such as P03.lost.child',
  )
const words = z.strictObject({
  zh: z.array(z.string().min(1).max(20)).max(20),
  en: z.array(z.string().min(1).max(40)).max(20),
})
const date = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, 'a date such as 2026-01-01')
const named = { name: text, ...origin }

/** A sub-type. Its origin is its class's `subtypes` unless it has one of its own. */
export interface SubType {
  readonly id: string
  readonly name: Text
  readonly words: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly basis?: Origin['basis'] | undefined
  readonly source?: readonly string[] | undefined
  readonly children?: readonly SubType[] | undefined
}

const subType: z.ZodType<SubType> = z.strictObject({
  id: classId,
  name: text,
  words,
  basis: origin.basis.optional(),
  source: origin.source.optional(),
  get children() {
    return z.array(subType).max(40).optional()
  },
})

const topClass = z.strictObject({
  id: z.string().regex(/^(P(0[1-9]|1[0-2])|N0[0-4])$/),
  code: z.string().regex(/^[PN][0-9]{2}_[A-Z0-9_]+$/),
  ...named,
  /** Not named by the notice: a placeholder that a centre should replace. */
  provisional: z.boolean().default(false),
  about: text,
  boundary: z.array(text).max(8),
  words,
  /** The topics of 12345 are its sub-types. */
  topics: z.boolean().default(false),
  /** Where the list of sub-types comes from. */
  subtypes: z.strictObject(origin).optional(),
  children: z.array(subType).max(40).default([]),
})

const optionIds = z.strictObject({
  id: plainId,
  zh: z.string().min(1).max(40),
  en: z.string().min(1).max(60),
  alone: z.boolean().default(false),
})

const field = z.strictObject({
  id: z.enum(RECORD_FIELDS),
  kind: z.enum(FIELD_KINDS),
  name: text,
  min: z.int().min(0).optional(),
  max: z.int().min(1).optional(),
  /** May something be written that is not in the list? */
  free: z.boolean().default(false),
  options: z.array(optionIds).max(60).default([]),
})

const law = z.strictObject({
  id: plainId,
  topic: plainId,
  law: text,
  article: z.string().min(1).max(20),
  from: date.optional(),
  until: date.optional(),
  /** A short paraphrase, never the text itself. */
  text,
  ...origin,
  /** How far the dates were checked. */
  dates: origin.basis,
})

export const taxonomyFile = z.strictObject({
  version: z.int().min(1),
  note: text,
  sources,
  classes: z.array(topClass).min(1).max(20),
  results: z.array(topClass).min(1).max(10),
  priorities: z.array(z.strictObject({ id: z.enum(PRIORITIES), about: text, ...named })),
  owners: z.array(z.strictObject({ id: z.enum(OWNERS), about: text, ...named })),
  matters: z
    .array(z.strictObject({ id: plainId, owner: z.enum(OWNERS), police: text, ...named }))
    .max(40),
  topics: z.array(z.strictObject({ id: z.string().regex(/^H[0-9]{2}$/), words, ...named })).max(40),
  domains: z.array(z.strictObject({ id: plainId, ...named })).max(20),
  kinds: z.array(z.strictObject({ id: plainId, ...named })).max(20),
  acts: z.array(
    z.strictObject({ id: z.enum(ACTS), name: text, quality: z.enum(ACT_QUALITIES), hint: text }),
  ),
  goals: z
    .array(
      z.strictObject({ id: plainId, zh: z.string().min(1).max(40), en: z.string().min(1).max(80) }),
    )
    .max(80),
  notices: z.array(z.strictObject({ id: z.enum(NOTICES), name: text, closing: text })),
  units: z.array(z.strictObject({ id: z.enum(UNIT_KINDS), name: text })),
  fields: z.array(field),
  laws: z.array(law).max(200),
})

export type TaxonomyFile = z.output<typeof taxonomyFile>
export type TopClass = z.output<typeof topClass>
export type Field = z.output<typeof field>
export type Law = z.output<typeof law>
