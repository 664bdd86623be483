import {
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import type { Column } from './columns.ts'
import styles from './DataTable.module.css'
import { PaperTable } from './PaperTable.tsx'
import { sortedPlaces } from './sorting.ts'

const features = tableFeatures({ rowSortingFeature })

export interface DataTableProps<R> {
  /** What the table is of: its accessible name. */
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  /** Opens a row. */
  readonly onOpen?: (row: R) => void
  readonly isChosen?: (row: R) => boolean
  /** Row height in px. */
  readonly rowHeight?: number
  /** Said where there are no rows. */
  readonly empty: string
}

/** A sortable table that draws only the rows in sight, however many there are; on paper the others follow the page. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, rows, keyOf, onOpen, isChosen, rowHeight = 28, empty } = props
  const t = useT('review')
  const columns = useMemo(() => props.columns.filter(({ fileOnly }) => !fileOnly), [props.columns])
  const scroller = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<SortingState>([])
  const places = useMemo(() => sortedPlaces(rows, columns, sorting), [rows, columns, sorting])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, value }): ColumnDef<typeof features, Placed<R>> => ({
          id,
          accessorFn: ({ row }) => value(row),
        }),
      ),
    [columns],
  )
  // the library gets the rows in sight alone: it makes an object of each row that it is given
  const data = items.flatMap(({ index }): Placed<R>[] => {
    const row = rows[places[index] ?? 0]
    return row === undefined ? [] : [{ row, index }]
  })
  const table = useTable({
    features,
    columns: definitions,
    data,
    manualSorting: true,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0)
  const walk = (event: KeyboardEvent<HTMLTableRowElement>, row: R): void => {
    const { currentTarget, key } = event
    if (event.target !== currentTarget) return
    if (key === 'Enter' && onOpen) onOpen(row)
    const next =
      key === 'ArrowDown'
        ? currentTarget.nextElementSibling
        : key === 'ArrowUp'
          ? currentTarget.previousElementSibling
          : null
    if (next instanceof HTMLElement && next.tabIndex >= 0) {
      event.preventDefault()
      next.focus()
    }
  }
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={t('table.of', { name: label })}
      tabIndex={rows.length > 0 ? 0 : -1}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {table.getHeaderGroups()[0]?.headers.map((header, i) => {
              const column = columns[i]
              if (!column) return null
              const way = header.column.getIsSorted()
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-align={column.align}
                  style={column.width === undefined ? undefined : { width: column.width }}
                  aria-sort={way === 'asc' ? 'ascending' : way === 'desc' ? 'descending' : 'none'}
                >
                  <button
                    type="button"
                    title={column.title ?? t('table.sort', { by: column.head })}
                    onClick={header.column.getToggleSortingHandler()}
                  >
                    {column.head}
                    <span aria-hidden="true">
                      {way === 'asc' ? '▲' : way === 'desc' ? '▼' : ''}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr>
              <td colSpan={columns.length} style={{ height: before, padding: 0, border: 0 }} />
            </tr>
          )}
          {table.getRowModel().rows.map(({ original: { row, index } }) => {
            return (
              <tr
                key={keyOf(row)}
                aria-rowindex={index + 2}
                data-chosen={isChosen?.(row) || undefined}
                data-opens={onOpen ? true : undefined}
                style={{ height: rowHeight }}
                tabIndex={onOpen ? 0 : undefined}
                onClick={onOpen && (() => onOpen(row))}
                onKeyDown={(event) => walk(event, row)}
              >
                {columns.map(({ id, align, cell, value, gives }) => (
                  <td
                    key={id}
                    data-align={align}
                    {...(gives && { 'data-gives': true, title: String(value(row) ?? '') })}
                  >
                    {cell ? cell(row) : (value(row) ?? '—')}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && (
            <tr>
              <td colSpan={columns.length} style={{ height: after, padding: 0, border: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.empty}>{empty}</p>}
      <PaperTable
        title={label}
        columns={columns}
        rows={rows}
        places={places}
        keyOf={keyOf}
        scroller={scroller}
      />
    </section>
  )
}

/** A row and how many stand before it. The table's library reads rows by their keys: ours may be of any shape. */
interface Placed<R> {
  readonly row: R
  readonly index: number
}
