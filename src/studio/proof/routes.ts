import type { Path } from '../../core/scenario/diagnostic.ts'
import { replyPath } from '../../core/scenario/fixes.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Traced } from '../../core/scenario/proof/route.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { ShownRoute } from '../studio.ts'

/** What the graph draws out of a route: its nodes and replies, in order. */
export function shownRoute(
  label: Text,
  steps: readonly Traced[],
  scenario: Scenario | null,
): ShownRoute {
  const places: Path[] = []
  for (const { act, node } of steps) {
    if (act.kind === 'say' && scenario) places.push(replyPath(scenario, act.reply))
    if (act.kind === 'later') {
      const at = scenario?.anywhere.findIndex(({ id }) => id === act.reaction) ?? -1
      if (at >= 0) places.push(['anywhere', at])
    }
    if (node !== null) places.push(['talk', 'nodes', node])
  }
  const end = endingOf(steps, scenario)
  if (end !== null) places.push(['endings', end])
  return { label, places }
}

/** The ending of the node in which a route ends, if it ends the call. */
function endingOf(steps: readonly Traced[], scenario: Scenario | null): string | null {
  const node = steps.at(-1)?.node ?? null
  return (node === null ? undefined : scenario?.talk.nodes[node]?.end) ?? null
}

/** `1:05` */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
