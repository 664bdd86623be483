import { readFileSync } from 'node:fs'
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { type Stage, stagesOf, type TrialGround } from '../../core/robots/trial.ts'
import { diagnose } from '../../core/scenario/diagnose.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { walkVariant } from '../../core/scenario/walk.ts'
import { whole } from '../../core/scenario/work.ts'
import { type Call, isOffered } from '../../core/sim/call.ts'
import { callMachine } from '../../core/sim/machine.ts'
import { ContentError, groundFor, loadContent, SCENARIOS, scenarioFiles } from '../content.ts'
import { inTurn, median, processorMs } from './meter.ts'
import { type Bench, type Row, row } from './row.ts'

const PEER = 'xstate/graph getShortestPaths'

/**
 * The checker's walk beside xstate/graph's shortest paths on the very machine that plays the scenario, as states per
 * second: each whole, or as far as it comes in the time given. The peer is told the events that can happen in a state
 * and what tells two states apart; what it needs to put paths together after a cut is not counted. Then, for each
 * shipped scenario, the time that checking the file takes with the whole space of every variant; the peer's is what it
 * would take for as many states at its rate on that scenario's machine.
 */
export const checker: Bench = {
  name: 'checker',
  run: async () => {
    const content = loadContent()
    const rows: Row[] = []
    for (const file of scenarioFiles([SCENARIOS])) {
      const source = readFileSync(file, 'utf8')
      const parsed = parseScenario(source)
      if (!parsed.ok) throw new ContentError(`${file} does not parse`)
      const { scenario } = parsed
      const ground = groundFor(content, scenario.city)
      const [stage] = ground ? stagesOf(scenario, ground) : []
      if (!ground || !stage) throw new ContentError(`no city ${scenario.city}`)
      const walk = await inTurn(
        3,
        () => walksPerSecond(stage, ground),
        () => pathsPerSecond(stage),
      )
      const checks = Array.from({ length: 5 }, () => check(source, ground))
      const ms = median(checks.map((done) => done.ms))
      const { states = 0 } = checks[0] ?? {}
      rows.push(
        row(`checker: states of ${scenario.id}, walked`, 'states/s', walk.ours, walk.peer, PEER),
        row(
          `checker: ${scenario.id} checked, whole space`,
          'ms',
          ms,
          (states * 1000) / walk.peer,
          `${PEER}, at its rate`,
        ),
      )
    }
    return rows
  },
}

/** One walk of ours takes far less than this, ms of processor time; the peer's is cut off. */
const BUDGET_MS = 1000

function walksPerSecond(stage: Stage, ground: TrialGround): number {
  let states = 0
  const from = processorMs()
  let spent = 0
  while (spent < BUDGET_MS / 2) {
    const bounds = { states: Number.POSITIVE_INFINITY, goOn: () => true }
    const walk = whole(walkVariant(stage.rolled, ground, bounds, ''))
    states += walk.states
    spent = processorMs() - from
  }
  return (states * 1000) / spent
}

/** Thrown to stop the peer, which knows no time limit. */
class TimeOver extends Error {}

function pathsPerSecond({ script }: Stage): number {
  // by its general type: xstate's own delay events aren't in the vocabulary
  const machine: AnyStateMachine = callMachine(script)
  const from = processorMs()
  let spent = 0
  let states = 0
  try {
    getShortestPaths(machine, {
      input: { script, lang: 'zh', clock: { now: 0 } },
      events: (snapshot) => {
        spent = processorMs() - from
        if (spent > BUDGET_MS) throw new TimeOver()
        states += 1
        return eventsIn(snapshot)
      },
      serializeState: (snapshot) => JSON.stringify([snapshot.value, essence(snapshot.context)]),
    })
    spent = processorMs() - from
  } catch (error) {
    if (!(error instanceof TimeOver)) throw error
  }
  return (states * 1000) / spent
}

/** What tells two states apart, apart from where the regions stand: not the journal, not the time. */
function essence({ mind, node, up, silences, done, armed, ending }: Call): unknown {
  return [mind, node, up, silences, done, armed, ending]
}

/** Events that the machine only ever sends to itself. */
const INNER = /^(?:over|cut|lost|picked-up\.\d+)$|\*/

/** What can happen next: all that the current states listen to, replies and delayed reactions only if it is their turn. */
function eventsIn(snapshot: AnyMachineSnapshot): AnyEventObject[] {
  const call: Call = snapshot.context
  const types = new Set(snapshot._nodes.flatMap((node) => node.ownEvents))
  const events: AnyEventObject[] = []
  for (const type of types) {
    if (INNER.test(type)) continue
    const [, kind, index] = /^(say|later)\.(\d+)$/.exec(type) ?? []
    const n = Number(index)
    if (kind === 'say') {
      const reply = call.script.replies[n]
      if (call.up && reply && isOffered(call, reply))
        events.push({ type, interrupts: false }, { type, interrupts: true })
    } else if (kind !== 'later' || (call.armed & (1 << n)) !== 0) events.push({ type })
  }
  return events
}

/** Checks a file as `npm run scenario -- check` does, its robots left out. Ms of processor time, states of all variants. */
function check(source: string, ground: TrialGround): { ms: number; states: number } {
  const from = processorMs()
  const { ok, states } = diagnose(source, { groundOf: () => ground })
  const ms = processorMs() - from
  if (!ok) throw new ContentError('a shipped scenario does not pass its check')
  return { ms, states }
}
