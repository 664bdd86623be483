import { z } from 'zod'

/**
 * The small values that a scenario file is made of. Every one of them is bounded: a scenario is untrusted input.
 * Durations come out in integer milliseconds, distances in integer metres.
 */

/** Names that would reach into JavaScript's own objects if used as keys. */
const forbiddenIds: ReadonlySet<string> = new Set(['constructor', 'prototype'])

/** An id: lower case, digits, hyphens. Stable for ever, since journals and translations refer to it. */
export const id = z
  .string()
  .max(40)
  .regex(
    /^[a-z][a-z0-9-]*$/,
    'ids are lower case letters, digits and hyphens, and start with a letter',
  )
  .refine((value) => !forbiddenIds.has(value), 'this id is reserved')

/** Something a person reads or hears, in both languages. May hold `{name}` places that a variant fills. */
export const text = z.strictObject({
  zh: z.string().min(1).max(600),
  en: z.string().min(1).max(900),
})

/** `500ms`, `8s`, `12m` → integer milliseconds. */
export const duration = z
  .string()
  .regex(/^[1-9][0-9]{0,5}(ms|s|m)$/, "write a duration as '500ms', '8s' or '12m'")
  .transform((value) => {
    const amount = Number.parseInt(value, 10)
    if (value.endsWith('ms')) return amount
    return value.endsWith('s') ? amount * 1000 : amount * 60_000
  })

/** `60m`, `1km` → integer metres. */
export const distance = z
  .string()
  .regex(/^[1-9][0-9]{0,4}(m|km)$/, "write a distance as '60m' or '2km'")
  .transform((value) => Number.parseInt(value, 10) * (value.endsWith('km') ? 1000 : 1))

/** `>= 35`, `< 10` …: a comparison with a mood. */
export const comparison = z
  .string()
  .regex(/^(>=|<=|>|<|=) ?(0|[1-9][0-9]{0,2})$/, "write a comparison as '>= 35'")
  .transform((value) => {
    const match = /^(>=|<=|>|<|=) ?([0-9]+)$/.exec(value)
    const bound = Number.parseInt(match?.[2] ?? '0', 10)
    switch (match?.[1]) {
      case '>=':
        return { min: bound, max: 1000 }
      case '>':
        return { min: bound + 1, max: 1000 }
      case '<=':
        return { min: -1000, max: bound }
      case '<':
        return { min: -1000, max: bound - 1 }
      default:
        return { min: bound, max: bound }
    }
  })

/** `$spot` or `$girl.name`: the value that this attempt's variant drew. */
export const reference = z.string().regex(/^\$[a-z][a-z0-9-]*(\.[a-z][a-zA-Z0-9-]*)?$/)

/** Local date and time at which the call comes in; also decides which law texts hold. */
export const localDateTime = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]$/)

export type Text = z.output<typeof text>
/** Bounds that a mood must lie in for a condition to hold, both inclusive. */
export type Bounds = z.output<typeof comparison>
export type Language = 'zh' | 'en'
