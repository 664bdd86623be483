import type { ReactNode } from 'react'

/** A column: what it is worth (for sorting and for files), and how it looks. */
export interface Column<R> {
  readonly id: string
  readonly head: string
  /** Longer, for a tooltip. */
  readonly title?: string
  readonly value: (row: R) => string | number | null
  /** What it is sorted by, where the value is a number in words. Missing: the value itself. */
  readonly order?: (row: R) => number | null
  /** Missing: the value itself. */
  readonly cell?: (row: R) => ReactNode
  readonly align?: 'left' | 'right'
  /** Only in files: the page has no room for it. */
  readonly fileOnly?: boolean
  /** CSS width. */
  readonly width?: string
  /** Takes what the other columns leave, and is cut short rather than let the table scroll. */
  readonly gives?: boolean
}

export type Cell = string | number | null

/** A table as rows of plain cells, heads first: what files are made of. */
export function plainTable<R>(
  columns: readonly Column<R>[],
  rows: readonly R[],
): readonly (readonly Cell[])[] {
  return [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]
}
