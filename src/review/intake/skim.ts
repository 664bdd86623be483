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

/** Where what begins at a byte ends: the byte behind it. Null: it isn't what it should be. */
type Skim = (at: number) => number | null

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_TABLE = 0x7b
const CLOSE_TABLE = 0x7d

/**
 * The parts of the table that begins at `from`, by name (the last of a name counts, as in JSON.parse), and where it
 * ends. `part` may look into a part on the way, and gives its end. Null: there is no table.
 */
export function tableAt(
  bytes: Uint8Array,
  from: number,
  part: (name: string, at: number) => number | null = (_, at) => valueEnd(bytes, at),
): { readonly members: ReadonlyMap<string, Span>; readonly to: number } | null {
  const members = new Map<string, Span>()
  const to = eachPart(bytes, from, OPEN_TABLE, CLOSE_TABLE, (at) => {
    if (bytes[at] !== QUOTE) return null
    const end = stringEnd(bytes, at)
    const name = readJson(bytes, { from: at, to: end })
    const colon = blankEnd(bytes, end)
    if (typeof name !== 'string' || bytes[colon] !== COLON) return null
    const begin = blankEnd(bytes, colon + 1)
    const behind = part(name, begin)
    if (behind === null || behind <= begin) return null
    members.set(name, { from: begin, to: behind })
    return behind
  })
  return to === null ? null : { members, to }
}

/** Walks through the list that begins at `from`: `item` gives each one's end. Gives the list's; null: there is none. */
export function listAt(bytes: Uint8Array, from: number, item: Skim): number | null {
  return eachPart(bytes, from, OPEN_LIST, CLOSE_LIST, item)
}

/** Behind the value that begins at `at`; the text's end if it has none. */
export function valueEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first === QUOTE) return stringEnd(bytes, at)
  if (first !== OPEN_TABLE && first !== OPEN_LIST) return wordEnd(bytes, at)
  const { length } = bytes
  let depth = 0
  // written for speed: nearly every byte of a file goes through this loop
  for (let i = at; i < length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte === QUOTE) {
      i += 1
      for (let inner = bytes[i]; inner !== QUOTE && i < length; inner = bytes[i])
        i += inner === BACKSLASH ? 2 : 1
    } else if (byte >= OPEN_LIST) {
      // brackets and braces differ by one bit
      const bracket = byte | 0x20
      if (bracket === OPEN_TABLE) depth += 1
      else if (bracket === CLOSE_TABLE) {
        depth -= 1
        if (depth === 0) return i + 1
      }
    }
  }
  return length
}

/** Behind the white space at `from`. */
export function blankEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (isBlank(bytes[at])) at += 1
  return at
}

const decoder = new TextDecoder()

/** The text of a part. */
export function textOf(bytes: Uint8Array, { from, to }: Span): string {
  return decoder.decode(bytes.subarray(from, to))
}

/** The data of a part; undefined if it isn't JSON. */
export function readJson(bytes: Uint8Array, span: Span): unknown {
  try {
    return JSON.parse(textOf(bytes, span))
  } catch {
    return undefined
  }
}

/** Walks from part to part. */
function eachPart(
  bytes: Uint8Array,
  from: number,
  open: number,
  close: number,
  part: Skim,
): number | null {
  if (bytes[from] !== open) return null
  let at = blankEnd(bytes, from + 1)
  if (bytes[at] === close) return at + 1
  for (;;) {
    const end = part(at)
    if (end === null || end <= at) return null
    at = blankEnd(bytes, end)
    if (bytes[at] === close) return at + 1
    if (bytes[at] !== COMMA) return null
    at = blankEnd(bytes, at + 1)
  }
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Behind the string that begins at `at`. */
function stringEnd(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === BACKSLASH) i += 1
    else if (byte === QUOTE) return i + 1
  }
  return bytes.length
}

/** Behind a number, true, false or null. */
function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end]
    if (byte === COMMA || byte === COLON || byte === CLOSE_LIST || byte === CLOSE_TABLE) break
    if (isBlank(byte)) break
  }
  return end
}
