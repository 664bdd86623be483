import { median } from './timing.ts'

/**
 * From attempts' results to a trainee's history: what lists and the start page show, and what to practise next.
 * Hand over scored attempts only, without robots' demonstrations.
 */

/** What is known of one finished attempt without its journal. */
export interface Result {
  readonly attempt: string
  readonly scenario: string
  /** ms since 1970. */
  readonly at: number
  readonly total: number
  readonly classPoints: number
  readonly classMax: number
  readonly passed: boolean
  /** Kinds of the failures that crossed a red line. */
  readonly redLines: readonly string[]
  readonly firstDispatchMs: number | null
}

export interface ScenarioHistory {
  readonly scenario: string
  readonly times: number
  readonly last: Result
  /** Highest total. */
  readonly best: number
  /** Highest share of the class points, percent. */
  readonly bestClass: number
  /** When it is due again, ms since 1970. */
  readonly due: number
}

export interface History {
  readonly count: number
  /** Share of the class points over the last ten, in whole percent; null without any. */
  readonly classPercent: number | null
  /** How many attempts that share is taken over: at most ten. */
  readonly classOver: number
  /** Median time to the first dispatch over the last ten that sent somebody, ms. */
  readonly firstDispatchMs: number | null
  /** Red lines crossed in the last ten. */
  readonly redLines: number
  readonly scenarios: ReadonlyMap<string, ScenarioHistory>
}

/** Why a scenario should be worked next, gravest first. */
export type PractiseReason = 'red-line' | 'failed' | 'class' | 'due' | 'new'

export interface Suggestion {
  readonly scenario: string
  readonly reason: PractiseReason
  /** Percent of class points last time, for `class`; days since the last attempt, for `due`; else the last total. */
  readonly figure: number | null
}

const RECENT = 10
const DAY_MS = 86_400_000
/** Days until a scenario is due again after 1, 2, 3 and more attempts (rubric, suggested course: repeats at 1-3-7-21 days). */
const SPACING_DAYS = [1, 3, 7, 21]
/** Class accuracy that the suggested course asks for, percent. */
export const CLASS_TARGET_PERCENT = 85

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 100) / whole)

const classShare = ({ classPoints, classMax }: Result): number => percent(classPoints, classMax)

/** Digest of results in any order. */
export function summarise(results: readonly Result[]): History {
  const newest = results.toSorted((a, b) => b.at - a.at)
  const recent = newest.slice(0, RECENT)
  const dispatches = newest.flatMap(({ firstDispatchMs }) =>
    firstDispatchMs === null ? [] : [firstDispatchMs],
  )
  const scenarios = new Map<string, ScenarioHistory>()
  for (const result of newest.toReversed()) {
    const before = scenarios.get(result.scenario)
    const times = (before?.times ?? 0) + 1
    const days = SPACING_DAYS[Math.min(times, SPACING_DAYS.length) - 1] ?? 1
    scenarios.set(result.scenario, {
      scenario: result.scenario,
      times,
      last: result,
      best: Math.max(before?.best ?? 0, result.total),
      bestClass: Math.max(before?.bestClass ?? 0, classShare(result)),
      due: result.at + days * DAY_MS,
    })
  }
  const points = recent.reduce((sum, result) => sum + result.classPoints, 0)
  const max = recent.reduce((sum, result) => sum + result.classMax, 0)
  return {
    count: results.length,
    classPercent: max === 0 ? null : percent(points, max),
    classOver: recent.length,
    firstDispatchMs: median(dispatches.slice(0, RECENT)),
    redLines: recent.reduce((sum, result) => sum + result.redLines.length, 0),
    scenarios,
  }
}

const ORDER: readonly PractiseReason[] = ['red-line', 'failed', 'class', 'due', 'new']

/**
 * What to practise next, most needed first: a red line, a fail, a wrong class, then what is due, then what is new.
 * Scenarios that are neither needed nor due are left out.
 * @param scenarios ids in the order of the list, which decides among equals
 * @param now ms since 1970
 */
export function practise(
  history: History,
  scenarios: readonly string[],
  now: number,
): readonly Suggestion[] {
  const found = scenarios.flatMap((scenario): Suggestion[] => {
    const known = history.scenarios.get(scenario)
    if (!known) return [{ scenario, reason: 'new', figure: null }]
    const { last } = known
    if (last.redLines.length > 0) return [{ scenario, reason: 'red-line', figure: last.total }]
    if (!last.passed) return [{ scenario, reason: 'failed', figure: last.total }]
    const share = classShare(last)
    if (share < CLASS_TARGET_PERCENT) return [{ scenario, reason: 'class', figure: share }]
    if (known.due <= now)
      return [{ scenario, reason: 'due', figure: Math.floor((now - last.at) / DAY_MS) }]
    return []
  })
  return found.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason))
}
