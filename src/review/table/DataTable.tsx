import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import type { Column } from './columns.ts'
import styles from './DataTable.module.css'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

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

/** A sortable table that draws only the rows in sight, however many there are. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, rows, keyOf, onOpen, isChosen, rowHeight = 28, empty } = props
  const t = useT('review')
  const columns = useMemo(() => props.columns.filter(({ fileOnly }) => !fileOnly), [props.columns])
  const scroller = useRef<HTMLDivElement>(null)
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Boxed<R>> => ({
          id: column.id,
          accessorFn: ({ row }) => column.value(row),
          sortFn: (a, b) => order(column.value(a.original.row), column.value(b.original.row)),
        }),
      ),
    [columns],
  )
  const data = useMemo(() => rows.map((row) => ({ row })), [rows])
  const table = useTable({ features, columns: definitions, data })
  const sorted = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
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
      <table className={styles.table} aria-rowcount={sorted.length + 1}>
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
          {items.map(({ index }) => {
            const boxed = sorted[index]?.original
            if (!boxed) return null
            const { row } = boxed
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
                {columns.map(({ id, align, cell, value }) => (
                  <td key={id} data-align={align}>
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
    </section>
  )
}

/** The table's library reads rows by their keys: ours may be of any shape. */
interface Boxed<R> {
  readonly row: R
}

/** Numbers by size, words by the language's order, nothing last. */
function order(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'zh')
}
