import type { Fact } from '../scenario/key.ts'
import { isPlaced, isRecorded, item, type Marking, share } from './context.ts'
import type { Item } from './scorecard.ts'

/** D3: what was found out and written down. A fact counts once it was heard and stands in the record at the end. */

const GROUPS = ['located', 'verified', 'what', 'people', 'danger', 'when', 'callback'] as const
type Group = (typeof GROUPS)[number]

/** Points of each group: the rubric's, or the scenario's own; groups without a fact hand theirs to the others in turn. */
export function groupPoints(mark: Marking): Record<Group, number> {
  const { parts } = mark.rubric.dims.D3
  const { weights } = mark.rolled.scenario.key
  const base: Record<Group, number> = weights
    ? {
        ...weights,
        located: Math.ceil(weights.location / 2),
        verified: Math.floor(weights.location / 2),
      }
    : {
        located: parts.located.value,
        verified: parts.verified.value,
        what: parts.what.value,
        people: parts.people.value,
        danger: parts.danger.value,
        when: parts.when.value,
        callback: parts.callback.value,
      }
  const used = GROUPS.filter((group) =>
    group === 'located' || group === 'verified'
      ? mark.truth !== null
      : factsOf(mark, group).length > 0,
  )
  let spare = 0
  for (const group of GROUPS) {
    if (used.includes(group)) continue
    spare += base[group]
    base[group] = 0
  }
  for (let i = 0; spare > 0 && used.length > 0; i += 1, spare -= 1) {
    const group = used[i % used.length]
    if (group) base[group] += 1
  }
  return base
}

function factsOf(mark: Marking, group: Exclude<Group, 'located' | 'verified'>): [string, Fact][] {
  const { fields } = mark.rubric.dims.D3.parts[group]
  return Object.entries(mark.rolled.scenario.facts).filter(([, fact]) =>
    fields.some((field) => field === fact.record),
  )
}

export function judgeFacts(mark: Marking): Item[] {
  const { traced, rolled } = mark
  const points = groupPoints(mark)
  const items: Item[] = []
  const place = Object.entries(rolled.scenario.facts).find(([, fact]) => fact.record === 'location')
  if (mark.truth && place) {
    const heard = traced.known.get(place[0])
    const found = traced.revisions.findLast(({ change }) => change.field === 'location') ?? null
    const right = isPlaced(mark, traced.record)
    items.push(
      item('D3', 'location-found', place[0], right ? points.located : 0, points.located, found),
    )
    const readBack = heard
      ? traced.said.find(({ reply, at }) => at >= heard.at && reply.acts.includes('READBACK'))
      : undefined
    items.push(
      item(
        'D3',
        'location-verified',
        place[0],
        right && readBack ? points.verified : 0,
        points.verified,
        readBack ?? null,
      ),
    )
  }
  for (const group of ['what', 'people', 'danger', 'when', 'callback'] as const) {
    const facts = factsOf(mark, group)
    const shares = share(
      points[group],
      facts.map(([, fact]) => fact.weight),
    )
    for (const [index, [id, fact]] of facts.entries()) {
      const max = shares[index] ?? 0
      if (max === 0) continue
      const heard = traced.known.get(id)
      const written =
        traced.revisions.findLast(({ change }) => change.field === fact.record) ?? null
      const right = heard !== undefined && isRecorded(mark, fact, traced.record)
      items.push(item('D3', 'fact', id, right ? max : 0, max, written ?? heard ?? null))
    }
  }
  return items
}
