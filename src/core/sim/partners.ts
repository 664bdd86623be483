import type { Text } from '../scenario/primitives.ts'
import type { Rolled } from '../scenario/roll.ts'
import type { Condition } from '../scenario/rules.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import type { Atlas } from './atlas.ts'

/** Partners: services of the city and people of the story, told, bridged or handed to. */

export type PartnerStatus = 'none' | 'told' | 'acknowledged' | 'bridged' | 'transferred'

export interface Partner {
  readonly id: string
  readonly name: Text
  readonly short: Text
  readonly ackMs: number
  readonly sends: UnitKind | null
  /** Line id of what they say when they answer. */
  readonly says: string | null
  readonly when: Condition | null
  readonly person: boolean
  status: PartnerStatus
  toldAt: number | null
}

/** A person who isn't a service answers after this long unless the story says otherwise, ms (own figure). */
const PERSON_ACK_MS = 12_000
/** From 'bring them in' to their voice on the line, ms (own figure). */
export const BRIDGE_MS = 4000

/** The city's partners, reworded where the story says so, and the story's own people. */
export function gatherPartners(atlas: Atlas, { scenario }: Rolled): Partner[] {
  const own = scenario.world.partners
  const services = atlas.partners.map((spec): Partner => {
    const change = Object.hasOwn(own, spec.id) ? own[spec.id] : undefined
    return {
      id: spec.id,
      name: spec.name,
      short: spec.short,
      ackMs: change?.ack ?? spec.ackMs,
      sends: spec.sends ?? null,
      says: change?.says ? `partner.${spec.id}.says` : null,
      when: change?.when ?? null,
      person: false,
      status: 'none',
      toldAt: null,
    }
  })
  const people = Object.entries(own)
    .filter(([id]) => !atlas.partners.some((spec) => spec.id === id))
    .map(
      ([id, partner]): Partner => ({
        id,
        name: partner.name,
        short: partner.name,
        ackMs: partner.ack ?? PERSON_ACK_MS,
        sends: null,
        says: partner.says ? `partner.${id}.says` : null,
        when: partner.when ?? null,
        person: true,
        status: 'none',
        toldAt: null,
      }),
    )
  return [...services, ...people]
}
