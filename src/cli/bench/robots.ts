import { createActor, createMachine } from 'xstate'
import { trial } from '../../core/robots/trial.ts'
import { inTurn, rate } from './meter.ts'
import { type Bench, row } from './row.ts'
import { nth, robotMix } from './stages.ts'

/**
 * Whole calls by robots, from the first ring through the real XState session to the scorecard: all robots over all
 * variants of the shipped scenarios, per second of one core. For scale beside it, how many transitions a second a bare
 * XState actor makes of a machine with three parallel regions and nothing in them.
 */
export const robots: Bench = {
  name: 'robots',
  run: async () => {
    const mix = robotMix()
    const region = (flip: string, flop: string) => ({
      initial: 'a',
      states: { a: { on: { [flip]: 'b' } }, b: { on: { [flop]: 'a' } } },
    })
    const bare = createMachine({
      type: 'parallel',
      states: { line: region('0', '1'), talk: region('1', '2'), response: region('2', '0') },
    })
    const events = ['0', '1', '2'].map((type) => ({ type }))
    let calls = 0
    const { ours, peer } = await inTurn(
      7,
      () =>
        rate(() => {
          const { robot, stage, ground } = nth(mix, calls)
          trial(robot, stage, ground, `bench-${calls}`)
          calls += 1
        }, 1200),
      () => {
        const actor = createActor(bare).start()
        return rate((n) => actor.send(nth(events, n)), 400)
      },
      3,
    )
    return [row('robots: whole calls, scored', 'calls/s', ours, peer, 'bare XState transitions/s')]
  },
}
