import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadContent, shippedScenarios } from '../../cli/content.ts'
import { NO_ANSWER_MS } from '../sim/machine.ts'
import { gridAtlas } from '../testing/atlas.ts'
import { scenarioFrom } from '../testing/drive.ts'
import { MachineDriver } from '../testing/machineDriver.ts'
import { CALLING, DROPPED, NOBODY, OVER, RINGING, UP } from './callState.ts'
import { compile } from './compile.ts'
import { buildModel } from './model.ts'
import { rollVariant, variants } from './roll.ts'
import type { Script } from './script.ts'
import { Stepper } from './step.ts'

/** The proof's own step and the XState machine, side by side: the same events must lead to the same place. */

const content = loadContent()
const scenarios = [...shippedScenarios(), scenarioFrom()]
const scripts = scenarios.flatMap((scenario) => {
  const atlas = content.atlas(scenario.city) ?? gridAtlas
  return variants(scenario).map((variant) =>
    compile(rollVariant(scenario, variant, 'step', (id) => atlas.place(id)?.name)),
  )
})

/** Plays one random sequence on both; returns where they part, or null. */
function compare(script: Script, draws: readonly number[]): string | null {
  const model = buildModel(script, { exact: true, asked: [], facts: 0 })
  const stepper = new Stepper(model)
  const machine = new MachineDriver(script)
  const keys = [...model.events.keys()].filter((key) => !/^(trainee|line|held)\./.test(key))
  const slotReplies = script.replies.filter(({ slot }) => slot >= 0)
  const times = slotTimes(script)
  const trail: string[] = []
  let turn = 0
  for (const draw of draws) {
    const act = possible(stepper, script, keys)
    if (act.length === 0) break
    const chosen = act[draw % act.length]
    if (!chosen) break
    turn += 1
    machine.pass(((draw >>> 8) % 7) * 9000)
    // the step is told how old what was said is; the machine knows
    for (const { slot } of slotReplies) {
      const at = machine.call.mind.saidAt[slot] ?? -1
      const age = machine.call.clock.now - at
      const list = times[slot] ?? []
      const rank = list.findIndex((ms) => age <= ms)
      stepper.ages[slot] = at < 0 ? 127 : rank < 0 ? list.length : rank
    }
    trail.push(chosen.name)
    chosen.run(stepper, machine)
    const [ours, theirs] = [inWords(stepper, script), machineWords(machine, script)]
    if (ours !== theirs) return `${trail.join(' → ')}\n step:    ${ours}\n machine: ${theirs}`
  }
  return turn > 0 ? null : 'nothing could be done'
}

interface Act {
  readonly name: string
  readonly run: (stepper: Stepper, machine: MachineDriver) => void
}

function possible(stepper: Stepper, script: Script, keys: readonly string[]): Act[] {
  const { model, line, node } = stepper
  const acts: Act[] = []
  const act = (name: string, run: Act['run']): void => {
    acts.push({ name, run })
  }
  if (line === OVER) return acts
  if (line === RINGING) {
    act('answer', (s, m) => {
      s.answer()
      m.send({ type: 'answer' })
    })
    act('give up', (s, m) => {
      s.giveUp()
      m.elapse(script.line.waits, 'line.ringing')
    })
    return acts
  }
  if (line === DROPPED) {
    act('call back', (s, m) => {
      s.callBack()
      m.send({ type: 'call-back' })
    })
    act('lose', (s, m) => {
      s.lose()
      m.elapse(script.line.droppedFor, 'line.dropped')
    })
  } else if (line === NOBODY) {
    act('no answer', (s, m) => {
      s.noAnswer()
      m.elapse(NO_ANSWER_MS, 'line.calling-nobody')
    })
  } else if (line >= CALLING && line < stepper.held) {
    const callback = line - CALLING
    act('pick up', (s, m) => {
      s.pickUp()
      m.elapse(script.callbacks[callback]?.rings ?? 0, `line.calling-${callback}`)
    })
  } else {
    for (const reply of line === UP ? (model.nodes[node]?.replies ?? []) : []) {
      if (!stepper.isOffered(reply)) continue
      for (const interrupts of [false, true])
        act(`say ${script.replies[reply.index]?.id}${interrupts ? '!' : ''}`, (s, m) => {
          const before = new Stepper(model)
          before.copy(s)
          if (!s.say(reply, interrupts)) s.copy(before)
          m.send({ type: `say.${reply.index}`, interrupts })
        })
    }
    act('silence', (s, m) => {
      s.silence()
      m.send({ type: 'silence' })
    })
    if (line === UP)
      act('hold', (s, m) => {
        s.hold()
        m.send({ type: 'hold' })
      })
    else {
      act('resume', (s, m) => {
        s.resume()
        m.send({ type: 'resume' })
      })
      const due = model.holds[line - stepper.held]
      if (due)
        act(due.event.key, (s, m) => {
          s.heldOn()
          m.send({ type: `happened.${due.event.key}` })
        })
    }
    // a call that ends early tells little
    if (stepper.done % 3 === 0)
      act('hang up', (s, m) => {
        s.hangUp()
        m.send({ type: 'hang-up' })
      })
  }
  if (node < 0) return acts
  for (const key of keys) {
    const event = model.events.get(key)
    if (event)
      act(key, (s, m) => {
        s.happen(event)
        m.send({ type: `happened.${key}` })
      })
  }
  for (const reaction of model.reactions)
    if ((stepper.pending & reaction.delay) !== 0)
      act(`later ${script.reactions[reaction.index]?.id}`, (s, m) => {
        s.later(reaction)
        m.send({ type: `later.${reaction.index}` })
      })
  const clock = clockTimes(script)[stepper.phase]
  if (clock !== undefined)
    act(`clock ${clock}`, (s, m) => {
      s.tick()
      m.elapse(clock, 'talk.call')
    })
  return acts
}

function clockTimes(script: Script): number[] {
  const times = script.reactions.flatMap(({ on, after }) =>
    on.kind === 'clock' ? [on.ms + after] : [],
  )
  return [...new Set(times)].sort((a, b) => a - b)
}

/** Times that `within` asks about, by slot, shortest first. */
function slotTimes(script: Script): number[][] {
  const times: number[][] = Array.from({ length: script.slots }, () => [])
  for (const cond of script.conditions.values()) {
    if (!cond.within) continue
    const list = times[cond.within.slot]
    if (list && !list.includes(cond.within.ms)) list.push(cond.within.ms)
  }
  for (const list of times) list.sort((a, b) => a - b)
  return times
}

const bitsOf = (mask: number, bits: readonly number[]): number[] =>
  bits.flatMap((bit, index) => (mask & (1 << bit) ? [index] : []))

function inWords(s: Stepper, script: Script): string {
  const { model } = s
  const over = s.line === OVER
  return JSON.stringify({
    line: s.isHeld
      ? 'held'
      : s.line >= CALLING
        ? `calling-${s.line - CALLING}`
        : ['ringing', 'up', 'dropped', 'calling-nobody', 'over'][s.line],
    node: script.nodes[s.node]?.id ?? null,
    moods: [s.trust, s.arousal, s.patience],
    known: bitsOf(s.known, model.factBit),
    flags: bitsOf(s.flags, model.flagBit),
    ending: over ? (model.endings[s.ending] ?? null) : null,
    silences: over ? 0 : s.silences,
    done: script.reactions
      .filter(({ index }) => s.done & (model.reactions[index]?.bit ?? 0))
      .map(({ id }) => id),
    said: script.replies
      .filter(({ index }) => s.wasSaid(model.replies[index]?.bit ?? 0))
      .map(({ id }) => id),
  })
}

function machineWords(machine: MachineDriver, script: Script): string {
  const { call, line } = machine
  const over = line === 'over'
  const list = (mask: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => mask & (1 << index))
  return JSON.stringify({
    line,
    node: script.nodes[call.node]?.id ?? null,
    moods: call.mind.moods,
    known: list(call.mind.known, script.facts.length),
    flags: list(call.mind.flags, script.flags.length),
    ending: call.ending,
    silences: over ? 0 : call.silences,
    done: script.reactions.filter(({ index }) => call.done & (1 << index)).map(({ id }) => id),
    said: script.replies
      .filter(({ index }) => (call.mind.said[Math.floor(index / 30)] ?? 0) & (1 << (index % 30)))
      .map(({ id }) => id),
  })
}

describe("the proof's own step", () => {
  test('goes where the call machine goes, on every scenario and variant', () => {
    fc.assert(
      fc.property(
        fc.nat(scripts.length - 1),
        fc.array(fc.nat(0x7fffffff), { minLength: 5, maxLength: 60 }),
        (which, draws) => {
          const script = scripts[which]
          if (script) expect(compare(script, draws)).toBe(null)
        },
      ),
      { numRuns: 400 },
    )
  })
})
