import { chiefMark, type Mark } from './marks.ts'
import type { Row } from './rows.ts'

/** The few moments that decided the attempt: what cost most, and what helped. */

export interface MainMoment {
  readonly row: Row
  readonly mark: Mark | null
  readonly good: boolean
}

const MOST_LOST = 5
const MOST_GAINED = 2

/** Losses first (red lines, then by points), each group in the order of the call. */
export function mainMoments(rows: readonly Row[]): readonly MainMoment[] {
  const lost = rows
    .flatMap((row): (MainMoment & { weight: number })[] => {
      const mark = chiefMark(row.marks)
      const sum = row.marks.reduce((total, { delta }) => total + Math.min(0, delta), 0)
      if (row.crossed.length > 0) return [{ row, mark, good: false, weight: 1000 - sum }]
      return mark && mark.delta < 0 ? [{ row, mark, good: false, weight: -sum }] : []
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_LOST)
  const gained = rows
    .flatMap((row): (MainMoment & { weight: number })[] => {
      if (row.content.kind !== 'said' || row.content.quality !== 'supportive') return []
      const mark = chiefMark(row.marks)
      if (mark && mark.delta < 0) return []
      const rise = row.trust ? row.trust[1] - row.trust[0] : 0
      return rise > 0 ? [{ row, mark, good: true, weight: rise }] : []
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_GAINED)
  const inOrder = (list: readonly MainMoment[]) =>
    list.map(({ row, mark, good }) => ({ row, mark, good })).toSorted((a, b) => a.row.at - b.row.at)
  return [...inOrder(lost), ...inOrder(gained)]
}

/** Moments at which points were earned or lost, or a red line was crossed: where `[` and `]` lead. */
export function pointRows(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.crossed.length > 0 || row.marks.some(({ delta }) => delta !== 0))
}
