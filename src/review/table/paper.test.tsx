import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadNamespaces } from '../../ui/i18n/i18n.ts'
import type { Column } from './columns.ts'
import { MOST_ROWS, PaperSheets, PaperTable } from './PaperTable.tsx'

/** What a table puts on paper behind its page. */

const columns: readonly Column<number>[] = [
  { id: 'n', head: 'n', value: (n) => n },
  { id: 'odd', head: 'odd', value: (n) => (n % 2 === 1 ? 'odd' : null) },
  { id: 'id', head: 'id', value: (n) => `id ${n}`, fileOnly: true },
]

const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)

const props = (rows: readonly number[], places: readonly number[]) => ({
  title: 'Attempts',
  columns,
  rows,
  places: Uint32Array.from(places),
  keyOf: String,
})

const cells = (html: string): readonly string[] =>
  [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell = '']) => cell)

beforeAll(() => loadNamespaces(['review']))

describe('a table on paper', () => {
  it('has every row in the order of the page, and no column that only files have', () => {
    const html = renderToStaticMarkup(<PaperSheets {...props([7, 8, 9], [2, 0, 1])} />)
    expect(cells(html)).toEqual(['9', 'odd', '7', 'odd', '8', '—'])
    expect(html).not.toContain('<p>')
  })

  it('ends where nobody reads on, and says of how many and where all of them are', () => {
    const rows = count(20_000)
    const html = renderToStaticMarkup(<PaperSheets {...props(rows, rows.toReversed())} />)
    const numbers = cells(html).filter((_, i) => i % 2 === 0)
    expect(numbers).toEqual(rows.toReversed().slice(0, MOST_ROWS).map(String))
    const [, told = ''] = /<p>(.*?)<\/p>/.exec(html) ?? []
    for (const word of [String(MOST_ROWS), '20000', 'CSV', 'XLSX']) expect(told).toContain(word)
    const all = renderToStaticMarkup(<PaperSheets {...props(count(MOST_ROWS), count(MOST_ROWS))} />)
    expect(cells(all)).toHaveLength(2 * MOST_ROWS)
    expect(all).not.toContain('<p>')
  })

  it('is not built while nothing is printed', () => {
    const scroller = createRef<HTMLElement>()
    expect(
      renderToStaticMarkup(<PaperTable {...props(count(9), count(9))} scroller={scroller} />),
    ).toBe('')
  })
})
