import type { Fx, Script, ScriptReaction } from '../scenario/script.ts'
import { freshCall } from './call.ts'
import { vocabulary } from './vocabulary.ts'

/**
 * The call machine: a rolled scenario compiled to XState. Three regions run side by side: the line (ringing, up, held,
 * dropped, …), the talk (one state a node) and the response (quiet, sent, arrived).
 */

/** How long it rings before one gives up calling back, ms (own figure). */
export const NO_ANSWER_MS = 15_000

type Action =
  | { type: 'say'; params: { reply: number } }
  | { type: 'enter'; params: { node: number } }
  | { type: 'react' | 'arm' | 'disarm'; params: { reaction: number } }
  | { type: 'note' | 'forget'; params: { key: string } }
  | { type: 'happen'; params: { key: string; delay: number } }
  | { type: 'end'; params: { ending: string } }
  | { type: 'fallSilent' | 'listen' | 'cut' | 'over' | 'lose' }

type Guard =
  | { type: 'says'; params: { reply: number; branch: number } }
  | { type: 'reacts'; params: { reaction: number; branch: number; turned: boolean } }
  | { type: 'turned'; params: { reaction: number } }
  | { type: 'quiets'; params: { node: number; branch: number } }

interface Step {
  guard?: Guard
  target?: string
  reenter?: boolean
  actions: Action[]
}

const nodeId = (index: number): string => `#node-${index}`

/**
 * The transitions of a step that does `actions` and then whatever its effects lead to. A reply may lead back into its own
 * node, which must then be entered anew; a reaction must not, since that would restart the clock of the whole call.
 */
function leading(
  fx: Fx,
  reenter: boolean,
  stays: Action[],
  actions: Action[],
  guard: (branch: number) => Guard,
): Step[] {
  const all: Action[] = fx.drops ? [...actions, { type: 'cut' }] : actions
  if (fx.end !== null) {
    return [
      {
        guard: guard(-1),
        target: '#ended',
        actions: [...all, { type: 'end', params: { ending: fx.end } }],
      },
    ]
  }
  if (fx.goto.length === 0) return [{ guard: guard(-1), actions: [...all, ...stays] }]
  return fx.goto.map((branch, at) => ({
    guard: guard(at),
    target: nodeId(branch.to),
    reenter,
    actions: all,
  }))
}

function reacting(reaction: ScriptReaction, turned: boolean): Step[] {
  const stays: Action[] = reaction.lines.length > 0 ? [{ type: 'listen' }] : []
  const actions: Action[] = [{ type: 'react', params: { reaction: reaction.index } }]
  return leading(reaction.fx, false, stays, actions, (branch) => ({
    type: 'reacts',
    params: { reaction: reaction.index, branch, turned },
  }))
}

/** Puts actions before those that each step has. */
const after = (first: Action[], steps: Step[]): Step[] =>
  steps.map((step) => ({ ...step, actions: [...first, ...step.actions] }))

/** What happens wherever the talk stands, by event. */
function reactions(script: Script) {
  const byKey = new Map<string, ScriptReaction[]>()
  for (const key of script.eventFlags.keys()) byKey.set(key, [])
  for (const reaction of script.reactions) {
    if (reaction.on.kind === 'event')
      for (const key of reaction.on.keys) byKey.set(key, [...(byKey.get(key) ?? []), reaction])
  }
  const on: Record<string, Step[]> = {}
  for (const [key, list] of byKey) {
    // delayed reactions are all set; of the immediate ones the first that fits runs
    const first: Action[] = [
      { type: 'note', params: { key } },
      ...list
        .filter((reaction) => reaction.after > 0)
        .map((reaction): Action => ({ type: 'arm', params: { reaction: reaction.index } })),
    ]
    const now = list
      .filter((reaction) => reaction.after === 0)
      .flatMap((reaction) => reacting(reaction, false))
    const name = key.startsWith('trainee.') ? key.slice('trainee.'.length) : `happened.${key}`
    on[name] = [...after(first, now), { actions: first }]
  }
  const clock: Record<number, Step[]> = {}
  const turned: Step[] = []
  for (const reaction of script.reactions) {
    if (reaction.on.kind === 'clock') {
      const due = reaction.on.ms + reaction.after
      clock[due] = [...(clock[due] ?? []), ...reacting(reaction, false)]
    } else if (reaction.on.kind === 'event' || reaction.after > 0) {
      if (reaction.after > 0) {
        const gone: Action = { type: 'disarm', params: { reaction: reaction.index } }
        on[`later.${reaction.index}`] = [
          ...after([gone], reacting(reaction, false)),
          { actions: [gone] },
        ]
      }
      if (reaction.on.kind !== 'event') {
        turned.push({
          guard: { type: 'turned', params: { reaction: reaction.index } },
          actions: [{ type: 'arm', params: { reaction: reaction.index } }],
        })
      }
    } else turned.push(...reacting(reaction, true))
  }
  return { on, clock, turned, keys: [...byKey.keys()] }
}

/** One state a node: entered, it speaks and listens; each reply that it offers is a transition. */
function nodeStates(script: Script) {
  return Object.fromEntries(
    script.nodes.map((node) => {
      const on: Record<string, Step[]> = {}
      for (const index of node.replies) {
        const reply = script.replies[index]
        if (!reply) continue
        on[`say.${index}`] = leading(
          reply.fx,
          true,
          [{ type: 'listen' }],
          [{ type: 'say', params: { reply: index } }],
          (branch) => ({
            type: 'says',
            params: { reply: index, branch },
          }),
        )
      }
      const silent: Action[] = [{ type: 'fallSilent' }]
      const { fx } = node.silence
      if (fx.drops) silent.push({ type: 'cut' })
      on.silence = silenceSteps(node.index, fx, silent)
      const entry: Action[] = [{ type: 'enter', params: { node: node.index } }]
      if (node.end === null)
        return [
          node.id,
          { id: `node-${node.index}`, entry: [...entry, { type: 'listen' as const }], on },
        ]
      const done: Step = {
        target: '#ended',
        actions: [{ type: 'end', params: { ending: node.end } }],
      }
      return [node.id, { id: `node-${node.index}`, entry, always: [done] }]
    }),
  )
}

/** Silence counts only while somebody is there to be silent with; it may lead on, and else goes on. */
function silenceSteps(node: number, fx: Fx, actions: Action[]): Step[] {
  const guard = (branch: number): Guard => ({ type: 'quiets', params: { node, branch } })
  if (fx.end !== null)
    return [
      {
        guard: guard(-1),
        target: '#ended',
        actions: [...actions, { type: 'end', params: { ending: fx.end } }],
      },
    ]
  return [
    ...fx.goto.map((branch, at) => ({
      guard: guard(at),
      target: nodeId(branch.to),
      reenter: true,
      actions,
    })),
    { guard: guard(-1), actions: [...actions, { type: 'listen' }] },
  ]
}

type Config = Omit<Parameters<typeof vocabulary.createMachine>[0], 'context'>

/** What a script's machine is built from: plain data. */
function configOf(script: Script): Config {
  const { on, clock, turned, keys } = reactions(script)
  const holds = keys.filter((key) => key.startsWith('held.'))
  const lost = (ending: string): Step => ({
    target: '#ended',
    actions: [{ type: 'end', params: { ending } }],
  })
  const line = (
    up: boolean,
    tells:
      | 'connected'
      | 'gave-up'
      | 'held'
      | 'resumed'
      | 'dropped'
      | 'calling-back'
      | 'no-answer'
      | 'restored',
  ) => ({ type: 'line', params: { up, tells } }) as const

  return {
    id: script.id,
    type: 'parallel',
    states: {
      line: {
        initial: 'ringing',
        on: { over: '.over' },
        states: {
          ringing: {
            on: { answer: { target: 'up', actions: [line(true, 'connected')] } },
            after: {
              [script.line.waits]: { target: 'dropped', actions: [line(false, 'gave-up')] },
            },
          },
          up: {
            on: {
              hold: { target: 'held', actions: [line(true, 'held')] },
              cut: {
                target: 'dropped',
                actions: [
                  line(false, 'dropped'),
                  { type: 'happen', params: { key: 'line.dropped', delay: 0 } },
                ],
              },
            },
          },
          held: {
            entry: holds.map((key) => ({
              type: 'happen' as const,
              params: { key, delay: Number.parseInt(key.slice('held.'.length), 10) },
            })),
            exit: holds.map((key) => ({ type: 'forget' as const, params: { key } })),
            on: {
              resume: { target: 'up', actions: [line(true, 'resumed')] },
              cut: {
                target: 'dropped',
                actions: [
                  line(false, 'dropped'),
                  { type: 'happen', params: { key: 'line.dropped', delay: 0 } },
                ],
              },
            },
          },
          dropped: {
            after: { [script.line.droppedFor]: { actions: ['lose'] } },
            on: {
              'call-back': [
                ...script.callbacks.map((_, callback) => ({
                  guard: { type: 'picksUp' as const, params: { callback } },
                  target: `calling-${callback}`,
                  actions: [line(false, 'calling-back')],
                })),
                { target: 'calling-nobody', actions: [line(false, 'calling-back')] },
              ],
            },
          },
          ...Object.fromEntries(
            script.callbacks.map((entry, callback) => [
              `calling-${callback}`,
              {
                after: {
                  [entry.rings]: {
                    target: 'up',
                    actions: [
                      line(true, 'restored'),
                      { type: 'pickUp' as const, params: { callback } },
                      { type: 'happen' as const, params: { key: 'line.restored', delay: 0 } },
                    ],
                  },
                },
              },
            ]),
          ),
          'calling-nobody': {
            after: { [NO_ANSWER_MS]: { target: 'dropped', actions: [line(false, 'no-answer')] } },
          },
          over: { type: 'final' },
        },
      },
      talk: {
        initial: 'waiting',
        states: {
          waiting: {
            on: {
              answer: { target: nodeId(script.start) },
              lost: lost(script.line.unanswered),
              ...Object.fromEntries(
                script.callbacks.map((_, callback) => [
                  `picked-up.${callback}`,
                  { target: nodeId(script.start) },
                ]),
              ),
            },
          },
          call: {
            initial: script.nodes[script.start]?.id ?? '',
            on: {
              ...Object.fromEntries(
                script.callbacks.map((entry, callback) => [
                  `picked-up.${callback}`,
                  { target: nodeId(entry.to) },
                ]),
              ),
              lost: lost(script.line.droppedEnd),
              ...on,
              'hang-up': [
                ...(on['hang-up'] ?? []).filter((step) => step.guard),
                lost(script.line.hungUp),
              ],
            },
            after: clock,
            always: turned,
            states: nodeStates(script),
          },
          ended: { id: 'ended', type: 'final', entry: ['over'] },
        },
      },
      response: {
        initial: 'quiet',
        states: {
          quiet: { on: { 'happened.sent.*': 'sent' } },
          sent: { on: { 'happened.arrived.*': 'arrived' } },
          arrived: {},
        },
      },
    },
  }
}

/** Machines by what they were built from, the oldest first. */
const built = new Map<string, ReturnType<typeof build>>()
/** Enough for every shipped scenario with the variants that differ in structure. */
const MOST_BUILT = 128

function build(config: Config) {
  return vocabulary.createMachine({
    ...config,
    context: ({ input }) => freshCall(input.script, input.lang, input.clock),
  })
}

/**
 * The machine of a script. It knows states, times and numbers, no words: variants that differ in words alone share one,
 * with all that XState has worked out for it.
 */
export function callMachine(script: Script) {
  const config = configOf(script)
  const shape = JSON.stringify(config)
  const known = built.get(shape)
  if (known) return known
  const made = build(config)
  built.set(shape, made)
  for (const oldest of built.keys()) {
    if (built.size <= MOST_BUILT) break
    built.delete(oldest)
  }
  return made
}

export type CallMachine = ReturnType<typeof callMachine>
