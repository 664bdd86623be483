import type { Path } from '../diagnostic.ts'
import { isTable, type Table } from '../lookThrough.ts'
import type { Language } from '../primitives.ts'
import { type Spot, spotOf } from './spot.ts'

/**
 * Every text of a scenario that stands in both languages, read from the file's content as written: also of a file that
 * isn't sound yet, since a missing translation is what makes it so.
 */
export interface TextEntry extends Spot {
  /**
   * Stable: the names that lead to the text, `talk.nodes.crying.caller`. What stands in a list is named by its own id
   * where it has one (`anywhere.patrol.caller`), else by its place in the list.
   */
  readonly id: string
  /** The map in the file that holds `zh` and `en`. */
  readonly path: Path
  /** Blank if it is missing. */
  readonly zh: string
  readonly en: string
  /** Words that are no translations of each other one by one: each is a line of the text. */
  readonly isList: boolean
}

export const otherLanguage = (lang: Language): Language => (lang === 'zh' ? 'en' : 'zh')

/** The least deep nesting that no scenario needs. */
const DEEPEST = 40

/** All texts in the order of the file. `content`: what the file holds as plain data; null and nonsense have none. */
export function textsOf(content: unknown): readonly TextEntry[] {
  const found: TextEntry[] = []
  const taken = new Set<string>()
  const add = (path: Path, names: readonly string[], value: Table): void => {
    const [zh, en] = [wordsOf(value.zh), wordsOf(value.en)]
    const id = names.join('.')
    if (zh === null || en === null || taken.has(id)) return
    taken.add(id)
    found.push({
      id,
      path,
      ...spotOf(path, names, content),
      zh,
      en,
      isList: Array.isArray(value.zh) || Array.isArray(value.en),
    })
  }
  const visit = (value: unknown, path: Path, names: readonly string[]): void => {
    if (path.length > DEEPEST) return
    if (Array.isArray(value)) {
      const ids = idsOf(value)
      for (const [index, item] of value.entries())
        visit(item, [...path, index], [...names, ids[index] ?? String(index)])
    } else if (isTable(value)) {
      if ('zh' in value || 'en' in value) add(path, names, value)
      // conditions hold names, and nothing that is read or heard
      for (const [key, item] of Object.entries(value))
        if (key !== 'when') visit(item, [...path, key], [...names, key])
    }
  }
  visit(content, [], [])
  return found
}

/** A list's items by their own ids, unless one is missing or stands twice. */
function idsOf(list: readonly unknown[]): readonly string[] {
  const ids = list.map((item) => (isTable(item) && typeof item.id === 'string' ? item.id : ''))
  const isWhole = ids.every((id) => /^[a-z]/.test(id)) && new Set(ids).size === ids.length
  return isWhole ? ids : []
}

/** What stands under a language, as one text; null if it is no text, nor a list of words. */
function wordsOf(value: unknown): string | null {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return null
  const words = value.map((item) =>
    typeof item === 'string' || typeof item === 'number' ? String(item) : null,
  )
  return words.every((word) => word !== null) ? words.join('\n') : null
}
