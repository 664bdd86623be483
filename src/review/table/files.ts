import { unparse } from 'papaparse'
import { download } from '../../ui/download.ts'
import type { Cell } from './columns.ts'

/** Tables as files: CSV for everything, XLSX for whoever wants to go on with it in a spreadsheet. */

type Table = readonly (readonly Cell[])[]

/**
 * CSV with a byte order mark, so that spreadsheets read Chinese right. Cells that a spreadsheet would take for a formula
 * get an apostrophe in front: names and texts come from files that others made.
 */
export function csvOf(table: Table): string {
  return `\uFEFF${unparse(
    table.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? harmless(cell) : (cell ?? ''))),
    ),
  )}\r\n`
}

/** `=1+1` → `'=1+1`. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

export function downloadCsv(name: string, table: Table): void {
  download(`${name}.csv`, csvOf(table), 'text/csv')
}

/** The library is read when first asked for. Cells are typed: a text is never a formula. */
export async function downloadXlsx(name: string, table: Table): Promise<void> {
  const { default: write } = await import('write-excel-file/browser')
  const [head = [], ...rows] = table
  const cells = [
    head.map((cell) => ({ type: String, value: String(cell ?? ''), fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) =>
        cell === null
          ? null
          : typeof cell === 'number'
            ? { type: Number, value: cell }
            : { type: String, value: cell },
      ),
    ),
  ]
  const blob = await write(cells).toBlob()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  download(
    `${name}.xlsx`,
    bytes,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
}
