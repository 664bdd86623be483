import { compile } from '../scenario/compile.ts'
import type { Language } from '../scenario/primitives.ts'
import { drawVariant, type Rolled, rollVariant, type Variant, variants } from '../scenario/roll.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Script } from '../scenario/script.ts'
import { type Work, whole } from '../scenario/work.ts'
import type { Rubric } from '../scoring/rubric.ts'
import { score } from '../scoring/score.ts'
import type { Scorecard } from '../scoring/scorecard.ts'
import type { Atlas } from '../sim/atlas.ts'
import { ENGINE_VERSION, type Header } from '../sim/attempt.ts'
import type { Entry } from '../sim/journal.ts'
import { Session } from '../sim/session.ts'
import type { Taxonomy } from '../taxonomy/taxonomy.ts'
import { play, type RobotId } from './robots.ts'

/** Whole calls by robots, scored: for the checker, the bench, and demo data. */

export interface TrialGround {
  readonly atlas: Atlas
  readonly rubric: Rubric
  readonly taxonomy: Taxonomy
}

/** A variant ready to play. */
export interface Stage {
  readonly rolled: Rolled
  readonly script: Script
  readonly variant: Variant
}

const staged = new WeakMap<
  Scenario,
  { readonly ground: TrialGround; readonly stages: readonly Stage[] }
>()

/** All variants that differ in structure, and each drawn value once. Compiled once for a scenario and ground. */
export function stagesOf(scenario: Scenario, ground: TrialGround): readonly Stage[] {
  const known = staged.get(scenario)
  if (known?.ground === ground) return known.stages
  const stages = variants(scenario, true).map((variant) => {
    const rolled = rollVariant(scenario, variant, 'trial', (id) => ground.atlas.place(id)?.name)
    return { rolled, script: compile(rolled), variant }
  })
  staged.set(scenario, { ground, stages })
  return stages
}

const drawn = new WeakMap<
  Scenario,
  { readonly ground: TrialGround; readonly stages: Map<string, Stage> }
>()

/**
 * The variant that a seed draws, ready to play. Each variant is compiled once for a scenario and ground; the seed stays
 * the attempt's own, since more than the variant is drawn by it: where a cell's mast stands.
 */
export function stageFor(scenario: Scenario, ground: TrialGround, seed: string): Stage {
  let known = drawn.get(scenario)
  if (known?.ground !== ground) {
    known = { ground, stages: new Map() }
    drawn.set(scenario, known)
  }
  const variant = drawVariant(scenario, seed)
  const key = JSON.stringify(variant)
  const made = known.stages.get(key)
  if (made) return { ...made, rolled: { ...made.rolled, seed } }
  const rolled = rollVariant(scenario, variant, seed, (id) => ground.atlas.place(id)?.name)
  const stage = { rolled, script: compile(rolled), variant }
  known.stages.set(key, stage)
  return stage
}

export interface Trial {
  readonly card: Scorecard
  readonly journal: readonly Entry[]
  readonly header: Header
}

/** One call. The seed moves sign-in times and, for some robots, their choices. */
export function trial(
  robot: RobotId,
  stage: Stage,
  ground: TrialGround,
  seed: string,
  lang: Language = 'zh',
): Trial {
  const { scenario } = stage.rolled
  const header: Header = {
    id: '00000000-0000-7000-8000-000000000000',
    scenario: { id: scenario.id, version: scenario.version, hash: '0'.repeat(64) },
    engine: ENGINE_VERSION,
    seed,
    mode: 'practice',
    lang,
    trainee: { id: `robot-${robot}`, name: robot, badge: '' },
    startedAt: 0,
    demo: true,
  }
  const session = new Session({
    script: stage.script,
    rolled: stage.rolled,
    atlas: ground.atlas,
    header,
  })
  play(robot, session)
  return {
    card: score(header, session.journal, { ...ground, script: stage.script, rolled: stage.rolled }),
    journal: session.journal,
    header,
  }
}

export interface RobotRow {
  readonly scenario: string
  readonly robot: RobotId
  readonly runs: number
  readonly score: { readonly mean: number; readonly min: number; readonly max: number }
  /** Share of runs that crossed a red line, 0–1, in thousandths. */
  readonly redLineRate: number
  readonly passes: number
  readonly endings: Readonly<Record<string, number>>
}

/** A robot's runs over all variants, `runs` seeds spread among them. */
export function robotRow(
  robot: RobotId,
  scenario: Scenario,
  ground: TrialGround,
  runs: number,
): RobotRow {
  return whole(playing(robot, scenario, ground, runs))
}

/** The same, with a pause after each call. */
export function* playing(
  robot: RobotId,
  scenario: Scenario,
  ground: TrialGround,
  runs: number,
): Work<RobotRow> {
  const stages = stagesOf(scenario, ground)
  const count = Math.max(runs, stages.length)
  let sum = 0
  let min = 100
  let max = 0
  let red = 0
  let passes = 0
  const endings: Record<string, number> = {}
  for (let i = 0; i < count; i += 1) {
    const stage = stages[i % stages.length]
    if (!stage) continue
    const { card } = trial(robot, stage, ground, `run-${i}`)
    const total = card.total ?? 0
    sum += total
    min = Math.min(min, total)
    max = Math.max(max, total)
    if (card.redLines.length > 0) red += 1
    if (card.passed) passes += 1
    const ending = card.ending ?? 'none'
    endings[ending] = (endings[ending] ?? 0) + 1
    yield
  }
  return {
    scenario: scenario.id,
    robot,
    runs: count,
    score: { mean: Math.round((sum * 10) / count) / 10, min, max },
    redLineRate: Math.round((red * 1000) / count) / 1000,
    passes,
    endings,
  }
}
