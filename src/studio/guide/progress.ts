import { isMap, type Json } from '../../core/scenario/edit/write.ts'
import { sha256 } from '../../core/scenario/hash.ts'

/** How far a trainer has come with a first call: told by the draft itself, not by what was clicked. */

export const STEPS = [
  'pick',
  'title',
  'line',
  'facts',
  'node',
  'reply',
  'mend',
  'play',
  'publish',
] as const
export type StepId = (typeof STEPS)[number]

/** What a draft looked like when the guide first saw it: what has changed since is the trainer's own work. */
export interface Baseline {
  readonly title: string
  readonly line: string
  readonly facts: string
  readonly nodes: number
  readonly replies: number
}

const mapAt = (value: Json | undefined, ...path: readonly string[]): { [key: string]: Json } => {
  let now = value
  for (const step of path) now = isMap(now) ? now[step] : undefined
  return isMap(now) ? now : {}
}

const sign = (value: Json | undefined): string => sha256(JSON.stringify(value ?? null)).slice(0, 16)

/** What counts, of a file's content as it is written. Null if there is none to read yet. */
export function baselineOf(content: unknown): Baseline | null {
  const root = content as Json | null
  if (!isMap(root ?? undefined)) return null
  const whole = mapAt(root ?? undefined)
  const nodes = mapAt(whole, 'talk', 'nodes')
  const { start } = mapAt(whole, 'talk')
  const replies = Object.values(nodes).map((node) => Object.keys(mapAt(node, 'replies')).length)
  return {
    title: sign(whole.title),
    line: sign(mapAt(nodes, String(start)).caller),
    facts: sign(whole.facts),
    nodes: Object.keys(nodes).length,
    replies: replies.reduce((sum, count) => sum + count, 0),
  }
}

/** What the studio knows besides the content. */
export interface Happened {
  /** The newest text was proved whole, and nothing is wrong with it. */
  readonly isClean: boolean
  /** At some time since the guide was opened, something was wrong. */
  readonly wasWrong: boolean
  /** At least one sentence was said in the play panel. */
  readonly hasPlayed: boolean
  /** This draft stands on the desk. */
  readonly isPublished: boolean
}

/** The steps that are done by now. */
export function doneNow(
  before: Baseline,
  now: Baseline,
  { isClean, wasWrong, hasPlayed, isPublished }: Happened,
): readonly StepId[] {
  const done: Record<StepId, boolean> = {
    pick: true,
    title: now.title !== before.title,
    line: now.line !== before.line,
    facts: now.facts !== before.facts,
    node: now.nodes > before.nodes,
    reply: now.replies > before.replies,
    mend: wasWrong && isClean,
    play: hasPlayed,
    publish: isPublished,
  }
  return STEPS.filter((step) => done[step])
}
