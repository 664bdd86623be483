/** What the start page knows of the scenarios: made when the site is built, so that no parser is needed to list them. */
import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Text } from '../../core/scenario/primitives.ts'

/** One thing that is wrong with a file, and how to mend it. */
export interface FileProblem {
  readonly code: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly message: Text
  readonly fix: Text
}

/** A file that has errors; the others are not stopped by it. */
export interface BrokenEntry {
  /** Its folder. */
  readonly id: string
  /** `scenarios/pylon/scenario.yaml` */
  readonly file: string
  /** The first few. */
  readonly problems: readonly FileProblem[]
  /** How many there are in all. */
  readonly count: number
  /** It can be read, and so practised, but not examined. */
  readonly playable: boolean
}

/** Figures that a trainee's own are held against, from the rubric. */
export interface Targets {
  /** First dispatch to a risk to life, ms; null if the rubric can't be read. */
  readonly firstDispatchMs: number | null
}

export interface Catalogue {
  /** In order of their folders' names. */
  readonly scenarios: readonly ScenarioEntry[]
  readonly broken: readonly BrokenEntry[]
  /** Names of the top classes (`P03`) and of the rubric's dimensions (`D6`). */
  readonly classes: Readonly<Record<string, Text>>
  readonly dimensions: Readonly<Record<string, Text>>
  readonly targets: Targets
}
