import type { ScriptReply } from '../scenario/script.ts'
import type { Command, RecordChange } from '../sim/command.ts'
import type { Session } from '../sim/session.ts'
import { CRITICAL_KINDS, OWNERS, PRIORITIES } from '../taxonomy/vocabulary.ts'

/** Any act at all, possible or not, drawn by `chance`: for the random robot and for the replay property. */
export function randomCommand(
  session: Session,
  talk: ScriptReply | null,
  chance: (name: string, below: number) => number,
): Command {
  const pick = <T>(name: string, list: readonly T[], otherwise: T): T =>
    list[chance(name, Math.max(1, list.length))] ?? otherwise
  const kind = chance('kind', 100)
  if (kind < 52 && talk) return { do: 'say', reply: talk.id }
  const { atlas, rolled } = session
  const unit = pick(
    'unit',
    atlas.units.map(({ id }) => id),
    '',
  )
  const partner = pick(
    'partner',
    [...atlas.partners.map(({ id }) => id), ...Object.keys(rolled.scenario.world.partners)],
    '',
  )
  if (kind < 74) return { do: 'set', change: randomChange(session, pick, chance) }
  if (kind < 80) return { do: 'send', unit }
  if (kind < 84) return { do: 'tell', partner }
  if (kind < 86) return { do: 'bridge', partner, announced: chance('announced', 2) === 0 }
  if (kind < 87) return { do: 'transfer', partner, asked: chance('asked', 2) === 0 }
  if (kind < 89) return { do: 'update', unit }
  if (kind < 91) return { do: 'recall', unit }
  if (kind < 93) return { do: 'chase', unit }
  if (kind < 95) return { do: 'hold' }
  if (kind < 97) return { do: 'resume' }
  if (kind < 98) return { do: 'call-back' }
  if (kind < 99) return { do: 'hang-up' }
  return { do: 'finish' }
}

function randomChange(
  session: Session,
  pick: <T>(name: string, list: readonly T[], otherwise: T) => T,
  chance: (name: string, below: number) => number,
): RecordChange {
  const { rolled } = session
  const classes = rolled.scenario.key.answers.flatMap((answer) => [
    answer.class.is,
    ...Object.keys(answer.class.also ?? {}),
  ])
  const facts = Object.values(rolled.scenario.facts)
  const place = facts.find((fact) => fact.record === 'location')?.is
  switch (chance('field', 8)) {
    case 0:
      return { field: 'class', value: pick('class', [...classes, 'N01', 'P05', 'P12'], 'P12') }
    case 1:
      return { field: 'priority', value: pick('priority', PRIORITIES, 'L3') }
    case 2:
      return { field: 'owner', value: pick('owner', OWNERS, '110') }
    case 3:
      return { field: 'people', value: chance('people', 6) }
    case 4:
      return {
        field: 'location',
        value:
          typeof place === 'string' && chance('right', 3) === 0
            ? { place, text: place }
            : { x: chance('x', 9000), y: chance('y', 9000), text: '?' },
      }
    case 5:
      return { field: 'dangers', value: [pick('danger', CRITICAL_KINDS, 'no-unit')] }
    case 6:
      return { field: 'callback', value: String(chance('callback', 100_000)) }
    default:
      return { field: 'narrative', value: pick('words', ['可能', '自称', 'probably', 'says'], '') }
  }
}
