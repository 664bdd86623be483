import { ROBOTS, type RobotId } from '../../core/robots/robots.ts'
import { type Stage, stagesOf, type TrialGround } from '../../core/robots/trial.ts'
import { ContentError, groundFor, loadContent, shippedScenarios } from '../content.ts'

/** One robot at one variant of a shipped scenario. */
export interface Job {
  readonly robot: RobotId
  readonly stage: Stage
  readonly ground: TrialGround
}

/** Every robot at every variant of the four shipped scenarios, the scenarios and robots taking turns. */
export function robotMix(): readonly Job[] {
  const content = loadContent()
  const scenarios = shippedScenarios().map((scenario) => {
    const ground = groundFor(content, scenario.city)
    if (!ground) throw new ContentError(`no city ${scenario.city}`)
    return { ground, stages: stagesOf(scenario, ground) }
  })
  const most = Math.max(...scenarios.map(({ stages }) => stages.length))
  const jobs: Job[] = []
  for (let turn = 0; turn < most; turn += 1)
    for (const robot of ROBOTS)
      for (const { ground, stages } of scenarios) {
        const stage = stages[turn % stages.length]
        if (stage) jobs.push({ robot, stage, ground })
      }
  return jobs
}

/** The nth of a list that goes on for ever. */
export function nth<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length]
  if (item === undefined) throw new RangeError('an empty list')
  return item
}
