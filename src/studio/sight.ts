import type { Parsed } from '../core/scenario/parse.ts'
import { PlaceIndex, type Places } from '../core/scenario/places.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import type { SightMemory } from '../storage/drafts/ports.ts'
import { type Findings, NOTHING_FOUND } from './checker/findings.ts'
import type { DraftState } from './draft/draft.ts'
import type { LaidOut } from './graph/layout.ts'

/**
 * What was read of a draft's text when it was last open, and how its graph was laid out: so that it is seen at once when
 * it is opened again, while the checker's thread reads it anew. It counts only for that very text, read by that very
 * program.
 */
export interface Sight {
  /** Whatever names the program that read it. */
  readonly program: string
  readonly text: string
  readonly scenario: Scenario
  readonly content: unknown
  readonly places: Places
  /** Null if it was read, and never drawn. */
  readonly laidOut: LaidOut | null
}

/** What was last seen of the draft; null: nothing that this program made. Never rejects: it opens without, only later. */
export async function recallSight(
  memory: Pick<SightMemory, 'recall'>,
  draft: string,
  program: string | null,
): Promise<Sight | null> {
  if (program === null) return null
  const sight = await memory.recall(draft).catch(() => null)
  return isSight(sight) && sight.program === program ? sight : null
}

const isSight = (value: unknown): value is Sight =>
  typeof value === 'object' && value !== null && 'program' in value && 'laidOut' in value

/** What was read of a draft that only just begins. */
export function firstSight(program: string | null, text: string, parsed: Parsed): Sight | null {
  if (program === null || !parsed.ok) return null
  const { scenario, tree } = parsed
  return { program, text, scenario, content: tree, places: parsed.places(), laidOut: null }
}

/** What is known of the draft by it; null if the draft has changed since. */
export function findingsOf(
  sight: Sight | null,
  { text, revision }: Pick<DraftState, 'text' | 'revision'>,
): Findings | null {
  if (sight?.text !== text) return null
  const { scenario, content } = sight
  const places = new PlaceIndex(sight.places)
  return { ...NOTHING_FOUND, revision, scenario, lastScenario: scenario, content, places }
}

/** What is to be kept of the text as it stands; null before it was read and laid out, and if it can't be read. */
export function sightOf(
  program: string | null,
  { text, revision }: Pick<DraftState, 'text' | 'revision'>,
  { scenario, content, places, revision: read }: Findings,
  laidOut: LaidOut | null,
): Sight | null {
  if (program === null || !scenario || !laidOut || read !== revision) return null
  return { program, text, scenario, content, places: places.places, laidOut }
}
