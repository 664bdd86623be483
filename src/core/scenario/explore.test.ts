import { describe, expect, test } from 'vitest'
import { groundFor, loadContent, shippedScenarios } from '../../cli/content.ts'
import { randomCommand } from '../robots/random.ts'
import { play, type RobotId } from '../robots/robots.ts'
import { ENGINE_VERSION } from '../sim/engine.ts'
import { LONGEST_MS, Session } from '../sim/session.ts'
import { gridAtlas } from '../testing/atlas.ts'
import { scenarioFrom } from '../testing/drive.ts'
import { CALLING, DROPPED, NOBODY, OVER, RINGING, UP } from './callState.ts'
import { explore } from './explore.ts'
import { draw } from './hash.ts'
import { prepare } from './prepare.ts'
import { rollVariant, type Variant, variants } from './roll.ts'
import type { Scenario } from './schema.ts'
import type { Walk } from './walkTypes.ts'

/**
 * What really happens in calls must be among what the walk has found: robots and chance play whole sessions, and every
 * state that they come to is looked up. This holds what the walk leaves out or takes for the same to account.
 */

const content = loadContent()
const bounds = { states: 2_000_000, goOn: () => true }
const visitor = { offers() {}, nowhere() {}, ended() {} }

interface Ready {
  readonly walk: Walk
  readonly session: (seed: string) => Session
}

function ready(scenario: Scenario, variant: Variant): Ready {
  const ground = groundFor(content, scenario.city) ?? {
    atlas: gridAtlas,
    rubric: content.rubric,
    taxonomy: content.taxonomy,
  }
  const rolled = rollVariant(scenario, variant, 'walk', (id) => ground.atlas.place(id)?.name)
  const { model, world, keep } = prepare(rolled, ground)
  const walk = explore(model, world, keep, bounds, visitor)
  return {
    walk,
    session: (seed) =>
      new Session({
        script: model.script,
        rolled,
        atlas: ground.atlas,
        header: {
          id: '01940000-0000-7000-8000-000000000000',
          scenario: { id: scenario.id, version: 1, hash: '0'.repeat(64) },
          engine: ENGINE_VERSION,
          seed,
          mode: 'practice',
          lang: 'zh',
          trainee: { id: 't', name: 'T', badge: '' },
          startedAt: 0,
        },
      }),
  }
}

const remap = (mask: number, bits: readonly number[]): number =>
  bits.reduce((result, bit, index) => (mask & (1 << index) ? result | (1 << bit) : result), 0)

/** Is the state that this session is in among those of the walk? Says which if not. */
function missing({ stepper, packing, table, world }: Walk, session: Session): string | null {
  const { call } = session
  const { model } = stepper
  const { script } = model
  const { mind } = call
  const state = session.view().line.state
  stepper.reset()
  stepper.node = call.node
  ;[stepper.trust, stepper.arousal, stepper.patience] = mind.moods
  stepper.known = remap(mind.known, model.factBit)
  stepper.flags = remap(mind.flags, model.flagBit)
  for (const reply of model.replies) {
    if (reply.bit < 0) continue
    const said = (mind.said[Math.floor(reply.index / 30)] ?? 0) & (1 << (reply.index % 30))
    const word = Math.floor(reply.bit / 30)
    if (said) stepper.said[word] = (stepper.said[word] ?? 0) | (1 << (reply.bit % 30))
  }
  stepper.silences = Math.min(call.silences, model.silences)
  for (const reaction of model.reactions) {
    if (call.done & (1 << reaction.index)) stepper.done |= reaction.bit
    if (call.armed & (1 << reaction.index)) stepper.armed |= reaction.delay
  }
  const key = new Int32Array(packing.words)
  const found = (bits: number): boolean => {
    packing.pack(stepper, bits, key)
    return table.find(key) >= 0
  }
  const lines = ((): number[] => {
    switch (state) {
      case 'ringing':
        return [RINGING]
      case 'up':
        return [UP]
      // which of the hold's triggers have passed can't be seen from outside
      case 'held':
        return [UP, ...Array.from({ length: model.holds.length + 1 }, (_, i) => stepper.held + i)]
      case 'dropped':
        return [DROPPED]
      case 'calling-back':
        return [NOBODY, ...model.callbacks.map((_, i) => CALLING + i)]
      default:
        return [OVER]
    }
  })()
  if (call.ending !== null) stepper.ending = model.endings.indexOf(call.ending)
  const { armed } = stepper
  // neither can which delays still run, which partners joined, and how many clock triggers have passed
  for (const line of lines)
    for (let pending = armed; ; pending = (pending - 1) & armed) {
      for (let phase = 0; phase <= model.clocks.length; phase += 1)
        for (let bits = 0; bits < 1 << world.bits; bits += 1) {
          stepper.line = line
          stepper.pending = pending
          stepper.phase = phase
          if (found(bits)) return null
        }
      if (pending === 0) break
    }
  return JSON.stringify({
    state,
    node: script.nodes[call.node]?.id,
    ending: call.ending,
    moods: mind.moods,
    known: script.facts.filter(({ mask }) => mind.known & mask).map(({ id }) => id),
    flags: script.flags.filter((_, i) => mind.flags & (1 << i)),
    done: script.reactions.filter(({ index }) => call.done & (1 << index)).map(({ id }) => id),
    silences: call.silences,
  })
}

/** Looks the session's state up after every entry that it writes. */
function watch(walk: Walk, session: Session): string[] {
  const lost: string[] = []
  session.subscribe(() => {
    if (lost.length > 0 || session.finished) return
    const where = missing(walk, session)
    if (where !== null) lost.push(where)
  })
  return lost
}

/** Anything that a trainee might do, but for knowing the place before anybody told. */
function wander(session: Session, seed: string): void {
  session.dispatch({ do: 'answer' }, 2000)
  for (let step = 0; step < 150 && !session.finished; step += 1) {
    const chance = (name: string, below: number): number => draw(seed, `${step}/${name}`, below)
    const offered = session.offered()
    const talk = offered[chance('reply', Math.max(1, offered.length))] ?? null
    const command = randomCommand(session, talk, chance)
    if (command.do === 'set' && command.change.field === 'location') continue
    session.dispatch(command, session.now + 300 + chance('pause', 9000))
  }
  session.advanceTo(LONGEST_MS)
}

const scenarios = [...shippedScenarios(), scenarioFrom()]
const robots: readonly RobotId[] = ['best', 'hasty', 'always-first', 'always-l1', 'silent']

describe('every state of a call is one that the walk has found', () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
    for (const variant of variants(scenario)) {
      const { walk, session } = ready(scenario, variant)
      expect(walk.whole).toBe(true)
      for (const robot of robots) {
        const played = session(`robot-${robot}`)
        const lost = watch(walk, played)
        play(robot, played)
        expect(lost, robot).toEqual([])
      }
      for (let run = 0; run < 24; run += 1) {
        const played = session(`run-${run}`)
        const lost = watch(walk, played)
        wander(played, `wander-${run}`)
        expect(lost, `run-${run}`).toEqual([])
      }
    }
  })
})
