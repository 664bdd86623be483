import type { ClassEntry, Taxonomy } from './taxonomy.ts'

/** One hit of a search: the entry and the rank (lower is better). */
export interface ClassHit {
  readonly entry: ClassEntry
  readonly rank: number
}

/** Gives a Chinese word's pinyin initials, e.g. `自杀` → `zs`. Passed in, since the core holds no dictionary. */
export type Initials = (zh: string) => string

const initialsCache = new WeakMap<
  Taxonomy,
  { readonly by: Initials; readonly map: Map<string, string> }
>()

/**
 * Classes, sub-types and results that fit what was typed, best first: by id, Chinese name or search word, pinyin
 * initials, or English. Several words (with spaces between) must all fit. An empty query gives the top classes.
 */
export function searchClasses(
  taxonomy: Taxonomy,
  query: string,
  initials: Initials,
  limit = 20,
): readonly ClassHit[] {
  const parts = query.trim().toLowerCase().slice(0, 60).split(/\s+/).filter(Boolean)
  if (parts.length === 0) {
    return taxonomy.entries
      .filter((entry) => entry.depth === 0)
      .map((entry) => ({ entry, rank: 0 }))
  }
  const short = remembered(taxonomy, initials)
  const hits: ClassHit[] = []
  for (const entry of taxonomy.entries) {
    let rank = 0
    for (const part of parts) {
      const fit = fits(taxonomy, entry, part, short)
      if (fit === null) {
        rank = -1
        break
      }
      rank += fit
    }
    if (rank >= 0) hits.push({ entry, rank })
  }
  // sort is stable: equal ranks stay in tree order
  return hits.sort((a, b) => a.rank - b.rank).slice(0, limit)
}

/** Initials are asked for once per word, since a dictionary look-up for 200 words per key press would be felt. */
function remembered(taxonomy: Taxonomy, initials: Initials): Initials {
  let cache = initialsCache.get(taxonomy)
  if (!cache || cache.by !== initials) {
    cache = { by: initials, map: new Map() }
    initialsCache.set(taxonomy, cache)
  }
  const { map } = cache
  return (zh) => {
    let short = map.get(zh)
    if (short === undefined) {
      short = initials(zh).toLowerCase()
      map.set(zh, short)
    }
    return short
  }
}

/** Rank of one typed part against one entry; null if it doesn't fit. */
function fits(taxonomy: Taxonomy, entry: ClassEntry, part: string, short: Initials): number | null {
  const id = entry.id.toLowerCase()
  if (id === part) return 0
  const zh = entry.name.zh.toLowerCase()
  const en = entry.name.en.toLowerCase()
  if (zh === part || en === part) return 1
  if (zh.startsWith(part) || id.startsWith(part)) return 2
  if (short(entry.name.zh).startsWith(part)) return 3
  if (en.startsWith(part) || en.includes(` ${part}`)) return 4
  if (zh.includes(part)) return 5
  if (
    entry.words.zh.some(
      (word) => word.toLowerCase().includes(part) || part.includes(word.toLowerCase()),
    )
  )
    return 6
  if (entry.words.en.some((word) => word.startsWith(part) || word.includes(` ${part}`))) return 7
  if (entry.words.zh.some((word) => short(word).startsWith(part))) return 8
  // the way down typed as one, `走失儿童` or `zset`; it must reach into this entry's own name
  const above = entry.parent ? (taxonomy.byId.get(entry.parent)?.name.zh ?? '') : ''
  if (above && (joins(above, zh, part) || joins(short(above), short(entry.name.zh), part))) return 3
  return null
}

/** Does what was typed run from the first word into the second? */
function joins(first: string, second: string, part: string): boolean {
  const whole = first + second
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (at < first.length && at + part.length > first.length) return true
  }
  return false
}
