import type { Sheet, Timed } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { type Share, share } from '../statistics/proportion.ts'
import { ascending, type Spread, spread, spreadSorted } from '../statistics/spread.ts'

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

/** All stages, in their order. Worked out once for each list of sheets. */
export const stageFigures = perObject((sheets: readonly Sheet[]): readonly StageFigure[] => {
  const tallies = new Map(STAGES.map((id) => [id, emptyTally()]))
  for (const sheet of sheets)
    for (const time of sheet.times) {
      const stage = stageOf(time, sheet)
      const tally = stage === null ? undefined : tallies.get(stage)
      if (tally) count(tally, time)
    }
  return [...tallies].map(([stage, tally]) => figureOf(stage, tally))
})

/** What a stage's `met` counts as not met: never done first, then those farthest beyond their target. */
export function missedTarget(sheets: readonly Sheet[], stage: StageId): readonly Sample[] {
  const late = (samplesByStage(sheets).get(stage) ?? []).filter(
    ({ time: { ms, target, error } }) => error !== null && (ms === null || ms > target),
  )
  const far = ({ time: { ms, target } }: Sample): number =>
    ms === null ? Number.POSITIVE_INFINITY : ms / target
  return late.toSorted((a, b) => (far(a) === far(b) ? 0 : far(b) - far(a)))
}

export function stageFigure(stage: StageId, samples: readonly Sample[]): StageFigure {
  const tally = emptyTally()
  for (const { time } of samples) count(tally, time)
  return figureOf(stage, tally)
}

/** What one pass over the samples gathers of a stage. */
interface Tally {
  readonly times: number[]
  readonly ratios: number[]
  /** The first that occurred, and whether others did too. */
  target: number | null
  isMixed: boolean
  met: number
  missed: number
  invalid: number
  error: number | null
}

function emptyTally(): Tally {
  return {
    times: [],
    ratios: [],
    target: null,
    isMixed: false,
    met: 0,
    missed: 0,
    invalid: 0,
    error: null,
  }
}

function count(tally: Tally, { ms, target, error }: Timed): void {
  if (error === null) {
    tally.invalid += 1
    return
  }
  if (tally.target === null) tally.target = target
  else if (tally.target !== target) tally.isMixed = true
  if (ms === null) {
    tally.missed += 1
    return
  }
  tally.error = Math.max(tally.error ?? 0, error)
  tally.times.push(ms)
  if (target > 0) tally.ratios.push(ms / target)
  if (ms <= target) tally.met += 1
}

function figureOf(stage: StageId, tally: Tally): StageFigure {
  const { times, ratios, met, missed, invalid, error } = tally
  const target = tally.isMixed ? null : tally.target
  const sorted = ascending(times)
  return {
    stage,
    times: spreadSorted(sorted),
    // shares of one target stand in the order of their times
    ratios: target ? spreadSorted(sorted.map((ms) => ms / target)) : spread(ratios),
    target,
    met: share(met, times.length + missed),
    missed,
    invalid,
    error,
  }
}
