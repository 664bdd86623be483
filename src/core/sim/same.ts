import type { Entry } from './journal.ts'

/**
 * Plain data as JSON with its keys in order: equal data gives equal text, whatever order its keys were made in. Keys
 * whose value is undefined are left out.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isPlain(value)) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** Is it an object and no list? */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Do both hold the same data, so that `canonical` would write them alike? Keys whose value is undefined count as missing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isPlain(a)) return isPlain(b) && sameMembers(a, b)
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, n) => sameData(one, b[n]))
  }
  // what JSON can't tell apart is the same: no number and null, nothing and null
  return !isPlain(b) && !Array.isArray(b) && canonical(a) === canonical(b)
}

function sameMembers(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  let left = 0
  for (const key of Object.keys(b)) if (b[key] !== undefined) left += 1
  for (const key of Object.keys(a)) {
    const one = a[key]
    if (one === undefined) continue
    if (!Object.hasOwn(b, key) || b[key] === undefined || !sameData(one, b[key])) return false
    left -= 1
  }
  return left === 0
}

/** The first n at which two journals differ within the shorter one's length; null if one begins with the other. */
export function firstDifference(a: readonly Entry[], b: readonly Entry[]): number | null {
  const shared = Math.min(a.length, b.length)
  for (let n = 0; n < shared; n++) if (!sameData(a[n], b[n])) return n
  return null
}
