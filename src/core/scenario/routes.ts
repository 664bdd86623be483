import { EVENT, type Walk } from './explore.ts'

/** Ways through a walk, in words. */

/** How a state is reached soonest: one word or two a step. */
export function routeTo(walk: Walk, state: number): readonly string[] {
  const steps: string[] = []
  for (let at = state; at > 0; at = walk.parents[at] ?? 0)
    steps.push(stepName(walk, walk.causes[at] ?? 0))
  return steps.reverse()
}

const PLAIN: Readonly<Record<number, string>> = {
  [EVENT.answer]: 'answer',
  [EVENT.giveUp]: 'nobody answers',
  [EVENT.silence]: 'silence',
  [EVENT.hold]: 'hold',
  [EVENT.resume]: 'resume',
  [EVENT.heldOn]: 'held on',
  [EVENT.hangUp]: 'hang up',
  [EVENT.callBack]: 'call back',
  [EVENT.pickUp]: 'they pick up',
  [EVENT.noAnswer]: 'no answer',
  [EVENT.lose]: 'line lost',
}

function stepName({ stepper, world }: Walk, cause: number): string {
  const kind = cause & 15
  const index = cause >> 4
  const { script } = stepper.model
  switch (kind) {
    case EVENT.say:
      return `say ${script.replies[index]?.id ?? ''}`
    case EVENT.interrupt:
      return `interrupt with ${script.replies[index]?.id ?? ''}`
    case EVENT.world:
      return world.events[index]?.event.key ?? ''
    case EVENT.later:
      return `then ${script.reactions[index]?.id ?? ''}`
    case EVENT.clock:
      return `clock ${(stepper.model.clocks[index]?.ticks ?? 0) / 10} s`
    default:
      return PLAIN[kind] ?? ''
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
