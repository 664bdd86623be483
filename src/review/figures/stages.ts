import type { Sheet, Timed } from '../../core/review/sheet.ts'
import { type Share, share } from '../statistics/proportion.ts'
import { type Spread, spread } from '../statistics/spread.ts'

/** The second headline: how long each stage took, against its target. Times in ms. */

export const STAGES = [
  'answer',
  'place',
  'first-class',
  'final-class',
  'dispatch-L1',
  'dispatch-L2',
  'dispatch-L3',
  'partner',
  'call-back',
  'reply-gap',
] as const
export type StageId = (typeof STAGES)[number]

export interface StageFigure {
  readonly stage: StageId
  readonly times: Spread
  /** Times as shares of their own target: 1 is the target. Scenarios may set targets of their own. */
  readonly ratios: Spread
  /** Ms; null if the scenarios set different ones. */
  readonly target: number | null
  /** In time, of all valid samples and of those where it never happened. */
  readonly met: Share
  /** It was due and never happened. */
  readonly missed: number
  /** Hidden tab, late or blocked sound: in no figure. */
  readonly invalid: number
  /** Uncertainty of the device, ms: the largest among the samples; null without any. */
  readonly error: number | null
}

export interface Sample {
  readonly sheet: Sheet
  readonly time: Timed
}

/** The row that a time belongs to; null for the stories' own clocks, which are nowhere the same. */
export function stageOf(time: Timed, sheet: Sheet): StageId | null {
  const { stage } = time
  switch (stage) {
    case 'answer':
    case 'place':
    case 'first-class':
    case 'final-class':
    case 'call-back':
    case 'reply-gap':
      return stage
    case 'first-dispatch': {
      const { rightPriority } = sheet.choice
      return rightPriority === 'L1' || rightPriority === 'L2'
        ? `dispatch-${rightPriority}`
        : 'dispatch-L3'
    }
    default:
      return stage.startsWith('partner:') ? 'partner' : null
  }
}

export function samplesByStage(sheets: readonly Sheet[]): ReadonlyMap<StageId, readonly Sample[]> {
  const samples = new Map<StageId, Sample[]>(STAGES.map((id) => [id, []]))
  for (const sheet of sheets)
    for (const time of sheet.times) {
      const stage = stageOf(time, sheet)
      if (stage !== null) samples.get(stage)?.push({ sheet, time })
    }
  return samples
}

export function stageFigures(sheets: readonly Sheet[]): readonly StageFigure[] {
  return [...samplesByStage(sheets)].map(([stage, samples]) => stageFigure(stage, samples))
}

export function stageFigure(stage: StageId, samples: readonly Sample[]): StageFigure {
  const times: number[] = []
  const ratios: number[] = []
  const targets = new Set<number>()
  let met = 0
  let missed = 0
  let invalid = 0
  let error: number | null = null
  for (const { time } of samples) {
    if (time.error === null) {
      invalid += 1
      continue
    }
    targets.add(time.target)
    if (time.ms === null) {
      missed += 1
      continue
    }
    error = Math.max(error ?? 0, time.error)
    times.push(time.ms)
    if (time.target > 0) ratios.push(time.ms / time.target)
    if (time.ms <= time.target) met += 1
  }
  const [only] = targets
  return {
    stage,
    times: spread(times),
    ratios: spread(ratios),
    target: targets.size === 1 && only !== undefined ? only : null,
    met: share(met, times.length + missed),
    missed,
    invalid,
    error,
  }
}
