import { z } from 'zod'
import { entry } from './journal.ts'

/** It has a file of its own, so that pages which need no more of this stay without zod. */
export { ENGINE_VERSION } from './engine.ts'

export const mode = z.enum(['coaching', 'practice', 'exam'])

/** What an attempt is pinned to. Written once, never changed. */
export const header = z.strictObject({
  /** UUIDv7, given by the desk. */
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  scenario: z.strictObject({
    id: z.string().max(40),
    version: z.int(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  engine: z.int().min(1),
  seed: z.string().min(1).max(64),
  mode,
  /** Language in which the lines are timed. */
  lang: z.enum(['zh', 'en']),
  trainee: z.strictObject({
    id: z.string().max(64),
    name: z.string().max(40),
    badge: z.string().max(20),
  }),
  /** Wall clock at the first ring, ms since 1970. */
  startedAt: z.int().min(0),
  /** If it was taken up from a moment of another attempt: that attempt's trainee entries before `n` are its own first ones. */
  from: z.strictObject({ attempt: z.string().max(64), n: z.int().min(0) }).optional(),
  /** Made by a robot for demonstration. */
  demo: z.literal(true).optional(),
})

/** An attempt as exported to a file. */
export const attempt = z.strictObject({
  format: z.literal('first-ring-attempt'),
  formatVersion: z.literal(1),
  header,
  entries: z.array(entry).max(20_000),
})

export type Mode = z.output<typeof mode>
export type Header = z.output<typeof header>
export type Attempt = z.output<typeof attempt>
