import type { TrialGround } from '../robots/trial.ts'
import { compile } from '../scenario/compile.ts'
import type { Text } from '../scenario/primitives.ts'
import { drawVariant, type Rolled, rollVariant, type Variant } from '../scenario/roll.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Script } from '../scenario/script.ts'
import { score } from '../scoring/score.ts'
import type { Scorecard } from '../scoring/scorecard.ts'
import { ENGINE_VERSION, type Header } from '../sim/attempt.ts'
import type { Entry } from '../sim/journal.ts'
import { Session } from '../sim/session.ts'
import type { View } from '../sim/view.ts'
import { unmet } from './expect.ts'
import { perform } from './perform.ts'
import type { Plan } from './plan.ts'
import { type Standing, standingOf } from './trail.ts'

/** What became of one step. */
export interface Played {
  readonly step: number
  readonly before: Standing
  readonly after: Standing
  readonly entries: readonly Entry[]
  /** Expectations that don't hold. */
  readonly faults: readonly Text[]
}

export interface PlanResult {
  readonly ok: boolean
  readonly trail: readonly Played[]
  /** Where it can't go on: the step's index (-1: it can't even begin) and why. What came before was played. */
  readonly failedAt: { readonly step: number; readonly why: Text } | null
  /** Expectations at the end that don't hold. */
  readonly faults: readonly Text[]
  readonly ending: string | null
  readonly variant: Variant
  readonly header: Header
  readonly journal: readonly Entry[]
  /** Null if it can't begin. */
  readonly view: View | null
  readonly card: Scorecard | null
}

const scripts = new WeakMap<Scenario, Map<string, { rolled: Rolled; script: Script }>>()

function staged(
  scenario: Scenario,
  variant: Variant,
  seed: string,
  ground: TrialGround,
): { rolled: Rolled; script: Script } {
  const known = scripts.get(scenario) ?? new Map<string, { rolled: Rolled; script: Script }>()
  scripts.set(scenario, known)
  const key = JSON.stringify([seed, ground.atlas.id, variant])
  const stage = known.get(key)
  if (stage) return stage
  const rolled = rollVariant(scenario, variant, seed, (id) => ground.atlas.place(id)?.name)
  const made = { rolled, script: compile(rolled) }
  known.set(key, made)
  return made
}

/** The variant that a plan asks for; the reason if there is none such. */
export function variantOf(scenario: Scenario, plan: Plan): Variant | Text {
  const variant: Record<string, number> = { ...drawVariant(scenario, plan.seed ?? 'plan') }
  for (const [name, wanted] of Object.entries(plan.vary ?? {})) {
    const values = Object.hasOwn(scenario.vary, name) ? (scenario.vary[name] ?? []) : []
    const place = /^#([1-9][0-9]?)$/.exec(String(wanted))?.[1]
    const index =
      place === undefined
        ? values.findIndex((value) => String(value) === String(wanted))
        : Number(place) - 1
    if (values[index] === undefined)
      return {
        zh: `变化 ${name} 里没有“${wanted}”。`,
        en: `The list ${name} of variants has no '${wanted}'.`,
      }
    variant[name] = index
  }
  return variant
}

function headerOf({ id, version }: Scenario, plan: Plan): Header {
  return {
    id: '00000000-0000-7000-8000-000000000000',
    scenario: { id, version, hash: '0'.repeat(64) },
    engine: ENGINE_VERSION,
    seed: plan.seed ?? 'plan',
    mode: 'practice',
    lang: plan.lang ?? 'zh',
    trainee: { id: 'plan', name: 'plan', badge: '' },
    startedAt: 0,
  }
}

/**
 * Plays a plan on the real engine as far as it goes. The same scenario, ground and plan give the same result. A scenario
 * with errors may be played too: what can't be compiled is told as a plan that can't begin.
 */
export function runPlan(scenario: Scenario, ground: TrialGround, plan: Plan): PlanResult {
  const header = headerOf(scenario, plan)
  const no = (why: Text): PlanResult => ({
    ok: false,
    trail: [],
    failedAt: { step: -1, why },
    faults: [],
    ending: null,
    variant: {},
    header,
    journal: [],
    view: null,
    card: null,
  })
  const variant = variantOf(scenario, plan)
  if ('zh' in variant && typeof variant.zh === 'string') return no(variant as Text)
  try {
    return played(scenario, ground, plan, variant as Variant, header)
  } catch (error) {
    // references that lead nowhere: the checker names them, here nothing can be played
    const detail = error instanceof Error ? error.message : String(error)
    return no({
      zh: `脚本还不能运行：${detail}`,
      en: `The scenario can't be played yet: ${detail}`,
    })
  }
}

/** The plan's call before its first step. Throws RollError if the scenario can't be played. */
export function openSession(scenario: Scenario, ground: TrialGround, plan: Plan): Session {
  const header = headerOf(scenario, plan)
  const variant = variantOf(scenario, plan)
  const { rolled, script } = staged(scenario, variant as Variant, header.seed, ground)
  return new Session({ script, rolled, atlas: ground.atlas, header })
}

function played(
  scenario: Scenario,
  ground: TrialGround,
  plan: Plan,
  variant: Variant,
  header: Header,
): PlanResult {
  const { rolled, script } = staged(scenario, variant, header.seed, ground)
  const session = new Session({ script, rolled, atlas: ground.atlas, header })
  const card = () => score(header, session.journal, { ...ground, script, rolled })
  const trail: Played[] = []
  let failedAt: PlanResult['failedAt'] = null
  for (const [index, step] of plan.steps.entries()) {
    const before = trail.at(-1)?.after ?? standingOf(session)
    const first = session.journal.length
    const why = perform(session, step)
    const after = standingOf(session)
    const expected = typeof step === 'string' ? undefined : step.expect
    if (why) {
      failedAt = { step: index, why }
      break
    }
    trail.push({
      step: index,
      before,
      after,
      entries: session.journal.slice(first),
      faults: expected ? unmet(expected, after, card) : [],
    })
  }
  const faults = plan.expect && !failedAt ? unmet(plan.expect, standingOf(session), card) : []
  const ending = session.call.ending
  return {
    ok: !failedAt && faults.length === 0 && trail.every((one) => one.faults.length === 0),
    trail,
    failedAt,
    faults,
    ending,
    variant,
    header,
    journal: session.journal,
    view: session.view(),
    card: ending === null ? null : card(),
  }
}
