/** What a trainee's stored attempts say, without opening a journal. */
import { type Result, summarise } from '../../core/scoring/summarise.ts'
import type { Mode } from '../../core/sim/attempt.ts'
import type { AttemptResult, StoredAttempt } from '../../storage/ports.ts'

/** A finished and scored attempt. */
export interface Trial extends Result {
  readonly mode: Mode
  /** Worked from the first ring to the end without hints: only these are held against the targets. */
  readonly counts: boolean
  readonly choice: NonNullable<AttemptResult['choice']> | null
  readonly dims: NonNullable<AttemptResult['dims']>
}

/** The finished attempts with a result, newest first; robots' demonstrations are left out. */
export function trialsOf(stored: readonly StoredAttempt[]): readonly Trial[] {
  return stored
    .flatMap(({ header, status, result }): Trial[] => {
      if (status !== 'finished' || result === null || header.demo) return []
      const { total, classPoints, classMax, passed, redLines, firstDispatchMs } = result
      return [
        {
          attempt: header.id,
          scenario: header.scenario.id,
          at: header.startedAt,
          mode: header.mode,
          counts: header.mode !== 'coaching' && header.from === undefined,
          total,
          classPoints,
          classMax,
          passed,
          redLines,
          firstDispatchMs,
          choice: result.choice ?? null,
          dims: result.dims ?? [],
        },
      ]
    })
    .toSorted((a, b) => b.at - a.at || (a.attempt < b.attempt ? 1 : -1))
}

/** The figures of the profile. Those over the last ten leave coaching and calls taken up again out. */
export interface Figures {
  readonly count: number
  /** Over how many attempts the three below are taken: at most ten. */
  readonly over: number
  /** Share of the class points, whole percent; null without any. */
  readonly classPercent: number | null
  /** Median time to the first dispatch in calls with a risk to life, ms. */
  readonly firstDispatchMs: number | null
  /** Risks to life that were put too low; null if the results don't tell. */
  readonly underTriage: number | null
}

const RECENT = 10

/** Was a risk to life put too low, or not put anywhere? */
export function underTriaged({ choice }: Trial): boolean {
  return choice?.right.priority === 'L1' && (choice.triage === null || choice.triage < 0)
}

export function figuresOf(trials: readonly Trial[]): Figures {
  const recent = trials.filter(({ counts }) => counts).slice(0, RECENT)
  const grave = recent.filter(({ choice }) => choice?.right.priority === 'L1')
  const told = recent.some(({ choice }) => choice !== null)
  const { classPercent, classOver } = summarise(recent)
  return {
    count: trials.length,
    over: classOver,
    classPercent,
    firstDispatchMs: summarise(grave).firstDispatchMs,
    underTriage: told ? recent.filter(underTriaged).length : null,
  }
}

/** Last and best by scenario, all modes. */
export interface Record {
  readonly last: Trial
  /** Highest share of the class points, whole percent. */
  readonly bestClass: number
}

export function recordsOf(trials: readonly Trial[]): ReadonlyMap<string, Record> {
  const { scenarios } = summarise(trials)
  const records = new Map<string, Record>()
  for (const trial of trials) {
    const known = scenarios.get(trial.scenario)
    if (known && !records.has(trial.scenario))
      records.set(trial.scenario, { last: trial, bestClass: known.bestClass })
  }
  return records
}
