import type { Text } from '../primitives.ts'
import type { Variant } from '../roll.ts'

/**
 * A way through a call as the proof has found it: plain data, so that it can be shown, highlighted in the graph, sent to
 * another thread and turned into a plan that can be played.
 */

/** Everything that may happen between two states of a walk. Closed: whoever reads routes can handle each kind. */
export type RouteAct =
  | { readonly kind: 'answer' }
  /** Nobody answers until the caller gives up. */
  | { readonly kind: 'give-up' }
  /** `reply` by its full id; `interrupts`: while the caller still speaks. */
  | { readonly kind: 'say'; readonly reply: string; readonly interrupts: boolean }
  /** The trainee says nothing until the caller does something about it, `ms` after the turn has come. */
  | { readonly kind: 'silence'; readonly ms: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'resume' }
  /** The caller stays on hold until `ms` after the hold began. */
  | { readonly kind: 'held'; readonly ms: number }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'call-back' }
  | { readonly kind: 'picked-up' }
  | { readonly kind: 'no-answer' }
  /** The dropped line is not mended in time. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'sent'; readonly unit: string }
  | { readonly kind: 'arrived'; readonly unit: string; readonly place: 'right' | 'wrong' }
  | { readonly kind: 'told'; readonly partner: string }
  | { readonly kind: 'bridged'; readonly partner: string; readonly announced: boolean }
  | { readonly kind: 'transferred'; readonly partner: string; readonly asked: boolean }
  /** A reaction that was set off earlier has waited for its delay. */
  | { readonly kind: 'later'; readonly reaction: string }
  /** A reaction's clock has come, `ms` after the answer. */
  | { readonly kind: 'clock'; readonly ms: number }

/** A step as the walk has found it. */
export interface Traced {
  readonly act: RouteAct
  /** The earliest moment at which it can be over, ms since the first ring. */
  readonly at: number
  /** Where the talk stands then; null before it begins. */
  readonly node: string | null
}

export interface RouteStep extends Traced {
  /** What happens, for people: a reply's own words, a unit's own name. */
  readonly text: Text
}

export interface Route {
  readonly steps: readonly RouteStep[]
  /** In which variant (index drawn of each list). */
  readonly variant: Variant
  /** Its ending, if it comes to one. */
  readonly ending: string | null
  /** Earliest end, ms since the first ring. */
  readonly ms: number
}
