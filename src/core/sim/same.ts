import type { Entry } from './journal.ts'

/**
 * Plain data as JSON with its keys in order: equal data gives equal text, whatever order its keys were made in. Keys
 * whose value is undefined are left out.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i += 1) {
      if (i > 0) text += ','
      text += canonical(value[i])
    }
    return `${text}]`
  }
  let text = ''
  for (const [key, inner] of Object.entries(value).sort(byKey)) {
    if (inner === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1
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
