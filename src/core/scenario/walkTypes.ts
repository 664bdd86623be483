import type { MReply } from './modelTypes.ts'
import type { Packing, StateTable } from './packing.ts'
import type { Stepper } from './step.ts'
import type { World } from './world.ts'

/** What a walk goes by and what it finds. */

/** What happened between two states, as one number: kind + argument · 16. */
export const EVENT = {
  answer: 0,
  giveUp: 1,
  say: 2,
  interrupt: 3,
  silence: 4,
  hold: 5,
  resume: 6,
  heldOn: 7,
  hangUp: 8,
  callBack: 9,
  pickUp: 10,
  noAnswer: 11,
  lose: 12,
  world: 13,
  later: 14,
  clock: 15,
} as const

export interface Walk {
  readonly states: number
  readonly transitions: number
  /** False if a bound stopped it. */
  readonly whole: boolean
  readonly stepper: Stepper
  readonly packing: Packing
  readonly table: StateTable
  readonly world: World
  /** By state: earliest tick, where it was reached from (-1: the start), and by what. */
  readonly ticks: Int32Array
  readonly parents: Int32Array
  readonly causes: Int32Array
  /** Successors of state s, hanging up left out, from edgeStart[s] to edgeStart[s] + edgeCount[s]. */
  readonly edges: Int32Array
  /** Facts revealed on the way that states don't keep, by edge: bits of facts. */
  readonly reveals: Int32Array
  readonly edgeStart: Int32Array
  readonly edgeCount: Int32Array
  /** Earliest state in which each node was current, a reply offered, an ending reached; -1: never. */
  readonly nodeAt: Int32Array
  readonly replyAt: Int32Array
  readonly endingAt: Int32Array
  /** Earliest tick at which the call was over in each node; -1: never. And the step that ended it: from where, by what. */
  readonly overAt: Int32Array
  readonly overFrom: Int32Array
  readonly overBy: Int32Array
  /** Earliest tick at which each fact (by its bit) was known; -1: never. And the step that told it: from where, by what. */
  readonly factAt: Int32Array
  readonly factFrom: Int32Array
  readonly factBy: Int32Array
}

/** What the walk shows each state on the way, before its events. */
export interface Visitor {
  /** A state with the line up, and the replies that it offers. */
  offers(state: number, node: number, offered: readonly MReply[]): void
  /** An offered reply none of whose branches fits. */
  nowhere(state: number, reply: MReply): void
  ended(state: number, ending: number, known: number): void
}

export interface Bounds {
  /** States at most. */
  readonly states: number
  /** Asked now and then: is there time left? */
  readonly goOn: () => boolean
}
