import { isPlain } from './same.ts'

/** Plain data as the UTF-8 bytes of its canonical JSON (same.ts), quick enough to hash thousands of attempts a second. */
export interface CanonicalWriter {
  /** Begins anew; what was taken before may be written over. */
  clear(): void
  /** Adds ASCII text as it is. */
  raw(text: string): void
  /** Adds the canonical JSON of plain data. */
  data(value: unknown): void
  /** All since `clear`, valid until the next `clear`. */
  taken(): Uint8Array
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const ZERO = 0x30

/** Bytes are written one by one into a place that grows: text put together from pieces would have to be taken apart again. */
export function canonicalWriter(): CanonicalWriter {
  let bytes = new Uint8Array(1 << 14)
  let size = 0

  function room(more: number): void {
    if (size + more <= bytes.length) return
    const wider = new Uint8Array(Math.max(bytes.length * 2, size + more))
    wider.set(bytes)
    bytes = wider
  }
  function byte(one: number): void {
    room(1)
    bytes[size++] = one
  }
  function raw(text: string): void {
    room(text.length)
    for (let i = 0; i < text.length; i += 1) bytes[size++] = text.charCodeAt(i)
  }
  function string(text: string): void {
    room(text.length + 2)
    const start = size
    bytes[size++] = QUOTE
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
        size = start
        escaped(text)
        return
      }
      bytes[size++] = code
    }
    bytes[size++] = QUOTE
  }
  function escaped(text: string): void {
    const json = JSON.stringify(text)
    room(json.length * 3)
    for (let i = 0; i < json.length; i += 1) {
      // JSON escapes halves of pairs, so that what is left are whole symbols
      const code = json.codePointAt(i) ?? 0
      if (code >= 0x10000) i += 1
      symbol(code)
    }
  }
  function symbol(code: number): void {
    if (code < 0x80) {
      bytes[size++] = code
      return
    }
    if (code < 0x800) bytes[size++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[size++] = 0xe0 | (code >> 12)
      else {
        bytes[size++] = 0xf0 | (code >> 18)
        bytes[size++] = 0x80 | ((code >> 12) & 63)
      }
      bytes[size++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[size++] = 0x80 | (code & 63)
  }
  function number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 999_999_999) {
      raw(Number.isFinite(value) ? String(value) : 'null')
      return
    }
    room(9)
    let unit = 1
    while (unit * 10 <= value) unit *= 10
    for (; unit >= 1; unit = Math.floor(unit / 10)) {
      bytes[size++] = ZERO + (Math.floor(value / unit) % 10)
    }
  }
  function data(value: unknown): void {
    if (typeof value === 'string') string(value)
    else if (typeof value === 'number') number(value)
    else if (isPlain(value)) object(value)
    else if (Array.isArray(value)) list(value)
    else raw(JSON.stringify(value) ?? 'null')
  }
  function list(values: readonly unknown[]): void {
    byte(0x5b)
    for (let i = 0; i < values.length; i += 1) {
      if (i > 0) byte(COMMA)
      data(values[i])
    }
    byte(0x5d)
  }
  function object(value: Readonly<Record<string, unknown>>): void {
    byte(0x7b)
    let first = true
    for (const key of inOrder(Object.keys(value))) {
      const inner = value[key]
      if (inner === undefined) continue
      if (!first) byte(COMMA)
      first = false
      string(key)
      byte(COLON)
      data(inner)
    }
    byte(0x7d)
  }
  return {
    clear() {
      size = 0
    },
    raw,
    data,
    taken: () => bytes.subarray(0, size),
  }
}

/** Sorts in place. Few objects have more than a handful of keys, and those are quicker put in order by hand. */
function inOrder(keys: string[]): string[] {
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
