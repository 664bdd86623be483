import type { Crossing } from '../../core/scoring/scorecard.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { ActQuality } from '../../core/taxonomy/vocabulary.ts'
import type { Mark } from './marks.ts'
import type { Lane, RowContent } from './rows.ts'

/** A row of the transcript while it is still being put together. */
export interface Draft {
  n: number
  at: number
  /** When the journal noted it: a caller's line is noted before it begins. */
  noted: number
  lane: Lane
  content: RowContent
  facts: string[]
  marks: Mark[]
  trust: [number, number] | null
  refused: string | null
  crossed: Crossing[]
}

/** How grave an act is for the row's colour. */
const GRAVITY: readonly ActQuality[] = ['neutral', 'supportive', 'risky', 'forbidden']

/** The quality of a reply by its gravest act. */
export function gravest(acts: readonly string[], taxonomy: Pick<Taxonomy, 'acts'>): ActQuality {
  const qualities = acts.map(
    (act) => taxonomy.acts.find(({ id }) => id === act)?.quality ?? 'neutral',
  )
  return qualities.toSorted((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))[0] ?? 'neutral'
}

export function draftOf(n: number, at: number, lane: Lane, content: RowContent, noted = at): Draft {
  return {
    n,
    at,
    noted,
    lane,
    content,
    facts: [],
    marks: [],
    trust: null,
    refused: null,
    crossed: [],
  }
}

export const isEnd = ({ content }: Draft): boolean =>
  content.kind === 'line' && content.what === 'ended'

export const unsaid = (reply: string): RowContent => ({
  kind: 'said',
  reply,
  acts: [],
  quality: 'neutral',
  interrupts: false,
  ms: 0,
})

/** In which lane something that never happened is missed. */
export function laneOf({ dim }: Mark): Lane {
  if (dim === 'D5' || dim === 'D4') return 'dispatch'
  return dim === 'D6' ? 'trainee' : 'record'
}
