import type { ComponentType } from 'react'
import type { Header } from '../core/sim/attempt.ts'
import type { AttemptGlance } from '../storage/ports.ts'

/** What remarks on an attempt and the debrief that they stand in tell each other. Neither room knows the other. */

export interface CallMoment {
  /** Simulated ms since the first ring. */
  readonly atMs: number
  /** The journal entry, if one is meant. */
  readonly n: number | null
}

export interface ReviewToolsProps {
  readonly attempt: string
  /** The moment that the debrief shows now. */
  readonly moment: () => CallMoment
  readonly go: (moment: CallMoment) => void
}

/** The same trainee's attempts at the same scenario, newest first, this one among them. */
export type Siblings = (of: Header) => Promise<readonly AttemptGlance[]>

export interface Reviewing {
  /** A reviewer's page opens on the tools, and nothing in it can be retried: it would stand in the trainee's record. */
  readonly reader: 'reviewer' | 'trainee'
  /** Where the debrief opens; null: where it always does. */
  readonly at: { readonly atMs: number | null; readonly n: number | null } | null
  readonly title: string
  readonly Tools: ComponentType<ReviewToolsProps>
  /** Missing: the debrief's own store knows them. */
  readonly siblings?: Siblings
}
