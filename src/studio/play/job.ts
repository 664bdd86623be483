import { atlasOf } from '../../core/city/atlas.ts'
import { readPlan } from '../../core/plan/plan.ts'
import { planFromRoute } from '../../core/plan/route.ts'
import { type PlanResult, runPlan } from '../../core/plan/run.ts'
import type { TrialGround } from '../../core/robots/trial.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { Answer, PlanRow, PlayGround, Question } from './protocol.ts'

/** The playing thread without the thread. */
export class PlayJob {
  #ground: TrialGround | null = null
  #text: string | null = null
  #scenario: Scenario | null = null

  stand({ taxonomy, rubric, city }: PlayGround): void {
    this.#ground = { taxonomy, rubric, atlas: atlasOf(city) }
  }

  answer(question: Question): Answer {
    const ground = this.#ground
    const scenario = this.#read(question.text)
    if (!ground || !scenario) return null
    switch (question.kind) {
      case 'play': {
        const { plan } = question
        return {
          kind: 'played',
          arrives: true,
          played: { plan, result: runPlan(scenario, ground, plan) },
        }
      }
      case 'route': {
        const { title, route, goal } = question
        const { plan, arrives } = planFromRoute(title, route, goal, scenario, ground)
        // what is said on arrival is heard before anything is done
        const heard = { ...plan, steps: [...plan.steps, { wait: 'quiet' as const }] }
        return {
          kind: 'played',
          arrives,
          played: { plan: heard, result: runPlan(scenario, ground, heard) },
        }
      }
      case 'plans':
        return {
          kind: 'rows',
          rows: question.files.map(([path, text]) => rowOf(path, text, scenario, ground)),
        }
    }
  }

  /** The text's scenario; parsed once. */
  #read(text: string): Scenario | null {
    if (text !== this.#text) {
      const parsed = parseScenario(text)
      this.#text = text
      this.#scenario = parsed.ok ? parsed.scenario : null
    }
    return this.#scenario
  }
}

function rowOf(path: string, text: string, scenario: Scenario, ground: TrialGround): PlanRow {
  const read = readPlan(text)
  if (!read.ok) {
    const [first] = read.problems
    const why = first?.message ?? { zh: '读不懂', en: "It can't be read" }
    return { path, plan: null, ok: false, fault: { step: null, why } }
  }
  const result = runPlan(scenario, ground, read.value)
  return { path, plan: read.value, ok: result.ok, fault: firstFault(result) }
}

/** The first thing that is wrong with a play. */
function firstFault({ trail, failedAt, faults }: PlanResult): PlanRow['fault'] {
  for (const { step, faults: own } of trail) if (own[0]) return { step: step + 1, why: own[0] }
  if (failedAt) return { step: failedAt.step + 1, why: failedAt.why }
  return faults[0] ? { step: null, why: faults[0] } : null
}
