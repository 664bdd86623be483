import type { Condition } from './rules.ts'
import type { Script } from './script.ts'

/** A script as the proof's own step reads it: names are numbers, sets are bit masks, times are ticks. Built by model.ts. */

export interface MCond {
  readonly asksMoods: boolean
  readonly t0: number
  readonly t1: number
  readonly a0: number
  readonly a1: number
  readonly p0: number
  readonly p1: number
  readonly known: number
  readonly notKnown: number
  readonly flags: number
  readonly notFlags: number
  /** Bits of `said`; most conditions have none. */
  readonly said: readonly number[] | null
  readonly notSaid: readonly number[] | null
  /** Slot of a reply, or -1; holds while the reply's age is at most `rank`. */
  readonly slot: number
  readonly rank: number
}

export interface MBranch {
  readonly when: MCond | null
  readonly to: number
}

export interface MFx {
  readonly idle: boolean
  readonly trust: number
  readonly arousal: number
  readonly patience: number
  readonly reveals: number
  readonly set: number
  readonly keep: number
  readonly critical: number
  readonly drops: boolean
  /** Index of the ending, or -1. */
  readonly end: number
  readonly goto: readonly MBranch[]
}

export interface MLine {
  readonly index: number
  readonly when: MCond | null
  readonly reveals: number
}

export interface MReply {
  readonly index: number
  readonly when: MCond | null
  readonly again: boolean
  readonly best: boolean
  /** Bit of `said`, or -1 if nothing asks. */
  readonly bit: number
  readonly slot: number
  /** Least time from the first word to the caller's turn, in ticks. */
  readonly ticks: number
  readonly fx: MFx
}

export interface MSilence {
  readonly ticks: number
  readonly lines: readonly MLine[]
  readonly fx: MFx
}

export interface MNode {
  readonly index: number
  readonly lines: readonly MLine[]
  readonly fx: MFx
  readonly silence: MSilence
  readonly replies: readonly MReply[]
  readonly end: number
}

export interface MReaction {
  readonly index: number
  /** Bit of `done`. */
  readonly bit: number
  /** Bit of `armed` and `pending`, 0 if it isn't delayed. */
  readonly delay: number
  readonly ticks: number
  readonly once: boolean
  /** Changes nothing that anybody asks about: when it is set to run later, it might as well have run. */
  readonly inert: boolean
  readonly needsUp: boolean
  readonly when: MCond | null
  readonly lines: readonly MLine[]
  readonly fx: MFx
  /** What it waits for, if it waits for a condition. */
  readonly turns:
    | { readonly kind: 'known' | 'flag'; readonly mask: number }
    | {
        readonly kind: 'mood'
        readonly mood: number
        readonly below: number
        readonly above: number
      }
    | { readonly kind: 'silences'; readonly count: number }
    | null
}

/** Something in the world, by its key, and what it sets off. */
export interface MEvent {
  readonly key: string
  readonly flag: number
  readonly arms: readonly MReaction[]
  readonly now: readonly MReaction[]
}

export interface MClock {
  readonly ticks: number
  readonly reactions: readonly MReaction[]
}

export interface Model {
  readonly script: Script
  readonly nodes: readonly MNode[]
  readonly replies: readonly MReply[]
  readonly reactions: readonly MReaction[]
  readonly turned: readonly MReaction[]
  readonly events: ReadonlyMap<string, MEvent>
  readonly clocks: readonly MClock[]
  /** Hold triggers in order of time, in ticks with their event. */
  readonly holds: readonly { readonly ticks: number; readonly event: MEvent }[]
  readonly callbacks: readonly {
    readonly when: MCond | null
    readonly ticks: number
    readonly to: number
  }[]
  readonly interrupt: MFx
  readonly endings: readonly string[]
  readonly criticals: readonly string[]
  readonly lines: readonly string[]
  readonly unanswered: number
  readonly hungUp: number
  readonly droppedEnd: number
  readonly droppedTicks: number
  readonly waitTicks: number
  /** Number of ages that conditions tell apart, by slot. */
  readonly ages: readonly number[]
  /** Bit of `said` by slot. */
  readonly slotBits: readonly number[]
  /** Bit position by the script's fact, flag and reaction index. */
  readonly factBit: readonly number[]
  readonly flagBit: readonly number[]
  /** Which moods are told apart. */
  readonly moods: readonly [boolean, boolean, boolean]
  readonly min: readonly [number, number, number]
  readonly max: readonly [number, number, number]
  readonly start: readonly [number, number, number]
  readonly facts: number
  readonly flags: number
  readonly done: number
  /** Flags that say that a reaction has run. */
  readonly markers: readonly { readonly flag: number; readonly bit: number }[]
  readonly delayed: number
  readonly said: number
  readonly silences: number
  /** Compiled form of a condition of the world or the key. */
  cond(when: Condition | null | undefined): MCond | null
}

/** A tenth of a second: time's unit in the proof. */
export const TICK_MS = 100
