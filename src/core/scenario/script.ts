import type { Act } from '../taxonomy/vocabulary.ts'
import type { Text } from './primitives.ts'
import type { Condition } from './rules.ts'

/**
 * A rolled scenario compiled for running: names become indices, sets become bit masks. The XState machine, the checker's
 * own step and the robots all read this one form. Built by `compile`.
 */

/** A condition, ready to test. All parts must hold. */
export interface Cond {
  /** Lowest and highest value of trust, arousal, patience. */
  readonly moods: readonly (readonly [min: number, max: number] | null)[]
  readonly known: number
  readonly notKnown: number
  readonly flags: number
  readonly notFlags: number
  readonly said: readonly number[]
  readonly notSaid: readonly number[]
  /** Said this reply within so many ms; `slot` indexes `Mind.saidAt`. */
  readonly within: { readonly slot: number; readonly ms: number } | null
}

export interface Branch {
  readonly when: Cond | null
  readonly to: number
}

/** What a step does to moods, facts and flags, and where it leads. */
export interface Fx {
  readonly moods: readonly [trust: number, arousal: number, patience: number]
  readonly reveals: number
  readonly set: number
  readonly clear: number
  readonly critical: string | null
  readonly drops: boolean
  readonly end: string | null
  readonly goto: readonly Branch[]
}

export interface Line {
  readonly id: string
  readonly text: Text
  readonly when: Cond | null
  readonly reveals: number
  readonly ms: { readonly zh: number; readonly en: number }
}

export interface OfferedReply {
  readonly id: string
  readonly text: Text
}

export interface ScriptReply extends OfferedReply {
  readonly index: number
  readonly acts: readonly Act[]
  readonly when: Cond | null
  readonly again: boolean
  readonly best: boolean
  readonly why: Text | null
  readonly ms: { readonly zh: number; readonly en: number }
  readonly fx: Fx
  /** Slot in `Mind.saidAt`, if some condition asks how long ago it was said; else -1. */
  readonly slot: number
  /** Path in the file, for diagnostics. */
  readonly path: readonly string[]
}

export interface ScriptSilence {
  readonly after: number
  readonly lines: readonly Line[]
  readonly fx: Fx
}

export interface ScriptNode {
  readonly index: number
  readonly id: string
  readonly lines: readonly Line[]
  readonly fx: Fx
  readonly silence: ScriptSilence
  readonly replies: readonly number[]
  readonly end: string | null
}

/** What sets a reaction off: an event by one of its keys, or a condition that turns true. */
export type ScriptTrigger =
  | { readonly kind: 'event'; readonly keys: readonly string[] }
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'known' | 'flag'; readonly mask: number }
  | {
      readonly kind: 'mood'
      readonly mood: 0 | 1 | 2
      readonly below: number | null
      readonly above: number | null
    }
  | { readonly kind: 'silences'; readonly count: number }

export interface ScriptReaction {
  readonly index: number
  readonly id: string
  readonly on: ScriptTrigger
  readonly after: number
  readonly when: Cond | null
  readonly once: boolean
  readonly lines: readonly Line[]
  readonly report: { readonly from: string; readonly line: string; readonly text: Text } | null
  readonly fx: Fx
}

export interface ScriptFact {
  readonly index: number
  readonly id: string
  readonly mask: number
}

export interface Callback {
  readonly when: Cond | null
  readonly rings: number
  readonly to: number
}

export interface Script {
  readonly id: string
  readonly nodes: readonly ScriptNode[]
  readonly replies: readonly ScriptReply[]
  readonly reactions: readonly ScriptReaction[]
  readonly facts: readonly ScriptFact[]
  readonly flags: readonly string[]
  /** Flags that the engine itself sets when this event key happens. */
  readonly eventFlags: ReadonlyMap<string, number>
  readonly start: number
  readonly moods: {
    readonly start: readonly [number, number, number]
    readonly min: readonly [number, number, number]
    readonly max: readonly [number, number, number]
  }
  readonly interrupt: Fx
  readonly callbacks: readonly Callback[]
  readonly line: {
    readonly waits: number
    readonly unanswered: string
    readonly hungUp: string
    readonly droppedFor: number
    readonly droppedEnd: string
  }
  /** Number of `saidAt` slots. */
  readonly slots: number
  /** Every text by its stable line id. */
  readonly texts: ReadonlyMap<string, Text>
  /** Compiled form of the key's and the world's conditions, by the rolled scenario's own objects. */
  readonly conditions: ReadonlyMap<Condition, Cond>
}

/** Index of a reply by id; -1 if there is none. */
export function replyIndex(script: Script, id: string): number {
  return script.replies.findIndex((reply) => reply.id === id)
}
