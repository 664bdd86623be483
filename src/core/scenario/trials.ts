import { ROBOTS, type RobotId } from '../robots/robots.ts'
import { playing, type RobotRow, type TrialGround } from '../robots/trial.ts'
import type { Finder } from './finder.ts'
import type { Scenario } from './schema.ts'
import type { Work } from './work.ts'

/** Robots as a part of the check: their scores must order habits as people would. */

/** The best path must reach this in every variant, without a red line. */
const BEST = 95
/** Careless habits must stay below this on average, and the silent robot below the other, always. */
const CARELESS_MEAN = 60
const SILENT_MOST = 20

/** Those that must fail. `careful` is only there to be compared with. */
const CARELESS: readonly RobotId[] = [
  'random',
  'silent',
  'always-first',
  'always-longest',
  'always-l1',
  'hasty',
]

/** Plays every robot `runs` times at least (each variant once) and reports what is out of order. */
export function* checkRobots(
  scenario: Scenario,
  ground: TrialGround,
  runs: number,
  finder: Finder,
): Work<readonly RobotRow[]> {
  const rows: RobotRow[] = []
  for (const robot of ROBOTS) rows.push(yield* playing(robot, scenario, ground, runs))
  const row = (robot: RobotId): RobotRow | undefined => rows.find((one) => one.robot === robot)
  const path = ['key']
  const best = row('best')
  if (best && best.score.min < BEST)
    finder.add(
      'SC070',
      path,
      `最佳路线最低只得 ${best.score.min} 分，应不低于 ${BEST} 分。`,
      `The best path scores as little as ${best.score.min}; it must reach ${BEST}.`,
    )
  if (best && best.redLineRate > 0)
    finder.add(
      'SC071',
      path,
      `最佳路线在 ${percent(best.redLineRate)} 的练习里跨了红线。`,
      `The best path crosses a red line in ${percent(best.redLineRate)} of its calls.`,
    )
  for (const robot of CARELESS) {
    const one = row(robot)
    if (!one) continue
    const { mean, max } = one.score
    if (one.passes > 0)
      finder.add(
        'SC072',
        path,
        `机器人 ${robot} 在 ${one.runs} 次里及格了 ${one.passes} 次。`,
        `The robot '${robot}' passes ${one.passes} of ${one.runs} calls.`,
        { about: robot },
      )
    if (mean >= CARELESS_MEAN)
      finder.add(
        'SC073',
        path,
        `机器人 ${robot} 平均 ${mean} 分，应低于 ${CARELESS_MEAN} 分。`,
        `The robot '${robot}' averages ${mean}; it must stay below ${CARELESS_MEAN}.`,
        { about: robot },
      )
    else if (robot === 'silent' && max >= SILENT_MOST)
      finder.add(
        'SC073',
        path,
        `一言不发也能得 ${max} 分，应低于 ${SILENT_MOST} 分。`,
        `Saying nothing scores up to ${max}; it must stay below ${SILENT_MOST}.`,
        { about: robot },
      )
  }
  const hasty = row('hasty')
  const careful = row('careful')
  if (hasty && careful && hasty.score.mean > careful.score.mean)
    finder.add(
      'SC074',
      path,
      `抢话的平均 ${hasty.score.mean} 分，听完再说的才 ${careful.score.mean} 分。`,
      `Haste averages ${hasty.score.mean}, the same choices made with care only ${careful.score.mean}.`,
    )
  return rows
}

const percent = (rate: number): string => `${Math.round(rate * 100)}%`
