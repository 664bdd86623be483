/** Most values (numbers, strings, lists, objects) that one file may hold, and how deep they may nest. */
const MAX_VALUES = 400_000
const MAX_DEPTH = 12
const MAX_STRING = 2000

/**
 * Says why a value is too big to be looked at closely, or null. Stops at the first excess, so that a hostile file
 * costs little: a schema would first walk all of it.
 */
export function tooBig(value: unknown): string | null {
  let left = MAX_VALUES
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    left -= 1
    if (left < 0) return `holds more than ${MAX_VALUES} values`
    if (typeof top.value === 'string' && top.value.length > MAX_STRING) {
      return `holds a text longer than ${MAX_STRING} characters`
    }
    if (typeof top.value !== 'object' || top.value === null) continue
    if (top.depth >= MAX_DEPTH) return `nests deeper than ${MAX_DEPTH} levels`
    const inner: readonly unknown[] = Array.isArray(top.value)
      ? top.value
      : Object.values(top.value)
    if (inner.length > left) return `holds more than ${MAX_VALUES} values`
    for (const item of inner) stack.push({ value: item, depth: top.depth + 1 })
  }
  return null
}
