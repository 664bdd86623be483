import type { Path } from '../../core/scenario/diagnostic.ts'
import type { NodeReport } from '../../core/scenario/proof/report.ts'
import type { Moods } from '../../core/scenario/proof/route.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { ShownRoute } from '../studio.ts'

/** What a change of a mood comes to along a way through the call. */
export interface MoodWay {
  readonly before: number
  readonly after: number
  /** Along the route that is shown, or by the soonest way. */
  readonly by: 'shown' | 'soonest'
}

type Mood = keyof Moods

const isMood = (name: unknown): name is Mood =>
  name === 'trust' || name === 'arousal' || name === 'patience'

/** Null if the path isn't a mood's change in a node, or nothing is known of a way there. */
export function moodWay(
  path: Path,
  change: number,
  nodes: readonly NodeReport[],
  shown: ShownRoute | null,
  scenario: Scenario,
): MoodWay | null {
  const [talk, list, node] = path
  const mood = path.at(-1)
  if (talk !== 'talk' || list !== 'nodes' || !isMood(mood) || path.at(-2) !== 'moods') return null
  const own = shown?.moods[String(node)]
  const there = own ?? nodes.find(({ id }) => id === node)?.route?.steps.at(-1)?.moods
  if (!there) return null
  const by = own ? 'shown' : 'soonest'
  const { min, max } = scenario.moods[mood] ?? { min: 0, max: 100 }
  const clamped = (value: number): number => Math.min(max, Math.max(min, value))
  // what a node itself does is done when one has come there
  if (path.length === 5) {
    const after = there[mood]
    const isCut = after === min || after === max
    return isCut ? null : { before: clamped(after - change), after, by }
  }
  return { before: there[mood], after: clamped(there[mood] + change), by }
}
