import type { Detail, Lost, Passed } from '../../core/review/sheet.ts'

/**
 * A detail as the database has it: its two lists as one text. A scenario's page reads thousands at once, each of dozens
 * of steps, and the browser is many times slower at taking apart as many small objects, or as many names, than at
 * numbers: so each name stands once, and the steps are numbers in a row.
 */
export interface DetailRecord {
  readonly attempt: string
  readonly scenario: string
  readonly rows: string
}

/** What stands by its place in the first two: five numbers for each loss, four for each step; −1 is nothing. */
type Rows = readonly [
  codes: readonly Lost['code'][],
  names: readonly string[],
  losses: readonly number[],
  steps: readonly number[],
]

const BEST: readonly Passed['best'][] = [null, false, true]

export function recordOf({ attempt, scenario, lost, path }: Detail): DetailRecord {
  const codes = [...new Set(lost.map(({ code }) => code))]
  const names = new Map<string, number>()
  const placeOf = (name: string): number => {
    const place = names.get(name) ?? names.size
    names.set(name, place)
    return place
  }
  const losses = lost.flatMap(({ dim, code, subject, points, n }) => [
    dim,
    codes.indexOf(code),
    placeOf(subject),
    points,
    n ?? -1,
  ])
  const steps = path.flatMap(({ node, reply, best, n }) => [
    placeOf(node),
    reply === null ? -1 : placeOf(reply),
    BEST.indexOf(best),
    n,
  ])
  const rows: Rows = [codes, [...names.keys()], losses, steps]
  return { attempt, scenario, rows: JSON.stringify(rows) }
}

type LostRow = readonly [Lost['dim'], Lost['code'], Lost['subject'], Lost['points'], Lost['n']]
type PassedRow = readonly [Passed['node'], Passed['reply'], Passed['best'], Passed['n']]
/** As they were written before: each row with its names. */
type NamedRows = readonly [lost: readonly LostRow[], path: readonly PassedRow[]]

/** The oldest stand as they are. */
export function detailFrom(record: DetailRecord | Detail): Detail {
  if (!('rows' in record)) return record
  const { attempt, scenario } = record
  // only this module writes it
  const rows: Rows | NamedRows = JSON.parse(record.rows)
  if (rows.length === 4) {
    const [codes, names, losses, steps] = rows
    return { attempt, scenario, lost: lostFrom(losses, codes, names), path: pathFrom(steps, names) }
  }
  const [lost, path] = rows
  return {
    attempt,
    scenario,
    lost: lost.map(([dim, code, subject, points, n]) => ({ dim, code, subject, points, n })),
    path: path.map(([node, reply, best, n]) => ({ node, reply, best, n })),
  }
}

function lostFrom(
  losses: readonly number[],
  codes: readonly Lost['code'][],
  names: readonly string[],
): readonly Lost[] {
  const lost: Lost[] = []
  for (let i = 0; i < losses.length; i += 5) {
    const code = codes[losses[i + 1] ?? 0]
    const subject = names[losses[i + 2] ?? 0]
    if (code === undefined || subject === undefined) continue
    const n = losses[i + 4] ?? -1
    lost.push({
      dim: losses[i] ?? 0,
      code,
      subject,
      points: losses[i + 3] ?? 0,
      n: n < 0 ? null : n,
    })
  }
  return lost
}

function pathFrom(steps: readonly number[], names: readonly string[]): readonly Passed[] {
  const path: Passed[] = []
  for (let i = 0; i < steps.length; i += 4) {
    const node = names[steps[i] ?? 0]
    if (node === undefined) continue
    const said = steps[i + 1] ?? -1
    const reply = said < 0 ? null : (names[said] ?? null)
    path.push({ node, reply, best: BEST[steps[i + 2] ?? 0] ?? null, n: steps[i + 3] ?? 0 })
  }
  return path
}
