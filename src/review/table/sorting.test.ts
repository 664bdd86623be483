import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { sortedPlaces } from './sorting.ts'

interface Row {
  readonly words: string | null
  readonly size: number | null
}

const columns: readonly Column<Row>[] = [
  { id: 'words', head: '', value: ({ words }) => words },
  { id: 'size', head: '', value: ({ size }) => size },
  // shown as words, meant as a number: by its words 10 stands before 9
  {
    id: 'shown',
    head: '',
    value: ({ size }) => (size === null ? null : `${size} ms`),
    order: ({ size }) => size,
  },
]

const anyRow: fc.Arbitrary<Row> = fc.record({
  words: fc.option(fc.constantFrom('演甲', '演乙', 'a', 'A', 'é', '10', '9', '')),
  size: fc.option(fc.integer({ min: -20, max: 20 })),
})

/** What a list of rows sorted by comparing their values two by two is. */
function byComparing(rows: readonly Row[], by: 'words' | 'size', desc: boolean): Row[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [a[by], b[by]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const way =
      typeof one === 'number' ? one - Number(other) : one.localeCompare(String(other), 'zh')
    return desc ? -way : way
  })
}

const inOrder = (rows: readonly Row[], id: string, desc: boolean): (Row | undefined)[] =>
  [...sortedPlaces(rows, columns, [{ id, desc }])].map((place) => rows[place])

test('rows stand as comparing their values two by two puts them, empty ones last either way', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.boolean(), (rows, desc) => {
      expect(inOrder(rows, 'words', desc)).toEqual(byComparing(rows, 'words', desc))
      expect(inOrder(rows, 'size', desc)).toEqual(byComparing(rows, 'size', desc))
      expect(inOrder(rows, 'shown', desc)).toEqual(byComparing(rows, 'size', desc))
    }),
  )
})

test('a second wish decides where the first does not, and none leaves them as they came', () => {
  fc.assert(
    fc.property(fc.array(anyRow), fc.boolean(), (rows, desc) => {
      const both = sortedPlaces(rows, columns, [
        { id: 'words', desc },
        { id: 'size', desc: !desc },
      ])
      expect([...both].map((place) => rows[place])).toEqual(
        byComparing(byComparing(rows, 'size', !desc), 'words', desc),
      )
      expect([...sortedPlaces(rows, columns, [])]).toEqual(rows.map((_, i) => i))
      expect([...sortedPlaces(rows, columns, [{ id: 'gone', desc }])]).toEqual(
        rows.map((_, i) => i),
      )
    }),
  )
})
