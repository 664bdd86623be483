import type { Fact } from '../scenario/key.ts'
import { isPlaced, isRecorded, item, type Marking, share } from './context.ts'
import { perObject } from './perObject.ts'
import type { Item } from './scorecard.ts'
import type { Yardstick } from './yardstick.ts'

/** D3: what was found out and written down. A fact counts once it was heard and stands in the record at the end. */

const GROUPS = ['located', 'verified', 'what', 'people', 'danger', 'when', 'callback'] as const
type Group = (typeof GROUPS)[number]

/** Points of each group: the rubric's, or the scenario's own; groups without a fact hand theirs to the others in turn. */
function groupPoints(by: Yardstick): Record<Group, number> {
  const { parts } = by.rubric.dims.D3
  const { weights } = by.rolled.scenario.key
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
    group === 'located' || group === 'verified' ? by.truth !== null : factsOf(by, group).length > 0,
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

function factsOf(
  by: Yardstick,
  group: Exclude<Group, 'located' | 'verified'>,
): readonly (readonly [string, Fact])[] {
  const { fields } = by.rubric.dims.D3.parts[group]
  return by.facts.filter(([, fact]) => fields.some((field) => field === fact.record))
}

/** What each part of D3 is worth in this scenario. */
const worthOf = perObject((by: Yardstick) => {
  const points = groupPoints(by)
  const facts = (['what', 'people', 'danger', 'when', 'callback'] as const).flatMap((group) => {
    const members = factsOf(by, group)
    const shares = share(
      points[group],
      members.map(([, fact]) => fact.weight),
    )
    return members.map(([id, fact], index) => ({ id, fact, max: shares[index] ?? 0 }))
  })
  return {
    located: points.located,
    verified: points.verified,
    place: by.facts.find(([, fact]) => fact.record === 'location'),
    facts: facts.filter(({ max }) => max > 0),
  }
})

export function judgeFacts(mark: Marking): Item[] {
  const { traced } = mark
  const { located, verified, place, facts } = worthOf(mark.yardstick)
  const items: Item[] = []
  if (mark.truth && place) {
    const heard = traced.known.get(place[0])
    const found = traced.lastSet.get('location') ?? null
    const right = isPlaced(mark, traced.record)
    items.push(item('D3', 'location-found', place[0], right ? located : 0, located, found))
    const readBack = heard
      ? traced.said.find(({ reply, at }) => at >= heard.at && reply.acts.includes('READBACK'))
      : undefined
    items.push(
      item(
        'D3',
        'location-verified',
        place[0],
        right && readBack ? verified : 0,
        verified,
        readBack ?? null,
      ),
    )
  }
  for (const { id, fact, max } of facts) {
    const heard = traced.known.get(id)
    const written = traced.lastSet.get(fact.record) ?? null
    const right = heard !== undefined && isRecorded(mark, fact, traced.record)
    items.push(item('D3', 'fact', id, right ? max : 0, max, written ?? heard ?? null))
  }
  return items
}
