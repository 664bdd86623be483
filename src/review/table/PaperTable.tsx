import { useT } from '../../ui/i18n/i18n.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import type { Column } from './columns.ts'
import styles from './PaperTable.module.css'

interface PaperProps<R> {
  readonly title: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
}

/** So few rows stand on the page's own sheet in any window (own). */
const FEW = 5

/** On paper alone: every row of a table that the page shows a part of, on as many sheets as it takes. */
export function PaperTable<R>({ title, columns, rows, keyOf }: PaperProps<R>) {
  const t = useT('review')
  if (!usePrinting() || rows.length <= FEW) return null
  const shown = columns.filter(({ fileOnly }) => !fileOnly)
  return (
    <section className={styles.sheets} aria-label={t('table.of', { name: title })}>
      <h2>
        {title} · {rows.length}
      </h2>
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
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {shown.map(({ id, align, cell, value }) => (
                <td key={id} data-align={align} data-drawn={cell !== undefined || undefined}>
                  {cell ? cell(row) : (value(row) ?? '—')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
