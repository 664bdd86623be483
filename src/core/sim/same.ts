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

/** Do both hold the same data? Keys whose value is undefined count as missing. */
export function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b)
}

/** The first n at which two journals differ within the shorter one's length; null if one begins with the other. */
export function firstDifference(a: readonly Entry[], b: readonly Entry[]): number | null {
  const shared = Math.min(a.length, b.length)
  for (let n = 0; n < shared; n++) if (!sameData(a[n], b[n])) return n
  return null
}
