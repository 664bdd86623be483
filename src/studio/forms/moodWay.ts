import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Scenario } from '../../core/scenario/schema.ts'

/** How the caller feels. */
export interface Moods {
  readonly trust: number
  readonly arousal: number
  readonly patience: number
}

/** What a change of a mood comes to along a way through the call. */
export interface MoodWay {
  readonly before: number
  readonly after: number
}

const isMood = (name: unknown): name is keyof Moods =>
  name === 'trust' || name === 'arousal' || name === 'patience'

/** The node in which a mood is changed by what stands at this path; null: it isn't a mood's change in a node. */
export function moodNodeOf(path: Path): string | null {
  const [talk, list, node] = path
  const isChange = isMood(path.at(-1)) && path.at(-2) === 'moods'
  return talk === 'talk' && list === 'nodes' && node !== undefined && isChange ? String(node) : null
}

/** `there`: how the caller feels when one has come to the node. Null where it can't be told. */
export function moodWay(
  path: Path,
  change: number,
  there: Moods,
  scenario: Scenario,
): MoodWay | null {
  const mood = path.at(-1)
  if (!isMood(mood)) return null
  const { min, max } = scenario.moods[mood] ?? { min: 0, max: 100 }
  const clamped = (value: number): number => Math.min(max, Math.max(min, value))
  // what a node itself does is done when one has come there; at the end of the range it can't be told from where
  if (path.length === 5) {
    const after = there[mood]
    return after === min || after === max ? null : { before: clamped(after - change), after }
  }
  return { before: there[mood], after: clamped(there[mood] + change) }
}
