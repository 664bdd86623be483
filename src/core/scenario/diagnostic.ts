import type { Text } from './primitives.ts'
import type { RouteStep } from './proof/route.ts'

/** What the checker says of a scenario: code, place, message, fix. */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** Where in the file, e.g. `talk.nodes.crying.replies.gentle.goto`. */
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly message: Text
  readonly fix: Text
  /** What was probably meant: the value that should stand at `path`. */
  readonly instead?: string
  /** A shortest way to the trouble, where it has one: what happens, step by step. */
  readonly route?: readonly RouteStep[]
}

/** A place in the file, by keys and indices. */
export type Path = readonly (string | number)[]
