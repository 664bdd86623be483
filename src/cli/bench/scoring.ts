import { trial } from '../../core/robots/trial.ts'
import { score } from '../../core/scoring/score.ts'
import type { ScoringInput } from '../../core/scoring/yardstick.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { inTurn, rate } from './meter.ts'
import { type Bench, row } from './row.ts'
import { nth, robotMix } from './stages.ts'

interface Played {
  readonly header: Header
  readonly journal: readonly Entry[]
  readonly input: ScoringInput
  readonly text: string
}

/**
 * Scoring alone: finished attempts of all robots over all variants, in memory, scored again and again. The peer is
 * reading the same journals from JSON, the least that anybody must do to judge a stored attempt.
 */
export const scoring: Bench = {
  name: 'scoring',
  run: async () => {
    const played = robotMix().map(({ robot, stage, ground }, n): Played => {
      const { header, journal } = trial(robot, stage, ground, `bench-${n}`)
      const { script, rolled } = stage
      return {
        header,
        journal,
        input: { ...ground, script, rolled },
        text: JSON.stringify(journal),
      }
    })
    const { ours, peer } = await inTurn(
      7,
      () =>
        rate((n) => {
          const { header, journal, input } = nth(played, n)
          score(header, journal, input)
        }, 800),
      () => rate((n) => JSON.parse(nth(played, n).text), 400),
      3,
    )
    return [row('scoring alone', 'attempts/s', ours, peer, 'JSON.parse of the same journals')]
  },
}
