import { getShortestPaths } from 'xstate/graph'
import { explore } from '../../core/scenario/explore.ts'
import { prepare } from '../../core/scenario/prepare.ts'
import { rollVariant, variants } from '../../core/scenario/roll.ts'
import type { Script } from '../../core/scenario/script.ts'
import type { Call } from '../../core/sim/call.ts'
import { callMachine } from '../../core/sim/machine.ts'
import type { CallEvent } from '../../core/sim/vocabulary.ts'
import { ContentError, groundFor, loadContent, shippedScenarios } from '../content.ts'
import { inTurn, processorMs } from './meter.ts'
import { type Bench, row } from './row.ts'

/** States that the peer is given to find; it would take minutes over all. */
const PEER_STATES = 1500
/** No clock: the walk sends what would fall due as events. */
const stopped = { now: 0 }

/**
 * The checker's walk: every state of every variant of the shipped scenarios with a shortest way to it, per second of one
 * core; beside it what xstate/graph's shortest paths make of the very same call machines.
 */
export const checker: Bench = {
  name: 'checker',
  run: async () => {
    const content = loadContent()
    const scenarios = shippedScenarios().map((scenario) => {
      const ground = groundFor(content, scenario.city)
      if (!ground) throw new ContentError(`no city ${scenario.city}`)
      const ready = variants(scenario).map((variant) =>
        prepare(
          rollVariant(scenario, variant, 'bench', (id) => ground.atlas.place(id)?.name),
          ground,
        ),
      )
      return { id: scenario.id, ready }
    })
    const bounds = { states: 5_000_000, goOn: () => true }
    const visitor = { offers() {}, nowhere() {}, ended() {} }
    const walk = (ready: (typeof scenarios)[number]['ready']): { states: number; ms: number } => {
      const from = processorMs()
      let states = 0
      for (const { model, world, keep } of ready)
        states += explore(model, world, keep, bounds, visitor).states
      return { states, ms: processorMs() - from }
    }
    const longest = new Map<string, number[]>()
    const { ours, peer } = await inTurn(
      5,
      () => {
        let states = 0
        let ms = 0
        for (const { id, ready } of scenarios) {
          const one = walk(ready)
          states += one.states
          ms += one.ms
          longest.set(id, [...(longest.get(id) ?? []), one.ms])
        }
        return (states * 1000) / ms
      },
      () => {
        const from = processorMs()
        let states = 0
        for (const { ready } of scenarios) {
          const script = ready[0]?.model.script
          if (script) states += shortestPaths(script)
        }
        return (states * 1000) / (processorMs() - from)
      },
    )
    return [
      row(
        'checker: states with shortest ways',
        'states/s',
        ours,
        peer,
        'xstate/graph getShortestPaths',
      ),
      ...scenarios.map(({ id }) =>
        row(`checker: ${id}, whole`, 'ms', Math.min(...(longest.get(id) ?? [0])), 1000, 'the bar'),
      ),
    ]
  },
}

/** How many states xstate/graph finds shortest paths to, of as many as it is given. */
function shortestPaths(script: Script): number {
  let found = 0
  const paths = getShortestPaths(callMachine(script), {
    input: { script, lang: 'zh', clock: stopped },
    events: ({ context, value }) =>
      found < PEER_STATES ? eventsIn(script, context, lineOf(value)) : [],
    serializeState: ({ context, value }) => {
      const { mind, silences, done, armed, node, ending } = context
      return JSON.stringify([value, node, mind, silences, done, armed, ending])
    },
    serializeEvent: (event) => JSON.stringify(event),
    stopWhen: () => {
      found += 1
      return found > PEER_STATES
    },
    limit: Number.POSITIVE_INFINITY,
  })
  return paths.length
}

const lineOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'line' in value ? String(value.line) : ''

/** What may happen next, as the walk has it. */
function eventsIn(script: Script, call: Call, line: string): CallEvent[] {
  const after = (ms: number, state: string): CallEvent => ({
    type: `xstate.after.${ms}.${script.id}.${state}`,
  })
  if (line === 'ringing') return [{ type: 'answer' }, after(script.line.waits, 'line.ringing')]
  if (line === 'over') return []
  const events: CallEvent[] = []
  if (line === 'dropped')
    events.push({ type: 'call-back' }, after(script.line.droppedFor, 'line.dropped'))
  for (const [i, { rings }] of script.callbacks.entries())
    if (line === `calling-${i}`) events.push(after(rings, `line.calling-${i}`))
  if (line === 'up') {
    for (const reply of script.nodes[call.node]?.replies ?? [])
      for (const interrupts of [false, true]) events.push({ type: `say.${reply}`, interrupts })
    events.push({ type: 'silence' }, { type: 'hang-up' })
  }
  for (const { on } of script.reactions)
    if (on.kind === 'event')
      for (const key of on.keys)
        if (!key.startsWith('trainee.')) events.push({ type: `happened.${key}` })
  return events
}
