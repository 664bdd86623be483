import type { Column } from './columns.ts'

/** A column to sort by; `desc`: from the largest or last down. */
export interface Wish {
  readonly id: string
  readonly desc: boolean
}

/**
 * The places of the rows in the order that is wished for: by the first wish, where that decides nothing by the next, at
 * last as they came. Numbers go by size, words by the language's order, what has no value stands last either way.
 */
export function sortedPlaces<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  wishes: readonly Wish[],
): Uint32Array {
  const places = Uint32Array.from(rows.keys())
  const keys = wishes.flatMap(({ id, desc }) => {
    const column = columns.find((one) => one.id === id)
    return column ? [keysOf(rows, column, desc)] : []
  })
  if (keys.length === 0) return places
  return places.sort((a, b) => {
    for (const key of keys) {
      const one = key[a] ?? 0
      const other = key[b] ?? 0
      if (one !== other) return one < other ? -1 : 1
    }
    return a - b
  })
}

/** A number for each row, so that comparing two rows asks for no value and no language: the smaller, the earlier. */
function keysOf<R>(rows: readonly R[], { value, order }: Column<R>, desc: boolean): Float64Array {
  const values = rows.map((row) => (order ?? value)(row))
  const size = sizeOf(values)
  return Float64Array.from(values, (one) =>
    one === null ? Number.POSITIVE_INFINITY : desc ? -size(one) : size(one),
  )
}

/** How large a value is among these. Words that the language holds equal are equally large. */
function sizeOf(values: readonly (string | number | null)[]): (value: string | number) => number {
  if (!values.some((value) => typeof value === 'string')) return Number
  const { compare } = new Intl.Collator('zh')
  const words = [...new Set(values.flatMap((value) => (value === null ? [] : [String(value)])))]
  const ranks = new Map<string, number>()
  let last: string | null = null
  for (const word of words.sort(compare)) {
    const alike = last !== null && compare(last, word) === 0
    ranks.set(word, alike ? ranks.size - 1 : ranks.size)
    last = word
  }
  return (value) => ranks.get(String(value)) ?? 0
}
