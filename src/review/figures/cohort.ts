import {
  judgeReadiness,
  type Readiness,
  type Standing,
  type Verdict,
} from '../../core/review/readiness.ts'
import { isRight, type RedLineSeen, type Sheet } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { type Share, share } from '../statistics/proportion.ts'
import { type Mean, meanInterval, quantile } from '../statistics/spread.ts'
import { type Accuracy, accuracy, mostConfused } from './accuracy.ts'

/** Trainees side by side, and the whole group's other figures. */

export interface TraineeRow {
  readonly trainee: string
  readonly name: string
  readonly badge: string
  /** Oldest first. */
  readonly sheets: readonly Sheet[]
  readonly verdict: Verdict
  readonly accuracy: Accuracy
  /** Median ms to the first dispatch in calls of L1; null without any. */
  readonly dispatchL1: number | null
  readonly redLines: number
  readonly meanTotal: number
  /** What is most often taken for what; null if nothing is. */
  readonly confused: { readonly right: string; readonly chosen: string; readonly n: number } | null
  /** Share of right classes over the last ten, after each attempt, 0–1. */
  readonly curve: readonly number[]
}

/** Sheets by their attempt's id. Sorted out once for each list of sheets. */
export const byAttempt = perObject(
  (sheets: readonly Sheet[]): ReadonlyMap<string, Sheet> =>
    new Map(sheets.map((sheet) => [sheet.attempt, sheet])),
)

/** Sheets by trainee, each oldest first. Sorted out once for each list of sheets. */
export const byTrainee = perObject(
  (sheets: readonly Sheet[]): ReadonlyMap<string, readonly Sheet[]> => {
    const groups = new Map<string, Sheet[]>()
    for (const sheet of sheets) {
      const list = groups.get(sheet.trainee)
      if (list) list.push(sheet)
      else groups.set(sheet.trainee, [sheet])
    }
    return groups
  },
)

const ORDER: readonly Standing[] = ['ready', 'near', 'not-yet', 'too-few']

const rowsBy = perObject((readiness: Readiness) =>
  perObject((sheets: readonly Sheet[]): readonly TraineeRow[] =>
    [...byTrainee(sheets)]
      .map(([trainee, own]) => traineeRow(trainee, own, readiness))
      .sort(
        (a, b) =>
          ORDER.indexOf(a.verdict.standing) - ORDER.indexOf(b.verdict.standing) ||
          (b.accuracy.final.share ?? 0) - (a.accuracy.final.share ?? 0) ||
          (a.badge < b.badge ? -1 : 1),
      ),
  ),
)

/**
 * `sheets`: oldest first. Ready ones first, then by what is missing, then by accuracy. Worked out once for each list of
 * sheets and rule.
 */
export function traineeRows(sheets: readonly Sheet[], readiness: Readiness): readonly TraineeRow[] {
  return rowsBy(readiness)(sheets)
}

export function traineeRow(
  trainee: string,
  sheets: readonly Sheet[],
  readiness: Readiness,
): TraineeRow {
  const latest = sheets[sheets.length - 1]
  return {
    trainee,
    name: latest?.name ?? '',
    badge: latest?.badge ?? '',
    sheets,
    verdict: judgeReadiness(readiness, sheets),
    accuracy: accuracy(sheets),
    dispatchL1: quantile(dispatchTimesL1(sheets), 0.5),
    redLines: sheets.filter(({ redLines }) => redLines.length > 0).length,
    meanTotal: sheets.reduce((sum, { total }) => sum + total, 0) / Math.max(1, sheets.length),
    confused: mostConfused(sheets),
    curve: rollingAccuracy(sheets).map(({ share }) => share),
  }
}

function dispatchTimesL1(sheets: readonly Sheet[]): readonly number[] {
  const found: number[] = []
  for (const { times, choice } of sheets) {
    if (choice.rightPriority !== 'L1') continue
    for (const { stage, ms, error } of times)
      if (stage === 'first-dispatch' && ms !== null && error !== null) found.push(ms)
  }
  return found
}

/** How many attempts the learning curve looks back (own). */
export const CURVE_WINDOW = 10

export interface CurvePoint {
  readonly sheet: Sheet
  readonly hits: number
  readonly of: number
  readonly share: number
}

/** After each attempt: the share of right classes among the last ten, or as many as there are. */
export function rollingAccuracy(sheets: readonly Sheet[]): readonly CurvePoint[] {
  const rights = sheets.map(isRight)
  let hits = 0
  return sheets.map((sheet, i) => {
    if (rights[i]) hits += 1
    if (rights[i - CURVE_WINDOW]) hits -= 1
    const of = Math.min(i + 1, CURVE_WINDOW)
    return { sheet, hits, of, share: hits / of }
  })
}

export interface RedLineRow extends RedLineSeen {
  readonly sheet: Sheet
}

/** Newest call first, each call's in their order. `sheets`: oldest first. */
export function redLineRows(sheets: readonly Sheet[]): readonly RedLineRow[] {
  const rows: RedLineRow[] = []
  for (let i = sheets.length - 1; i >= 0; i -= 1) {
    const sheet = sheets[i]
    if (!sheet || sheet.redLines.length === 0) continue
    const lines = sheet.redLines.toSorted((a, b) => a.atMs - b.atMs)
    for (const { line, kind, zh, en, atMs, n } of lines)
      rows.push({ line, kind, zh, en, atMs, n, sheet })
  }
  return rows
}

/** Half-points of 'satisfied', 4 of 5 or more (own threshold). */
const SATISFIED_HALVES = 8

/** 满意率: the share of calls whose caller would answer 'satisfied'. Counted once for each list of sheets. */
export const satisfaction = perObject((sheets: readonly Sheet[]): Share => {
  const hits = sheets.filter(({ satisfaction: halves }) => halves >= SATISFIED_HALVES).length
  return share(hits, sheets.length)
})

export interface Week {
  /** Midnight of its Monday, ms since 1970. */
  readonly from: number
  readonly accuracy: Share
  readonly total: Mean
}

/** Week by week, from the first to the last that has attempts; weeks without any are left out. `sheets`: oldest first. */
export const weeks = perObject((sheets: readonly Sheet[]): readonly Week[] => {
  const groups: { readonly from: number; readonly own: Sheet[] }[] = []
  let ends = Number.NEGATIVE_INFINITY
  for (const sheet of sheets) {
    if (sheet.at < ends) groups[groups.length - 1]?.own.push(sheet)
    else {
      groups.push({ from: monday(sheet.at, 0), own: [sheet] })
      ends = monday(sheet.at, 1)
    }
  }
  return groups.map(({ from, own }) => ({
    from,
    accuracy: share(own.filter(isRight).length, own.length),
    total: meanInterval(own.map(({ total }) => total)),
  }))
})

/** Midnight of the Monday of that moment's week, or of one so many weeks later, in this browser's time. */
function monday(at: number, later: number): number {
  const date = new Date(at)
  const day = date.getDate() - ((date.getDay() + 6) % 7)
  return new Date(date.getFullYear(), date.getMonth(), day + 7 * later).getTime()
}
