import { parse } from 'yaml'
import type { Text } from './primitives.ts'

/** What lists show of a file without reading it whole: a scenario's first lines tell what it is called. */
export interface Heading {
  /** Null: it can't be told. */
  readonly id: string | null
  readonly title: Text | null
}

/** Longer than any id or title with all its folds, in characters. */
const MOST = 2000

/** The id and title of a file's text, on one line or many. Never throws. */
export function headingOf(text: string): Heading {
  const id = entryOf(text, 'id')
  const title = entryOf(text, 'title')
  return { id: typeof id === 'string' ? id : null, title: isText(title) ? title : null }
}

/** The value of a key of the file itself: its own line and the indented ones below. */
function entryOf(text: string, key: string): unknown {
  const found = new RegExp(`^${key}:.*(?:\\r?\\n(?:[ \\t].*|[ \\t]*))*`, 'm').exec(
    text.slice(0, text.search(/^talk:/m) + 1 || text.length),
  )
  if (!found || found[0].length > MOST) return null
  try {
    const read: unknown = parse(found[0], { maxAliasCount: 0, logLevel: 'silent' })
    return typeof read === 'object' && read !== null && key in read
      ? Object.entries(read).find(([name]) => name === key)?.[1]
      : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  'zh' in value &&
  'en' in value &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string'
