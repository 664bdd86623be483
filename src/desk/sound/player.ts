import type { VoiceLine } from './types.ts'

/** What a way of speaking tells while it speaks; after `ended` or `failed` it says nothing more. */
export interface PlayHandlers {
  /** The first sound was heard; `at` on the scale of event time stamps. */
  onset(at: number): void
  ended(at: number, detail?: string): void
  /** It can't go on; `done` is the share of the line that was already said, 0…1. */
  failed(reason: string, done: number): void
}

/** A line being spoken. */
export interface Playing {
  /** Stops at once; no handler is called after. */
  stop(): void
  /** Level now, 0…1. */
  level(): number
}

/** A way of speaking a line (recording, system voice, murmur), from a share of it onwards. */
export type Player = (line: VoiceLine, from: number, on: PlayHandlers) => Playing
