import type { Sheet } from '../../core/review/sheet.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { AttemptGlance, AttemptResult } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import type { Pages } from '../book/book.ts'
import { byAttempt } from '../figures/cohort.ts'
import { keptFrom } from './kept.ts'

/**
 * The same trainee's attempts at the same scenario, newest first. Scored ones are known by their sheets; only of those
 * without one, left or kept apart, the texts are read.
 */
export async function siblingsIn(
  { sheets, rows }: Pick<Pages, 'sheets' | 'rows'>,
  store: Pick<ReviewStore, 'texts'>,
  { trainee, scenario }: Header,
): Promise<readonly AttemptGlance[]> {
  const known = byAttempt(sheets)
  const ids = rows.flatMap((row) =>
    row.trainee === trainee.id && row.scenario === scenario.id ? [row.id] : [],
  )
  const scored = ids.flatMap((id) => known.get(id) ?? [])
  const texts = await store.texts(ids.filter((id) => !known.has(id)))
  const others = [...texts].flatMap(([id, text]) => keptFrom(text, id) ?? [])
  return [...scored.map(glanceOf), ...others].sort(
    (a, b) => b.header.startedAt - a.header.startedAt,
  )
}

function glanceOf(sheet: Sheet): AttemptGlance {
  const { attempt, at, mode } = sheet
  return {
    header: { id: attempt, startedAt: at, mode },
    status: 'finished',
    result: resultFrom(sheet),
  }
}

function resultFrom(sheet: Sheet): AttemptResult {
  const { total, dims, dimMax, passed, redLines, ending, times } = sheet
  return {
    total,
    classPoints: dims[0] ?? 0,
    classMax: dimMax[0] ?? 0,
    passed,
    redLines: redLines.map(({ kind }) => kind),
    ending,
    firstDispatchMs: times.find(({ stage }) => stage === 'first-dispatch')?.ms ?? null,
  }
}
