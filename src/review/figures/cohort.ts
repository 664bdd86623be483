import { judgeReadiness, type Readiness, type Verdict } from '../../core/review/readiness.ts'
import { isRight, type RedLineSeen, type Sheet } from '../../core/review/sheet.ts'
import { type Mean, meanInterval, quantile } from '../statistics/spread.ts'
import { type Accuracy, accuracy, confusion } from './accuracy.ts'

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

/** Sheets by trainee, each oldest first. */
export function byTrainee(sheets: readonly Sheet[]): ReadonlyMap<string, readonly Sheet[]> {
  const groups = new Map<string, Sheet[]>()
  for (const sheet of sheets) {
    const list = groups.get(sheet.trainee)
    if (list) list.push(sheet)
    else groups.set(sheet.trainee, [sheet])
  }
  return groups
}

/** `sheets`: oldest first. Ready ones first, then by what is missing, then by accuracy. */
export function traineeRows(sheets: readonly Sheet[], readiness: Readiness): readonly TraineeRow[] {
  const rows = [...byTrainee(sheets)].map(([trainee, own]) => traineeRow(trainee, own, readiness))
  const order = ['ready', 'near', 'not-yet', 'too-few']
  return rows.sort(
    (a, b) =>
      order.indexOf(a.verdict.standing) - order.indexOf(b.verdict.standing) ||
      (b.accuracy.final.share ?? 0) - (a.accuracy.final.share ?? 0) ||
      (a.badge < b.badge ? -1 : 1),
  )
}

export function traineeRow(
  trainee: string,
  sheets: readonly Sheet[],
  readiness: Readiness,
): TraineeRow {
  const latest = sheets[sheets.length - 1]
  const times = sheets.flatMap(({ times, choice }) =>
    choice.rightPriority === 'L1'
      ? times.flatMap(({ stage, ms, error }) =>
          stage === 'first-dispatch' && ms !== null && error !== null ? [ms] : [],
        )
      : [],
  )
  return {
    trainee,
    name: latest?.name ?? '',
    badge: latest?.badge ?? '',
    sheets,
    verdict: judgeReadiness(readiness, sheets),
    accuracy: accuracy(sheets),
    dispatchL1: quantile(times, 0.5),
    redLines: sheets.filter(({ redLines }) => redLines.length > 0).length,
    meanTotal: sheets.reduce((sum, { total }) => sum + total, 0) / Math.max(1, sheets.length),
    confused: confusion(sheets).pairs[0] ?? null,
    curve: rollingAccuracy(sheets).map(({ share }) => share),
  }
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
  let hits = 0
  return sheets.map((sheet, i) => {
    if (isRight(sheet)) hits += 1
    const out = sheets[i - CURVE_WINDOW]
    if (out && isRight(out)) hits -= 1
    const of = Math.min(i + 1, CURVE_WINDOW)
    return { sheet, hits, of, share: hits / of }
  })
}

export interface RedLineRow extends RedLineSeen {
  readonly sheet: Sheet
}

/** Newest first. */
export function redLineRows(sheets: readonly Sheet[]): readonly RedLineRow[] {
  return sheets
    .flatMap((sheet) => sheet.redLines.map((line) => ({ ...line, sheet })))
    .sort((a, b) => b.sheet.at - a.sheet.at || a.atMs - b.atMs)
}

/** 满意率: the share of calls whose caller would answer 'satisfied', 4 of 5 or more (8 half-points; own threshold). */
export const SATISFIED_HALVES = 8

export interface Week {
  /** Midnight of its Monday, ms since 1970. */
  readonly from: number
  readonly accuracy: Accuracy['final']
  readonly total: Mean
}

/** Week by week, from the first to the last that has attempts; weeks without any are left out. */
export function weeks(sheets: readonly Sheet[]): readonly Week[] {
  const groups = new Map<number, Sheet[]>()
  for (const sheet of sheets) {
    const from = monday(sheet.at)
    const list = groups.get(from)
    if (list) list.push(sheet)
    else groups.set(from, [sheet])
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([from, own]) => ({
      from,
      accuracy: accuracy(own).final,
      total: meanInterval(own.map(({ total }) => total)),
    }))
}

function monday(at: number): number {
  const date = new Date(at)
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() - ((date.getDay() + 6) % 7),
  ).getTime()
}
