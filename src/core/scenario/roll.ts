import { draw } from './hash.ts'
import { isTable, lookThrough } from './lookThrough.ts'
import type { Language, Text } from './primitives.ts'
import type { Scenario } from './schema.ts'

/**
 * Variants. `roll` spends all the chance that an attempt has: it draws one value of each `vary` list by the seed,
 * fills `{names}` in texts and `$references` in values, and settles every `when: { vary: … }`.
 */

/** Index drawn of each `vary` list. */
export type Variant = Readonly<Record<string, number>>

/** A scenario in which nothing is left to chance. Same shape; `vary` conditions are gone. */
export interface Rolled {
  readonly scenario: Scenario
  readonly variant: Variant
  readonly seed: string
  /**
   * Where a list's item stood in the file: items of other variants are gone, and ids and paths must not shift. Missing:
   * where it stands now.
   */
  readonly origin: WeakMap<object, number>
}

/** Thrown for a reference that leads nowhere; the checker finds these before any call is played. */
export class RollError extends Error {
  constructor(readonly reference: string) {
    super(`Nothing is drawn under '${reference}'`)
  }
}

/** Looks up the words for a value that is a place of the city; other values stand for themselves. */
export type PlaceNames = (placeId: string) => Text | undefined

type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json }
type JsonTable = { readonly [key: string]: Json }

const isJsonTable = (value: Json): value is JsonTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The variant that a seed draws. */
export function drawVariant(scenario: Scenario, seed: string): Variant {
  const variant: Record<string, number> = {}
  for (const [name, values] of Object.entries(scenario.vary))
    variant[name] = draw(seed, `vary/${name}`, values.length)
  return variant
}

/** Names of the `vary` lists on which the story's structure depends (those in `when: { vary }`). */
export function structuralNames(scenario: Scenario): readonly string[] {
  const known = structural.get(scenario)
  if (known) return known
  const names = new Set<string>()
  lookThrough(scenario, (value) => {
    if (isTable(value) && isTable(value.when) && isTable(value.when.vary))
      for (const name of Object.keys(value.when.vary)) names.add(name)
    return true
  })
  const sorted = [...names].sort()
  structural.set(scenario, sorted)
  return sorted
}

const structural = new WeakMap<Scenario, readonly string[]>()

/**
 * Every variant that differs in structure, with the other lists at index 0; `each` also steps every other list through
 * its values once, so that all texts and places get used.
 */
export function variants(scenario: Scenario, each = false): readonly Variant[] {
  const asked = structuralNames(scenario)
  let list: Record<string, number>[] = [{}]
  for (const name of asked) {
    const values = scenario.vary[name] ?? []
    list = list.flatMap((base) => values.map((_, index) => ({ ...base, [name]: index })))
  }
  const others = Object.keys(scenario.vary).filter((name) => !asked.includes(name))
  const longest = each ? Math.max(1, ...others.map((name) => scenario.vary[name]?.length ?? 1)) : 1
  return list.flatMap((base) =>
    Array.from({ length: longest }, (_, step) => {
      const variant: Record<string, number> = { ...base }
      for (const name of others) variant[name] = step % (scenario.vary[name]?.length ?? 1)
      return variant
    }),
  )
}

/** Rolls by seed. */
export function roll(scenario: Scenario, seed: string, places: PlaceNames): Rolled {
  return rollVariant(scenario, drawVariant(scenario, seed), seed, places)
}

interface Filling {
  /** What is drawn under `girl` or `girl.name`. */
  readonly find: (path: string) => Json
  /** A text with its `{names}` filled. */
  readonly fill: (value: string, lang: Language) => string
  /** Does a condition's `vary` hold in this variant? */
  readonly fits: (when: Json) => boolean
}

/** How a variant settles what the file leaves open. All throw RollError if a reference leads nowhere. */
export function filling(scenario: Scenario, variant: Variant, places: PlaceNames): Filling {
  const find = (path: string): Json => {
    const [name = '', key] = path.split('.')
    const values = Object.hasOwn(scenario.vary, name) ? scenario.vary[name] : undefined
    const value: Json = values?.[variant[name] ?? 0]
    if (value === undefined) throw new RollError(path)
    if (key === undefined) {
      // a bare reference to a table means its place or its name; a text in both languages means itself
      if (isJsonTable(value) && !('zh' in value && 'en' in value)) {
        return value.place ?? value.name ?? Object.values(value)[0]
      }
      return value
    }
    const part = isJsonTable(value) && Object.hasOwn(value, key) ? value[key] : undefined
    if (part === undefined) throw new RollError(path)
    return part
  }
  const words = (path: string, lang: Language): string => {
    const value = find(path)
    if (isJsonTable(value)) return String(value[lang] ?? '')
    if (typeof value === 'string') return places(value)?.[lang] ?? value
    return String(value)
  }
  const fill = (value: string, lang: Language): string =>
    value.replace(/\{([a-z][a-z0-9-]*(?:\.[a-z][a-zA-Z0-9-]*)?)\}/g, (_, path: string) =>
      words(path, lang),
    )
  const fits = (when: Json): boolean => {
    if (!isJsonTable(when) || !isJsonTable(when.vary)) return true
    return Object.entries(when.vary).every(([name, wanted]) => {
      const value = find(name)
      return Array.isArray(wanted) ? wanted.includes(value) : wanted === value
    })
  }
  return { find, fill, fits }
}

const settledParts = new WeakMap<object, boolean>()

/** Does a part of a scenario leave nothing open? Then it is the same in every variant, and all of them share it. */
function isSettled(value: Json): boolean {
  if (typeof value === 'string') return !value.includes('{') && !value.startsWith('$')
  if (typeof value !== 'object' || value === null) return true
  const known = settledParts.get(value)
  if (known !== undefined) return known
  const settled = isJsonTable(value)
    ? Object.entries(value).every(([key, part]) => key !== 'vary' && isSettled(part))
    : value.every(isSettled)
  settledParts.set(value, settled)
  return settled
}

/** Rolls a given variant. Throws RollError if a reference leads nowhere. */
export function rollVariant(
  scenario: Scenario,
  variant: Variant,
  seed: string,
  places: PlaceNames,
): Rolled {
  const { find, fill, fits } = filling(scenario, variant, places)
  const origin = new WeakMap<object, number>()
  // `own`: from the tree itself, where each part stands at one place; what a reference brings may stand at several
  const settle = (value: Json, own: boolean, lang?: Language): Json => {
    if (typeof value === 'string') {
      if (lang) return fill(value, lang)
      return value.startsWith('$') ? settle(find(value.slice(1)), false) : value
    }
    if (own && isSettled(value)) return value
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => {
        if (isJsonTable(item) && !fits(item.when)) return []
        const settled = settle(item, own, lang)
        if (isJsonTable(settled)) origin.set(settled, index)
        return [settled]
      })
    }
    if (isJsonTable(value)) {
      const result: Record<string, Json> = {}
      for (const [key, item] of Object.entries(value)) {
        if (key === 'vary') continue
        if (isJsonTable(item) && !fits(item.when)) continue
        result[key] = settle(item, own, key === 'zh' || key === 'en' ? key : lang)
      }
      return result
    }
    return value
  }
  // `vary` is left out of the walk and put back empty: the rolled scenario has the same shape, so the cast is a fact
  const settled = { ...(settle(scenario, true) as unknown as Scenario), vary: {} }
  return { scenario: settled, variant, seed, origin }
}
