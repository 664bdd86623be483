import { isFirstRight, isRight, type Sheet, topClass } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { practise, type Result, type Suggestion, summarise } from '../../core/scoring/summarise.ts'
import { type Mean, meanInterval, meanOf, quantile } from '../statistics/spread.ts'
import { confusion } from './accuracy.ts'
import { byTrainee, rollingAccuracy } from './cohort.ts'

/** One trainee's figures, beside the group's. */

export interface DimensionFigure {
  readonly index: number
  readonly max: number
  readonly own: Mean
  /** The group's mean points. */
  readonly group: number | null
  /** The whole interval lies below the group's mean. */
  readonly below: boolean
}

export function dimensionFigures(
  own: readonly Sheet[],
  group: readonly Sheet[],
): readonly DimensionFigure[] {
  const [first] = own
  return (first?.dimMax ?? []).map((max, index) => {
    const mine = meanInterval(own.map(({ dims }) => dims[index] ?? 0))
    const theirs = meanPoints(group)[index] ?? null
    return {
      index,
      max,
      own: mine,
      group: theirs,
      below: mine.interval !== null && theirs !== null && mine.interval.high < theirs,
    }
  })
}

/** Mean points by dimension. Worked out once for each list of sheets. */
const meanPoints = perObject((sheets: readonly Sheet[]): readonly (number | null)[] =>
  (sheets[0]?.dims ?? []).map((_, index) => meanOf(sheets.map(({ dims }) => dims[index] ?? 0))),
)

export type ClassResult = 'right' | 'mended' | 'wrong'

export interface ClassFigure {
  readonly class: string
  /** In order of time. */
  readonly results: readonly { readonly sheet: Sheet; readonly result: ClassResult }[]
  readonly right: number
  /** The group's share of right ones, 0–1. */
  readonly group: number | null
}

export function classFigures(
  own: readonly Sheet[],
  group: readonly Sheet[],
): readonly ClassFigure[] {
  const theirs = new Map(confusion(group).rows.map(({ right, hits }) => [right, hits.share]))
  return confusion(own).rows.map(({ right }) => {
    const results = own
      .filter(({ choice }) => topClass(choice.right) === right)
      .map((sheet) => ({ sheet, result: resultOf(sheet) }))
    return {
      class: right,
      results,
      right: results.filter(({ result }) => result !== 'wrong').length,
      group: theirs.get(right) ?? null,
    }
  })
}

/** `mended`: right at the end, and not at first. */
function resultOf(sheet: Sheet): ClassResult {
  if (!isRight(sheet)) return 'wrong'
  return isFirstRight(sheet) ? 'right' : 'mended'
}

/** Fewer trainees make no group (own). */
const GROUP = 3

/**
 * The median of all trainees' rolling accuracy after one attempt, after two, and so on; null where fewer than three got
 * so far. Worked out once for each list of sheets.
 */
export const groupCurve = perObject((group: readonly Sheet[]): readonly (number | null)[] => {
  const after: number[][] = []
  for (const own of byTrainee(group).values())
    for (const [i, { share }] of rollingAccuracy(own).entries()) {
      const shares = after[i]
      if (shares) shares.push(share)
      else after.push([share])
    }
  return after.map((shares) => (shares.length < GROUP ? null : quantile(shares, 0.5)))
})

/** What the desk's own start page would suggest, from the same rule. `ids`: the scenarios there are. */
export function nextToPractise(
  own: readonly Sheet[],
  ids: readonly string[],
  now: number,
): readonly (Suggestion & { readonly due: number | null })[] {
  const history = summarise(own.map(asResult))
  return practise(history, ids, now).map((suggestion) => ({
    ...suggestion,
    due: history.scenarios.get(suggestion.scenario)?.due ?? null,
  }))
}

function asResult(sheet: Sheet): Result {
  const { attempt, scenario, at, total, passed, dims, dimMax, redLines, times } = sheet
  return {
    attempt,
    scenario,
    at,
    total,
    passed,
    classPoints: dims[0] ?? 0,
    classMax: dimMax[0] ?? 0,
    redLines: redLines.map(({ kind }) => kind),
    firstDispatchMs: times.find(({ stage }) => stage === 'first-dispatch')?.ms ?? null,
  }
}
