import { isFirstRight, isRight, type Sheet, topClass } from '../../core/review/sheet.ts'
import { practise, type Result, type Suggestion, summarise } from '../../core/scoring/summarise.ts'
import { type Mean, meanInterval } from '../statistics/spread.ts'
import { confusion } from './accuracy.ts'

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
    const points = (sheets: readonly Sheet[]): number[] =>
      sheets.map(({ dims }) => dims[index] ?? 0)
    const mine = meanInterval(points(own))
    const theirs = meanInterval(points(group)).mean
    return {
      index,
      max,
      own: mine,
      group: theirs,
      below: mine.interval !== null && theirs !== null && mine.interval.high < theirs,
    }
  })
}

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
