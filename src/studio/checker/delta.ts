/**
 * What has changed of plain data since it was last told: so that little crosses threads, and all that hasn't changed stays
 * the very same thing where it arrives.
 */
export type Delta =
  /** Another thing altogether. */
  | { readonly is: unknown }
  /** Items of a list of the same length. */
  | { readonly items: readonly (readonly [index: number, Delta])[] }
  /** Values of a table; `keys`: all of them in their order, if it has others than before. */
  | {
      readonly values: readonly (readonly [key: string, Delta])[]
      readonly keys: readonly string[] | null
    }

type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Null if they say the same. */
export function deltaOf(before: unknown, after: unknown): Delta | null {
  if (Object.is(before, after)) return null
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const items = after.flatMap((item, index) => {
      const delta = deltaOf(before[index], item)
      return delta ? [[index, delta] as const] : []
    })
    return items.length > 0 ? { items } : null
  }
  if (!isTable(before) || !isTable(after)) return { is: after }
  const keys = Object.keys(after)
  const old = Object.keys(before)
  const sameKeys = keys.length === old.length && keys.every((key, index) => key === old[index])
  const values = keys.flatMap((key) => {
    const delta = Object.hasOwn(before, key) ? deltaOf(before[key], after[key]) : { is: after[key] }
    return delta ? [[key, delta] as const] : []
  })
  return sameKeys && values.length === 0 ? null : { values, keys: sameKeys ? null : keys }
}

/** What `deltaOf(before, after)` was made from: `after`, sharing with `before` all that is the same. */
export function patched(before: unknown, delta: Delta | null): unknown {
  if (!delta) return before
  if ('is' in delta) return delta.is
  if ('items' in delta) {
    const next = Array.isArray(before) ? [...before] : []
    for (const [index, change] of delta.items) next[index] = patched(next[index], change)
    return next
  }
  const table = isTable(before) ? before : {}
  const changed = new Map(delta.values)
  const value = (key: string): unknown => {
    const old = Object.hasOwn(table, key) ? table[key] : undefined
    return patched(old, changed.get(key) ?? null)
  }
  return Object.fromEntries((delta.keys ?? Object.keys(table)).map((key) => [key, value(key)]))
}
