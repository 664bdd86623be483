/**
 * Search as people at a desk type: Chinese, pinyin or its initials (`fmj`, `fuman`), English.
 * pinyin-pro's dictionary is large, so it is read only when a search field is first used.
 */
import { useEffect, useMemo, useState } from 'react'

/** What an entry can be found by. */
export interface Searchable {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Further words: aliases, numbers, codes. */
  readonly also?: readonly string[]
}

type PinyinMatch = (text: string, query: string) => number[] | null

let pinyin: Promise<PinyinMatch> | undefined

function loadPinyin(): Promise<PinyinMatch> {
  pinyin ??= import('pinyin-pro').then(({ match }) => {
    return (text, query) => match(text, query, { precision: 'start', continuous: true })
  })
  return pinyin
}

const word = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Lower is better; undefined is no match. Starts beat middles; the entry's own script beats pinyin. */
function rank(
  entry: Searchable,
  query: string,
  match: PinyinMatch | undefined,
): number | undefined {
  let best: number | undefined
  const offer = (value: number) => {
    if (best === undefined || value < best) best = value
  }
  for (const [i, text] of [entry.zh, entry.en, ...(entry.also ?? [])].entries()) {
    const hay = word(text)
    const at = hay.indexOf(query)
    const penalty = i > 1 ? 1 : 0
    if (at === 0) offer(penalty)
    else if (at > 0) offer(hay[at - 1] === ' ' ? 2 + penalty : 4 + penalty)
    if (!match || !/^[a-z]/.test(query) || !/\p{Script=Han}/u.test(text)) continue
    const hit = match(text, query.replaceAll(' ', ''))
    if (hit) offer((hit[0] === 0 ? 3 : 5) + penalty)
  }
  return best
}

/**
 * The entries that match, best first; ties keep their order. An empty query gives all.
 * @param match pinyin matcher, if it is loaded
 */
export function searchIn<T extends Searchable>(
  entries: readonly T[],
  query: string,
  match?: PinyinMatch,
): readonly T[] {
  const wanted = word(query)
  if (wanted === '') return entries
  return entries
    .map((entry) => ({ entry, rank: rank(entry, wanted, match) }))
    .filter((hit): hit is { entry: T; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map((hit) => hit.entry)
}

/** `searchIn` with pinyin once it is read; until then Chinese and English already work. */
export function useSearch<T extends Searchable>(
  entries: readonly T[],
  query: string,
): readonly T[] {
  const [match, setMatch] = useState<PinyinMatch>()
  const started = query !== ''
  useEffect(() => {
    if (!started) return
    let current = true
    loadPinyin().then(
      (loaded) => current && setMatch(() => loaded),
      () => undefined, // search by script and English goes on without it
    )
    return () => {
      current = false
    }
  }, [started])
  return useMemo(() => searchIn(entries, query, match), [entries, query, match])
}

/** Reads the pinyin dictionary and gives the matcher; for tests and for warming up. */
export const pinyinMatcher = loadPinyin
