import type { RobotRow } from '../../robots/trial.ts'
import type { Command } from '../../sim/command.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Text } from '../primitives.ts'
import type { Variant } from '../roll.ts'
import type { Outcome } from '../schema.ts'
import type { Route } from './route.ts'

/** What the proof tells an author. Plain data all through: it crosses threads and stands in files. */

/** How far the proof has come: the file read and its names checked, its state space walked, its robots played. */
export type ProofStage = 'quick' | 'walked' | 'robots'

export interface ProofReport {
  readonly stage: ProofStage
  /** Nothing comes after this one: all is done, or an error forbids to go on. */
  readonly last: boolean
  /** The scenario's id; empty if the file can't be read that far. */
  readonly id: string
  /** No errors so far. */
  readonly ok: boolean
  /** All that was found so far, in the order of the file. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null before it was walked. */
  readonly walk: WalkReport | null
  /** Null before they have played. */
  readonly robots: RobotsReport | null
}

export interface WalkReport {
  /** All variants together. */
  readonly states: number
  readonly transitions: number
  /** False if a bound stopped it: what is missing may only not have been found. */
  readonly whole: boolean
  /** Each variant that differs in structure. */
  readonly variants: readonly VariantReport[]
  readonly endings: readonly EndingReport[]
  readonly nodes: readonly NodeReport[]
  readonly facts: readonly FactReport[]
  /** The call that is over soonest; null if none ends. */
  readonly shortest: Route | null
  /**
   * The longest that an end can take to come to. A call that goes in circles has no bound, so this is the end state that
   * is reached last when nobody dawdles: each end state by its soonest way, and of these the slowest.
   */
  readonly longest: Route | null
  /** Null if there are too few offers to say anything. */
  readonly leaks: LeakReport | null
}

export interface VariantReport {
  readonly variant: Variant
  /** `truth=loud`; empty if nothing differs in structure. */
  readonly name: string
  readonly states: number
  readonly transitions: number
  readonly whole: boolean
}

export interface EndingReport {
  readonly id: string
  readonly outcome: Outcome
  /** The soonest way to it; null: there is none. */
  readonly route: Route | null
}

export interface NodeReport {
  readonly id: string
  /** The soonest way to it; null: there is none. */
  readonly route: Route | null
}

export interface FactReport {
  readonly id: string
  readonly places: readonly FactPlace[]
  /** The soonest way to learn it; null: there is none. */
  readonly route: Route | null
  /** Latest useful moment, ms since the answer; null: none is set. */
  readonly by: number | null
}

/** Where a fact can be learned. */
export interface FactPlace {
  readonly kind: 'node' | 'line' | 'reply' | 'silence' | 'reaction'
  /** Path in the file of the step that reveals it. */
  readonly path: string
  /** Id of the node, reply or reaction. */
  readonly of: string
  /** Does any way lead there? */
  readonly reached: boolean
}

/** Of the nodes that offer a best reply: how often it is the first, or the longest, as shares from 0 to 1. */
export interface LeakReport {
  readonly nodes: number
  /** What picking blindly would give. */
  readonly chance: number
  readonly first: number
  readonly longestZh: number
  readonly longestEn: number
}

export interface RobotsReport {
  readonly rows: readonly RobotRow[]
  /** The best path in the variant in which it scores least; null if it comes to no end. */
  readonly best: BestPath | null
}

export interface BestPath {
  readonly variant: Variant
  readonly steps: readonly BestStep[]
  /** 0–100. */
  readonly points: number
  readonly ending: string | null
  /** From the first ring to the end of the call, ms. */
  readonly ms: number
}

export interface BestStep {
  readonly command: Command
  /** Ms since the first ring. */
  readonly at: number
  /** Where the talk stands when it is done; null before it begins. */
  readonly node: string | null
  readonly text: Text
}
