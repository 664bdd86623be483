import type { Stage } from '../../core/scoring/rubric.ts'
import type { StageTime } from '../../core/scoring/scorecard.ts'
import type { Figure } from '../../core/taxonomy/source.ts'
import type { Ground } from './ground.ts'

const STAGE: Readonly<Record<string, readonly Stage[]>> = {
  answer: ['answer'],
  place: ['locate'],
  'first-class': ['firstClass'],
  'final-class': ['finalClass'],
  'first-dispatch': ['firstDispatchL1', 'firstDispatchL2', 'firstDispatchL3'],
  'call-back': ['callBack'],
  'reply-gap': ['replyGap'],
}

/** The rubric's target and limit that a time was judged by; null if the scenario set its own. */
export function stageOf(
  { stage, target, limit }: StageTime,
  { rubric }: Pick<Ground, 'rubric'>,
): readonly Figure[] | null {
  const ids = stage.startsWith('partner:')
    ? ([stage === 'partner:duty-lead' ? 'leadTold' : 'partnerTold'] as const)
    : (STAGE[stage] ?? [])
  for (const id of ids) {
    const span = rubric.stages[id]
    if (span.target.value === target && span.limit.value === limit) return [span.target, span.limit]
  }
  return null
}
