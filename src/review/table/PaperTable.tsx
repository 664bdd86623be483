import { createContext, type RefObject, useContext } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../../ui/i18n/i18n.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import type { Column } from './columns.ts'
import styles from './PaperTable.module.css'

/** Behind the page: what stands there comes on sheets of its own. */
export const PaperPlace = createContext<RefObject<HTMLElement | null>>({ current: null })

/** Rows that anyone reads on paper: about 30 sheets (own). */
export const MOST_ROWS = 1000

interface SheetsProps<R> {
  readonly title: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  /** The rows' places in the order that they stand in on the page. */
  readonly places: Uint32Array
  readonly keyOf: (row: R) => string
}

interface PaperProps<R> extends SheetsProps<R> {
  /** The table on the page. */
  readonly scroller: RefObject<HTMLElement | null>
}

/** On paper alone: every row of a table that shows only a part of them on the page. Not built until it is printed. */
export function PaperTable<R>({ scroller, ...sheets }: PaperProps<R>) {
  const place = useContext(PaperPlace)
  if (!usePrinting() || !place.current || !isCut(scroller.current)) return null
  return createPortal(<PaperSheets {...sheets} />, place.current)
}

const isCut = (table: HTMLElement | null): boolean =>
  table !== null && table.scrollHeight > table.clientHeight

/** The rows on as many sheets as they take. Beyond what anyone reads it says how many there are, and where. */
export function PaperSheets<R>({ title, columns, rows, places, keyOf }: SheetsProps<R>) {
  const t = useT('review')
  const shown = columns.filter(({ fileOnly }) => !fileOnly)
  return (
    <section className={styles.sheets} aria-label={t('table.of', { name: title })}>
      <h2>
        {title} · {rows.length}
      </h2>
      {rows.length > MOST_ROWS && <p>{t('table.first', { shown: MOST_ROWS, all: rows.length })}</p>}
      <table>
        <thead>
          <tr>
            {shown.map(({ id, head, align }) => (
              <th key={id} scope="col" data-align={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(places.subarray(0, MOST_ROWS), (index) => {
            const row = rows[index]
            return (
              row !== undefined && (
                <tr key={keyOf(row)}>
                  {shown.map(({ id, align, cell, value }) => {
                    const content = cell ? cell(row) : (value(row) ?? '—')
                    return (
                      <td
                        key={id}
                        data-align={align}
                        data-drawn={typeof content === 'object' || undefined}
                      >
                        {content}
                      </td>
                    )
                  })}
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
