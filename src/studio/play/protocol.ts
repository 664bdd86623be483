import type { City } from '../../core/city/city.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { Goal } from '../../core/plan/route.ts'
import type { PlanResult } from '../../core/plan/run.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Route } from '../../core/scenario/proof/route.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** What the thread that plays is told and tells. Plain data only. */

/** What is played on. */
export interface PlayGround {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  readonly city: City
}

export type Question =
  /** Play this plan on this text. */
  | { readonly kind: 'play'; readonly text: string; readonly plan: Plan }
  /** Make a plan of this route, and play it. */
  | {
      readonly kind: 'route'
      readonly text: string
      readonly title: Text
      readonly route: Route
      readonly goal: Goal
    }
  /** Play these plan files, each by its path and text. */
  | {
      readonly kind: 'plans'
      readonly text: string
      readonly files: readonly (readonly [path: string, text: string])[]
    }

export interface PlayedPlan {
  readonly plan: Plan
  readonly result: PlanResult
}

/** A plan file against the text as it stands. */
export interface PlanRow {
  readonly path: string
  /** Null if the file can't be read. */
  readonly plan: Plan | null
  readonly ok: boolean
  /** The first thing that is wrong, with its step from 1. */
  readonly fault: { readonly step: number | null; readonly why: Text } | null
}

/** Null: the text can't be read, or there is no ground yet. */
export type Answer =
  | { readonly kind: 'played'; readonly played: PlayedPlan; readonly arrives: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly PlanRow[] }
  | null

export type ToPlayer =
  | { readonly kind: 'ground'; readonly ground: PlayGround }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }

export interface FromPlayer {
  readonly id: number
  readonly answer: Answer
}
