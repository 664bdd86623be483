/** What the start page knows of the scenarios: made when the site is built, so that no parser is needed to list them. */
import type { Text } from '../../core/scenario/primitives.ts'

export interface Named {
  readonly id: string
  readonly name: Text
}

/** A scenario that can be started. Its key and its lines are not in here. */
export interface CatalogueEntry {
  readonly id: string
  readonly version: number
  /** SHA-256 of the file's text: what an attempt is pinned to. */
  readonly hash: string
  readonly title: Text
  readonly summary: Text
  readonly level: 1 | 2 | 3
  /** Usual length of the call. */
  readonly minutes: number
  readonly channel: 'phone' | 'sms' | 'wechat' | 'video'
  readonly goals: readonly Named[]
  /** What a grave call touches; empty for the others. */
  readonly notices: readonly Named[]
  /** Do names, places or the hidden truth change from attempt to attempt? */
  readonly varies: boolean
  /** Did the checker find nothing against it? Only then it stands in exams. */
  readonly proven: boolean
}

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
  readonly scenarios: readonly CatalogueEntry[]
  readonly broken: readonly BrokenEntry[]
  /** Names of the top classes (`P03`) and of the rubric's dimensions (`D6`). */
  readonly classes: Readonly<Record<string, Text>>
  readonly dimensions: Readonly<Record<string, Text>>
  readonly targets: Targets
}
