import type { Cell } from '../table/columns.ts'

/** A table of plain cells, heads first: what stands behind a chart. */
export function PlainTable({
  caption,
  table,
}: {
  readonly caption: string
  readonly table: readonly (readonly Cell[])[]
}) {
  const [head = [], ...rows] = table
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, i) => (
            <th key={String(i)} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={String(i)}>
            {row.map((cell, j) => (
              <td key={String(j)}>{cell ?? '—'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
