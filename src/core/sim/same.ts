import type { Entry } from './journal.ts'

/**
 * Plain data as JSON with its keys in order: equal data gives equal text, whatever order its keys were made in. Keys
 * whose value is undefined are left out. Seals hash this text: it must stay the same for good.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (!isPlain(value)) {
    return Array.isArray(value) ? list(value) : (JSON.stringify(value) ?? 'null')
  }
  let text = '{'
  for (const key of sorted(Object.keys(value))) {
    const inner = value[key]
    if (inner === undefined) continue
    if (text !== '{') text += ','
    text += `${quoted(key)}:${canonical(inner)}`
  }
  return `${text}}`
}

/** Sorts in place; few objects have more than a handful of keys, and those are quicker put in order by hand. */
function sorted(keys: string[]): string[] {
  if (keys.length > 8) return keys.sort()
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] ?? ''
    let at = i
    while (at > 0 && (keys[at - 1] ?? '') > key) {
      keys[at] = keys[at - 1] ?? ''
      at -= 1
    }
    keys[at] = key
  }
  return keys
}

function list(values: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0) text += ','
    text += canonical(values[i])
  }
  return `${text}]`
}

/** A text as JSON. Most are short and plain, and need not be handed to the engine's own writer. */
function quoted(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return JSON.stringify(text)
  }
  return `"${text}"`
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
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
