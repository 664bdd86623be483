import { useMemo, useState } from 'react'
import type { Part } from '../../core/scenario/texts/spot.ts'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import type { Texts } from './texts.ts'

export type Filter = 'all' | 'missing' | 'changed'

export interface Shown {
  readonly filter: Filter
  readonly part: Part | null
  readonly query: string
  readonly setFilter: (filter: Filter) => void
  readonly setPart: (part: Part | null) => void
  readonly setQuery: (query: string) => void
  readonly rows: readonly TextEntry[]
  /** It was worked on: it stays in sight, whatever the filter says, until another one is chosen. */
  readonly keep: (id: string) => void
}

/** Which texts the table shows. */
export function useShown({ entries, statusOf }: Texts): Shown {
  const [filter, setFilter] = useState<Filter>('all')
  const [part, setPart] = useState<Part | null>(null)
  const [query, setQuery] = useState('')
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return entries.filter((entry) => {
      if (part !== null && entry.part !== part) return false
      if (kept.has(entry.id)) return true
      if (filter !== 'all' && statusOf(entry) !== filter) return false
      return (
        wanted === '' ||
        [entry.zh, entry.en, entry.id, entry.line ?? ''].some((words) =>
          words.toLowerCase().includes(wanted),
        )
      )
    })
  }, [entries, statusOf, filter, part, query, kept])
  const anew =
    <V>(set: (value: V) => void) =>
    (value: V) => {
      setKept(new Set())
      set(value)
    }
  return {
    filter,
    part,
    query,
    setFilter: anew(setFilter),
    setPart: anew(setPart),
    setQuery: anew(setQuery),
    rows,
    keep: (id) => setKept((before) => (before.has(id) ? before : new Set(before).add(id))),
  }
}
