import { draw, sha256 } from '../scenario/hash.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Work } from '../scenario/work.ts'
import { ENGINE_VERSION, type Header } from '../sim/attempt.ts'
import type { Entry } from '../sim/journal.ts'
import { Session } from '../sim/session.ts'
import { playSkilled } from './skilled.ts'
import { stageFor, type TrialGround } from './trial.ts'

/** Whole terms of robot trainees at the real simulation, for demonstrations and for tests of the review's figures. */

export interface CohortScenario {
  readonly scenario: Scenario
  /** SHA-256 of the file's text. */
  readonly hash: string
  readonly ground: TrialGround
  /** Its answers can be learned by heart: whoever has worked it once is nearly perfect at it. For tests of the leak's finder. */
  readonly leaks?: boolean
}

export interface CohortPlan {
  readonly seed: string
  readonly trainees: number
  /** Attempts of each. */
  readonly attempts: number
  /** The first day, ms since 1970, and how many days it all lasts. */
  readonly from: number
  readonly days: number
  /** The trainees come in so many terms of equal length, one after the other; missing: in one. */
  readonly terms?: number
  readonly scenarios: readonly CohortScenario[]
  /** Do they learn while they practise? */
  readonly learning: boolean
  /** Skills before the term, spread evenly between these two; missing: from 0 to 1. */
  readonly skills?: readonly [number, number]
}

export interface CohortTrainee {
  readonly id: string
  readonly name: string
  readonly badge: string
  readonly skill: number
  /** The first day of their term, ms since 1970. */
  readonly begins: number
}

export interface CohortAttempt {
  readonly header: Header
  readonly entries: readonly Entry[]
  readonly stage: ReturnType<typeof stageFor>
  readonly ground: TrialGround
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const STEMS = '甲乙丙丁戊己庚辛壬癸'
/** Attempts after which half of what can be learned is learned (own). */
const LEARNING = 14
/** How much of what is lacking a term can mend (own). */
const LEARNABLE = 0.55

/** A UUIDv7-shaped id of that moment, the same for the same name. */
export function idFor(at: number, name: string): string {
  const hex = sha256(name)
  const time = Math.floor(at).toString(16).padStart(12, '0').slice(-12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

/** The robots of a plan. Their names are plainly no persons': 演甲01, 演乙02 … */
export function cohortTrainees(plan: CohortPlan): readonly CohortTrainee[] {
  const { trainees, seed, from, days, terms = 1 } = plan
  const [low, high] = plan.skills ?? [0, 1]
  return Array.from({ length: trainees }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return {
      id: idFor(from, `${seed}/trainee/${index}`),
      name: `演${STEMS[index % STEMS.length] ?? '甲'}${number}`,
      badge: `D${String(index + 1).padStart(4, '0')}`,
      skill: low + (high - low) * (trainees < 2 ? 0.5 : index / (trainees - 1)),
      begins: from + Math.floor((Math.floor((index * terms) / trainees) * days) / terms) * DAY_MS,
    }
  })
}

/** Plays the whole term, trainee by trainee, pausing after each call. `each` gets every attempt as it is finished. */
export function* playCohort(
  plan: CohortPlan,
  each: (attempt: CohortAttempt, trainee: CohortTrainee) => void,
): Work<void> {
  for (const trainee of cohortTrainees(plan)) {
    const seen = new Set<string>()
    for (let k = 0; k < plan.attempts; k += 1) {
      const chosen = pick(plan, trainee, k)
      if (!chosen) return
      each(play(plan, trainee, chosen, k, seen), trainee)
      seen.add(chosen.scenario.id)
      yield
    }
  }
}

/** Each works all scenarios round after round, every round in an order of its own. */
function pick(plan: CohortPlan, trainee: CohortTrainee, k: number): CohortScenario | undefined {
  const { scenarios, seed } = plan
  const round = Math.floor(k / Math.max(1, scenarios.length))
  const place = ({ scenario }: CohortScenario): number =>
    draw(seed, `${trainee.id}/${round}/${scenario.id}`, 1_000_000)
  return scenarios.toSorted((a, b) => place(a) - place(b))[k % Math.max(1, scenarios.length)]
}

function play(
  plan: CohortPlan,
  trainee: CohortTrainee,
  { scenario, hash, ground, leaks }: CohortScenario,
  k: number,
  seen: ReadonlySet<string>,
): CohortAttempt {
  const seed = `${plan.seed}-${trainee.badge}-${k}`
  const stage = stageFor(scenario, ground, seed)
  const { days, terms = 1 } = plan
  const day = Math.floor((k * days) / terms / plan.attempts)
  const time = 9 * HOUR_MS + draw(seed, 'cohort/time', 8 * HOUR_MS) + (k % 3) * 1000
  const at = trainee.begins + day * DAY_MS + time
  const learned = plan.learning ? (LEARNABLE * k) / (k + LEARNING) : 0
  const level = trainee.skill + (1 - trainee.skill) * learned
  const header: Header = {
    id: idFor(at, `${seed}/attempt`),
    scenario: { id: scenario.id, version: scenario.version, hash },
    engine: ENGINE_VERSION,
    seed,
    mode: k % 5 === 4 ? 'exam' : 'practice',
    lang: 'zh',
    trainee: { id: trainee.id, name: trainee.name, badge: trainee.badge },
    startedAt: at,
    demo: true,
  }
  const session = new Session({
    script: stage.script,
    rolled: stage.rolled,
    atlas: ground.atlas,
    header,
  })
  const knows = leaks === true && seen.has(scenario.id)
  playSkilled({ level: knows ? Math.max(level, 0.97) : level }, session)
  return { header, entries: session.journal, stage, ground }
}
