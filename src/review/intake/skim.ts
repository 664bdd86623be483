/**
 * JSON on its surface: where the parts of a table or list stand in a text, without reading what is in them. A file of
 * thousands of attempts is taken apart this way, and each of them read when its turn comes. What is skimmed is not yet
 * known to be JSON inside: whoever reads a part finds that out.
 */

/** From this byte up to, not including, that one. */
export interface Span {
  readonly from: number
  readonly to: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_TABLE = 0x7b
const CLOSE_TABLE = 0x7d

/** The parts of the table that fills `span`, by name (the last of a name counts, as in JSON.parse). Null: it is none. */
export function membersOf(bytes: Uint8Array, span: Span): ReadonlyMap<string, Span> | null {
  const members = new Map<string, Span>()
  const whole = eachPart(bytes, span, OPEN_TABLE, CLOSE_TABLE, (at) => {
    if (bytes[at] !== QUOTE) return null
    const end = stringEnd(bytes, at)
    const name = readJson(bytes, { from: at, to: end })
    const colon = blank(bytes, end)
    if (typeof name !== 'string' || bytes[colon] !== COLON) return null
    const from = blank(bytes, colon + 1)
    const to = valueEnd(bytes, from)
    members.set(name, { from, to })
    return to > from ? to : null
  })
  return whole ? members : null
}

/** The items of the list that fills `span`. Null: it is none. */
export function itemsOf(bytes: Uint8Array, span: Span): readonly Span[] | null {
  const items: Span[] = []
  const whole = eachPart(bytes, span, OPEN_LIST, CLOSE_LIST, (from) => {
    const to = valueEnd(bytes, from)
    items.push({ from, to })
    return to
  })
  return whole ? items : null
}

/** The text of a part. */
export function textOf(bytes: Uint8Array, { from, to }: Span): string {
  return new TextDecoder().decode(bytes.subarray(from, to))
}

/** The data of a part; undefined if it isn't JSON. */
export function readJson(bytes: Uint8Array, span: Span): unknown {
  try {
    return JSON.parse(textOf(bytes, span))
  } catch {
    return undefined
  }
}

/** Walks from part to part. `part` gives where the one at `at` ends; null or no way on: it isn't what it should be. */
function eachPart(
  bytes: Uint8Array,
  { from, to }: Span,
  open: number,
  close: number,
  part: (at: number) => number | null,
): boolean {
  let at = blank(bytes, from)
  if (bytes[at] !== open) return false
  at = blank(bytes, at + 1)
  if (bytes[at] !== close) {
    for (;;) {
      const end = part(at)
      if (end === null || end <= at) return false
      at = blank(bytes, end)
      if (bytes[at] === close) break
      if (bytes[at] !== COMMA) return false
      at = blank(bytes, at + 1)
    }
  }
  return at < to && blank(bytes, at + 1) >= to
}

function blank(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at
    at += 1
  }
}

/** Behind the closing quote of the string that begins at `at`; the text's end if it has none. */
function stringEnd(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === BACKSLASH) i += 1
    else if (byte === QUOTE) return i + 1
  }
  return bytes.length
}

/** Behind the value that begins at `at`. */
function valueEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first === QUOTE) return stringEnd(bytes, at)
  if (first !== OPEN_TABLE && first !== OPEN_LIST) return wordEnd(bytes, at)
  let depth = 0
  for (let i = at; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === QUOTE) i = stringEnd(bytes, i) - 1
    else if (byte === OPEN_TABLE || byte === OPEN_LIST) depth += 1
    else if (byte === CLOSE_TABLE || byte === CLOSE_LIST) {
      depth -= 1
      if (depth === 0) return i + 1
    }
  }
  return bytes.length
}

/** Behind a number, true, false or null. */
function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end]
    if (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_TABLE || byte === COLON) break
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) break
  }
  return end
}
