import type { Path } from '../../core/scenario/diagnostic.ts'

/**
 * Where the cursor stands in a YAML text, told from indentation and brackets alone: the text is being typed, so nothing
 * that parses it could say, and it must be known before the next letter.
 */
export interface Where {
  /** The path of the map in which a key is being written, or of the value. */
  readonly path: Path
  readonly kind: 'key' | 'value'
  /** Where the word under the cursor begins, offset in the text. */
  readonly from: number
  readonly word: string
}

interface LineOfKey {
  readonly indent: number
  readonly key: string
}

const KEY = /^(\s*)((?:- )*)(["']?)([\w$.-]+)\3\s*:(?:\s|$)/
const DASH = /^(\s*)- /

/** Null inside a comment or a text in quotes. */
export function whereIs(text: string, at: number): Where | null {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const before = text.slice(start, at)
  if (/(^|\s)#/.test(before)) return null
  const word = /[\w$.*-]*$/.exec(before)?.[0] ?? ''
  const from = at - word.length
  const front = before.slice(0, before.length - word.length)
  const indent = indentOf(before)
  const above = pathAbove(text, start, indent)
  const line = KEY.exec(before)
  const inner = inFlow(front)
  if (inner === 'quoted') return null
  if (inner) {
    const base = line ? [...above, line[4] ?? ''] : above
    const path = [...base, ...inner.path]
    return { path, kind: inner.kind, from, word }
  }
  if (line && front.includes(':'))
    return { path: [...above, line[4] ?? ''], kind: 'value', from, word }
  const item = DASH.exec(before)
  if (item && front.trim() === '-') return { path: above, kind: 'value', from, word }
  if (front.trim() !== '' && front.trim() !== '-') return null
  return { path: above, kind: 'key', from, word }
}

/** The column at which a line's content begins; a dash counts as indentation of what follows it. */
function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0
}

/** The keys above a line, from the outermost. */
function pathAbove(text: string, start: number, indent: number): (string | number)[] {
  const keys: LineOfKey[] = []
  let limit = indent
  for (let end = start - 1; end >= 0 && limit > 0; ) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(from, end)
    end = from - 1
    if (line.trim() === '' || line.trim().startsWith('#')) continue
    const found = KEY.exec(line)
    const own = indentOf(line)
    if (own >= limit) {
      // the dash that opens the item in which we stand
      const dash = DASH.exec(line)
      if (dash && (dash[1]?.length ?? 0) < limit && own === limit)
        limit = (dash[1]?.length ?? 0) + 1
      continue
    }
    if (found) keys.push({ indent: own, key: found[4] ?? '' })
    limit = own
  }
  return keys.reverse().map(({ key }) => key)
}

/** Inside `{ … }` or `[ … ]` of this line: the keys on the way, and what is being written. */
function inFlow(front: string): { path: string[]; kind: Where['kind'] } | 'quoted' | null {
  const open: { bracket: string; key: string | null }[] = []
  let key: string | null = null
  let quote = ''
  for (let i = 0; i < front.length; i += 1) {
    const char = front[i] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || (char === "'" && !/[\w]/.test(front[i - 1] ?? ''))) quote = char
    else if (char === '{' || char === '[') {
      open.push({ bracket: char, key: open.length > 0 ? key : null })
      key = null
    } else if (char === '}' || char === ']') {
      open.pop()
      key = null
    } else if (char === ',') key = null
    else if (char === ':' && open.at(-1)?.bracket === '{')
      key = /([\w-]+)\s*$/.exec(front.slice(0, i))?.[1] ?? null
  }
  const last = open.at(-1)
  if (quote !== '') return 'quoted'
  if (!last) return null
  const path = open.flatMap(({ key: above }) => above ?? [])
  if (last.bracket === '[') return { path, kind: 'value' }
  return key === null ? { path, kind: 'key' } : { path: [...path, key], kind: 'value' }
}
