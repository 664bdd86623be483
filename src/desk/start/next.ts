/**
 * What to practise next, and why. The rule is our own, after the suggested course of the rubric: repeats at 1, 3, 7 and
 * 21 days, weighted to what the trainee gets wrong. Pure: the same results and the same day give the same answer.
 */
import { CLASS_TARGET_PERCENT } from '../../core/scoring/summarise.ts'
import { groupBy } from './groupBy.ts'
import type { Trial } from './history.ts'

/** Days until a call is due again after 1, 2, 3 and more clean days in a row (rubric, suggested course; basis: own). */
export const SPACING_DAYS = [1, 3, 7, 21] as const
/** A dimension below this share of its points was missed (basis: own). */
const WEAK_PERCENT = 60
/** A goal whose calls come to less on average is weak: the pass mark (rubric, basis: own). */
const GOAL_PERCENT = 80
/** How far back mistakes count, in attempts. */
const RECENT = 10
/** How many attempts a reason shows one by one. */
const PIPS = 4
/** How many reasons are given. */
const REASONS = 3

/** Attempts one by one, oldest first, and whether it went wrong. */
export type Pips = readonly Pip[]

export interface Pip {
  readonly attempt: string
  readonly wrong: boolean
}

export type Reason =
  | { readonly kind: 'new' }
  | { readonly kind: 'red-line'; readonly count: number }
  | { readonly kind: 'failed'; readonly total: number }
  /** Top classes: what it was, and what it was most often taken for. */
  | {
      readonly kind: 'class'
      readonly right: string
      readonly given: string
      readonly pips: Pips
    }
  | { readonly kind: 'dimension'; readonly id: string; readonly pips: Pips }
  /** A goal that this call teaches and whose other calls went badly; mean of their totals. */
  | { readonly kind: 'goal'; readonly goal: string; readonly mean: number }
  /** `ago`: days since it was last worked; `interval`: the days it should rest. */
  | { readonly kind: 'due'; readonly ago: number; readonly interval: number }
  | { readonly kind: 'later'; readonly inDays: number }

export type Group = 'due' | 'new' | 'later'

export interface Suggestion {
  readonly scenario: string
  readonly group: Group
  /** The strongest first, at most three. */
  readonly reasons: readonly Reason[]
}

/** What the rule reads of a scenario. */
export interface Practisable {
  readonly id: string
  readonly level: number
  readonly goals: readonly { readonly id: string }[]
}

export interface NextInput {
  /** In the order of the list, which decides among equals. */
  readonly scenarios: readonly Practisable[]
  /** Newest first. */
  readonly trials: readonly Trial[]
  /** The number of today, and of the day of a moment. */
  readonly today: number
  readonly dayOf: (ms: number) => number
}

interface Weighed extends Suggestion {
  readonly weight: number
}

const top = (id: string): string => id.split('.')[0] ?? id

/** All scenarios, the one to practise next first: what is due, then what is new, then the rest by when it is due. */
export function suggest(input: NextInput): readonly Suggestion[] {
  const byScenario = groupBy(input.trials, ({ scenario }) => scenario)
  return input.scenarios
    .map((scenario): Weighed => {
      const own = byScenario.get(scenario.id) ?? []
      return own.length === 0 ? unknown(scenario, input) : known(scenario.id, own, input)
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ scenario, group, reasons }) => ({
      scenario,
      group,
      reasons: reasons.slice(0, REASONS),
    }))
}

/** When it is due: the streak of clean days sets the rest; a day that was not clean, or coached, begins again. */
export function spacing(
  own: readonly Trial[],
  dayOf: (ms: number) => number,
): { readonly last: number; readonly interval: number } {
  const days = groupBy(own, ({ at }) => dayOf(at))
  const inOrder = [...days.keys()].toSorted((a, b) => b - a)
  let streak = 0
  for (const day of inOrder) {
    const [latest] = days.get(day) ?? []
    if (!latest || !isClean(latest)) break
    streak += 1
  }
  const step = Math.max(0, Math.min(streak, SPACING_DAYS.length) - 1)
  return { last: inOrder[0] ?? 0, interval: SPACING_DAYS[step] ?? 1 }
}

function isClean({ counts, passed, redLines, classPoints, classMax }: Trial): boolean {
  return (
    counts &&
    passed &&
    redLines.length === 0 &&
    classPoints * 100 >= classMax * CLASS_TARGET_PERCENT
  )
}

function known(scenario: string, own: readonly Trial[], input: NextInput): Weighed {
  const { last, interval } = spacing(own, input.dayOf)
  const ago = input.today - last
  const isDue = ago >= interval
  const [latest] = own
  const mistaken = confusion(own, input.trials)
  const weak = weakest(own, mistaken !== null)
  const reasons: Reason[] = []
  let weight = 0
  if (latest && latest.redLines.length > 0) {
    reasons.push({ kind: 'red-line', count: latest.redLines.length })
    weight += 200
  } else if (latest && !latest.passed) {
    reasons.push({ kind: 'failed', total: latest.total })
    weight += 100
  }
  for (const found of [mistaken, weak]) {
    if (!found) continue
    reasons.push(found)
    const wrong = found.pips.filter((pip) => pip.wrong).length
    weight += Math.floor(((found.kind === 'class' ? 90 : 60) * wrong) / found.pips.length)
  }
  if (!isDue)
    return {
      scenario,
      group: 'later',
      // what rests is never before what is new
      weight: weight - 1000 - 10 * (interval - ago),
      reasons: [...reasons.slice(0, REASONS - 1), { kind: 'later', inDays: interval - ago }],
    }
  return {
    scenario,
    group: 'due',
    weight: weight + 1000 + 10 * Math.min(ago - interval, 30),
    // that it is due is always said
    reasons: [...reasons.slice(0, REASONS - 1), { kind: 'due', ago, interval }],
  }
}

/** A call never worked: the easier first, and those that teach what goes badly elsewhere. */
function unknown({ id, level, goals }: Practisable, { scenarios, trials }: NextInput): Weighed {
  const recent = trials.slice(0, RECENT)
  let weakGoal: { goal: string; mean: number } | null = null
  for (const { id: goal } of goals) {
    const teaching = new Set(
      scenarios.filter((one) => one.goals.some((other) => other.id === goal)).map((one) => one.id),
    )
    const totals = recent.filter(({ scenario }) => teaching.has(scenario))
    if (totals.length === 0) continue
    const mean = Math.floor(totals.reduce((sum, { total }) => sum + total, 0) / totals.length)
    if (mean < GOAL_PERCENT && (weakGoal === null || mean < weakGoal.mean))
      weakGoal = { goal, mean }
  }
  const reasons: Reason[] = [{ kind: 'new' }]
  if (weakGoal) reasons.push({ kind: 'goal', ...weakGoal })
  const lacking = weakGoal ? GOAL_PERCENT - weakGoal.mean : 0
  return { scenario: id, group: 'new', reasons, weight: 500 - 100 * level + lacking }
}

/** The class of this call (as the trainee's own debriefs told it) that is most often taken for another. */
function confusion(
  own: readonly Trial[],
  trials: readonly Trial[],
): (Reason & { kind: 'class' }) | null {
  const classes = new Set(own.flatMap(({ choice }) => (choice ? [top(choice.right.class)] : [])))
  let worst: (Reason & { kind: 'class' }) | null = null
  let most = 0
  for (const right of classes) {
    const taken = trials.slice(0, RECENT).flatMap(({ attempt, choice }) => {
      if (choice === null || top(choice.right.class) !== right) return []
      const given = choice.class === null ? '' : top(choice.class)
      return [{ attempt, given, wrong: given !== right }]
    })
    const wrong = taken.filter((one) => one.wrong).map(({ given }) => given)
    if (wrong.length <= most) continue
    most = wrong.length
    worst = { kind: 'class', right, given: commonest(wrong), pips: pipsOf(taken) }
  }
  // what went wrong long ago, and right ever since, is mended
  return worst?.pips.some((pip) => pip.wrong) ? worst : null
}

/** The dimension that is missed most often in this call. */
function weakest(
  own: readonly Trial[],
  withoutClass: boolean,
): (Reason & { kind: 'dimension' }) | null {
  const judged = own.slice(0, RECENT).filter(({ dims }) => dims.length > 0)
  let worst: (Reason & { kind: 'dimension' }) | null = null
  let most = 0
  for (const { id } of judged[0]?.dims ?? []) {
    if (withoutClass && id === 'D1') continue
    const pips = pipsOf(
      judged.map(({ attempt, dims }) => {
        const dim = dims.find((one) => one.id === id)
        return { attempt, wrong: dim !== undefined && dim.points * 100 < dim.max * WEAK_PERCENT }
      }),
    )
    const missed = pips.filter((pip) => pip.wrong).length
    if (missed <= most) continue
    most = missed
    worst = { kind: 'dimension', id, pips }
  }
  return worst
}

/** From newest first to the last few, oldest first. */
function pipsOf(newestFirst: readonly Pip[]): Pips {
  return newestFirst
    .slice(0, PIPS)
    .map(({ attempt, wrong }) => ({ attempt, wrong }))
    .toReversed()
}

function commonest(words: readonly string[]): string {
  const counts = groupBy(words, (word) => word)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}
