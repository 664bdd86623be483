import { TICK_MS } from './modelTypes.ts'
import type { RouteAct, Traced } from './proof/route.ts'
import { stateAfter } from './redo.ts'
import { EVENT, type Walk } from './walkTypes.ts'

/** Ways through a walk. */

/** How a state is reached soonest. */
export function routeTo(walk: Walk, state: number): readonly Traced[] {
  const steps: Traced[] = []
  for (let at = state; at > 0; at = walk.parents[at] ?? 0)
    steps.push(stepOf(walk, walk.parents[at] ?? 0, walk.causes[at] ?? 0, walk.ticks[at] ?? 0))
  return steps.reverse()
}

/** One step more: from a state, by something that happens, done at that tick. */
export function routeBy(walk: Walk, from: number, cause: number, tick: number): readonly Traced[] {
  return [...routeTo(walk, from), stepOf(walk, from, cause, tick)]
}

function stepOf(walk: Walk, from: number, cause: number, tick: number): Traced {
  const act = actOf(walk, from, cause)
  const { node, model } = stateAfter(walk, from, cause)
  return { act, at: tick * TICK_MS, node: model.script.nodes[node]?.id ?? null }
}

const PLAIN = {
  [EVENT.answer]: 'answer',
  [EVENT.giveUp]: 'give-up',
  [EVENT.hold]: 'hold',
  [EVENT.resume]: 'resume',
  [EVENT.hangUp]: 'hang-up',
  [EVENT.callBack]: 'call-back',
  [EVENT.pickUp]: 'picked-up',
  [EVENT.noAnswer]: 'no-answer',
  [EVENT.lose]: 'lost',
} as const

const isPlain = (kind: number): kind is keyof typeof PLAIN => kind in PLAIN

function actOf({ stepper, world, packing, table }: Walk, from: number, cause: number): RouteAct {
  const kind = cause & 15
  const index = cause >> 4
  const { model } = stepper
  const { script } = model
  if (isPlain(kind)) return { kind: PLAIN[kind] }
  switch (kind) {
    case EVENT.say:
    case EVENT.interrupt:
      return {
        kind: 'say',
        reply: script.replies[index]?.id ?? '',
        interrupts: kind === EVENT.interrupt,
      }
    case EVENT.world:
      return happening(world.events[index]?.event.key ?? '')
    case EVENT.later:
      return { kind: 'later', reaction: script.reactions[index]?.id ?? '' }
    case EVENT.clock:
      return { kind: 'clock', ms: (model.clocks[index]?.ticks ?? 0) * TICK_MS }
  }
  packing.unpack(table.keys, from * packing.words, stepper)
  if (kind === EVENT.heldOn)
    return {
      kind: 'held',
      ms: (model.holds[stepper.line - stepper.held]?.ticks ?? 0) * TICK_MS,
    }
  return { kind: 'silence', ms: (model.nodes[stepper.node]?.silence.ticks ?? 0) * TICK_MS }
}

/** An event of the world by its key, e.g. `arrived.patrol.right`. */
function happening(key: string): RouteAct {
  const [what, subject = '', how] = key.split('.')
  switch (what) {
    case 'sent':
      return { kind: what, unit: subject }
    case 'arrived':
      return { kind: what, unit: subject, place: how === 'wrong' ? 'wrong' : 'right' }
    case 'bridged':
      return { kind: what, partner: subject, announced: how === 'announced' }
    case 'transferred':
      return { kind: what, partner: subject, asked: how === 'asked' }
    default:
      return { kind: 'told', partner: subject }
  }
}

/** States from which no ending can be reached except by hanging up. 1: stuck. */
export function stuckStates(
  { states, edges, edgeStart, edgeCount, table, packing, stepper }: Walk,
  over: number,
): Uint8Array {
  const stuck = new Uint8Array(states).fill(1)
  for (let state = 0; state < states; state += 1) {
    packing.unpack(table.keys, state * packing.words, stepper)
    if (stepper.line === over) stuck[state] = 0
  }
  // later states mostly lead on to later ones, so that going backwards settles nearly all at once
  for (let changed = true; changed; ) {
    changed = false
    for (let state = states - 1; state >= 0; state -= 1) {
      if (stuck[state] === 0) continue
      const start = edgeStart[state] ?? 0
      const end = start + (edgeCount[state] ?? 0)
      for (let edge = start; edge < end; edge += 1)
        if (stuck[edges[edge] ?? 0] === 0) {
          stuck[state] = 0
          changed = true
          break
        }
    }
  }
  return stuck
}

/** The soonest of the wanted states that can be reached without the fact of this bit being revealed; -1: none can. */
export function reachedWithout(
  { states, edges, edgeStart, edgeCount, reveals }: Walk,
  bit: number,
  wanted: Uint8Array,
): number {
  const seen = new Uint8Array(states)
  const open = new Int32Array(states)
  let head = 0
  let tail = 1
  seen[0] = 1
  for (; head < tail; head += 1) {
    const state = open[head] ?? 0
    if (wanted[state] === 1) return state
    const start = edgeStart[state] ?? 0
    const end = start + (edgeCount[state] ?? 0)
    for (let edge = start; edge < end; edge += 1) {
      const next = edges[edge] ?? 0
      if (seen[next] === 1 || ((reveals[edge] ?? 0) & bit) !== 0) continue
      seen[next] = 1
      open[tail] = next
      tail += 1
    }
  }
  return -1
}
