import type { Header } from '../sim/attempt.ts'
import type { Entry } from '../sim/journal.ts'
import { judgeChoices } from './choices.ts'
import { judgeClosing } from './closing.ts'
import { Marking } from './context.ts'
import { judgeFacts } from './facts.ts'
import { crossings } from './redLines.ts'
import type { Rubric } from './rubric.ts'
import { survey } from './satisfaction.ts'
import type { Dimension, DimensionId, Item, Scorecard } from './scorecard.ts'
import { judgeTalk } from './talking.ts'
import { judgeTeamwork } from './teamwork.ts'
import { judgeTiming, stageTimes } from './timing.ts'
import { trace } from './tracing.ts'
import { type ScoringInput, yardstick } from './yardstick.ts'

/**
 * Scores an attempt by its journal. Pure and integer: the same journal, rubric and scenario give the same card. Takes
 * the attempt's header, its entries and what they are judged by; points are 0–100 with the red-line cap of the rubric.
 */
export function score(header: Header, journal: readonly Entry[], input: ScoringInput): Scorecard {
  const judge = yardstick(input)
  const traced = trace(input.script, journal, judge.kindOf)
  const mark = new Marking(judge, traced)
  const { classification, d1, d2 } = judgeChoices(mark)
  const { rubric } = input
  const dims = [
    dimension(rubric, 'D1', d1),
    dimension(rubric, 'D2', d2),
    dimension(rubric, 'D3', judgeFacts(mark)),
    dimension(rubric, 'D4', judgeTiming(mark)),
    dimension(rubric, 'D5', judgeTeamwork(mark)),
    dimension(rubric, 'D6', judgeTalk(mark)),
    dimension(rubric, 'D7', judgeClosing(mark)),
  ]
  const raw = dims.reduce((total, { points }) => total + points, 0)
  const redLines = crossings(mark)
  const total = redLines.length > 0 ? Math.min(raw, rubric.cap.value) : raw
  return {
    attempt: header.id,
    rubricVersion: rubric.version,
    total: traced.left ? null : total,
    raw,
    passed: !traced.left && redLines.length === 0 && total >= rubric.pass.value,
    dims,
    classification,
    times: stageTimes(mark),
    redLines,
    satisfaction: survey(mark),
    ending: traced.ending?.id ?? null,
  }
}

function dimension(rubric: Rubric, id: DimensionId, items: readonly Item[]): Dimension {
  const max = rubric.dims[id].points.value
  let sum = 0
  for (const { points } of items) sum += points
  return { id, points: Math.max(0, Math.min(max, sum)), max, items }
}
