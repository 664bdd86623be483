import type { Detail, Lost, Passed } from '../../core/review/sheet.ts'

/**
 * A detail as the database has it: its two lists as one text, without the names of their fields. A scenario's page reads
 * thousands at once, and the browser is many times slower at taking apart as many small objects than at such a text.
 */
export interface DetailRecord {
  readonly attempt: string
  readonly scenario: string
  readonly rows: string
}

type LostRow = readonly [Lost['dim'], Lost['code'], Lost['subject'], Lost['points'], Lost['n']]
type PassedRow = readonly [Passed['node'], Passed['reply'], Passed['best'], Passed['n']]

export function recordOf({ attempt, scenario, lost, path }: Detail): DetailRecord {
  const lostRows = lost.map(({ dim, code, subject, points, n }): LostRow => {
    return [dim, code, subject, points, n]
  })
  const pathRows = path.map(({ node, reply, best, n }): PassedRow => [node, reply, best, n])
  return { attempt, scenario, rows: JSON.stringify([lostRows, pathRows]) }
}

/** Older ones stand as they are. */
export function detailFrom(record: DetailRecord | Detail): Detail {
  if (!('rows' in record)) return record
  const { attempt, scenario } = record
  // only this module writes it
  const [lost, path]: readonly [readonly LostRow[], readonly PassedRow[]] = JSON.parse(record.rows)
  return {
    attempt,
    scenario,
    lost: lost.map(([dim, code, subject, points, n]) => ({ dim, code, subject, points, n })),
    path: path.map(([node, reply, best, n]) => ({ node, reply, best, n })),
  }
}
