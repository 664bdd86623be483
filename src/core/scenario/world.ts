import type { TrialGround } from '../robots/trial.ts'
import { systemShows } from '../sim/shown.ts'
import { truePlace } from '../sim/truth.ts'
import { isNear } from '../sim/units.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import { type MCond, type MEvent, type Model, TICK_MS } from './modelTypes.ts'
import type { Rolled } from './roll.ts'
import type { Script } from './script.ts'

/** What may happen in the world beside the talk: when each event is possible, and how soon. */

export interface WorldEvent {
  readonly event: MEvent
  /** Only while the caller is on the line and not held. */
  readonly needsLine: boolean
  /** Flags that must be set, or must not be. */
  readonly needsFlag: number
  readonly forbidsFlag: number
  /** Bits of the world that must be set, those that must not be yet, and those that this sets. */
  readonly needs: number
  readonly forbids: number
  readonly sets: number
  /** Facts of which one must be known: who doesn't know the place can't send anybody to it. Null: none needed. */
  readonly place: number | null
  readonly when: MCond | null
  /** Ticks from now at least. */
  readonly ticks: number
  /** And from the moment that a flag was first set (0: from the answer). */
  readonly since: { readonly flag: number; readonly ticks: number } | null
}

export interface World {
  readonly bits: number
  readonly events: readonly WorldEvent[]
}

/** Wheels turn after this at the earliest (units.ts), ms. */
const TURN_OUT_MS = 12_000
/** From 'bring them in' to their voice (partners.ts), ms. */
const BRIDGE_MS = 4000

/** Facts that tell the true place, in the script's own bits. */
export function placeFacts(rolled: Rolled, script: Script): number {
  return script.facts.reduce(
    (mask, { id, mask: bit }) =>
      rolled.scenario.facts[id]?.record === 'location' ? mask | bit : mask,
    0,
  )
}

export function worldOf(model: Model, rolled: Rolled, ground: TrialGround | null): World {
  const bits = new Map<string, number>()
  const world = (name: string): number => {
    const known = bits.get(name)
    if (known !== undefined) return known
    const made = 1 << bits.size
    bits.set(name, made)
    return made
  }
  const truth = ground ? truePlace(rolled, ground.atlas) : null
  const pin = ground ? systemShows(rolled, ground.atlas).pin : null
  const place = placeFacts(rolled, model.script)
  let known = 0
  for (const [index, at] of model.factBit.entries()) if (place & (1 << index)) known |= 1 << at
  // a pin at the very place needs no asking
  const needsPlace = truth && !(pin && isNear(pin, truth.point, truth.within)) ? known : null
  const drive = (kind: UnitKind): number => {
    if (!ground || !truth) return 0
    const { atlas } = ground
    const times = atlas.units
      .filter((unit) => unit.kind === kind)
      .map((unit) => atlas.route(unit, truth.point).ms)
    return times.length === 0 ? 0 : Math.min(...times)
  }
  const { partners } = rolled.scenario.world
  const reachable = (id: string): MCond | null =>
    Object.hasOwn(partners, id) ? model.cond(partners[id]?.when) : null

  const plain = {
    needsLine: false,
    needsFlag: 0,
    forbidsFlag: 0,
    needs: 0,
    forbids: 0,
    sets: 0,
    place: null,
    when: null,
    ticks: 0,
    since: null,
  }
  const flag = (name: string): number => {
    const at = model.script.flags.indexOf(name)
    const bit = at < 0 ? -1 : (model.flagBit[at] ?? -1)
    return bit < 0 || bit >= model.flags ? 0 : 1 << bit
  }
  /** A bit for a sending that the story reacts to without a flag of its own; else 0: it may have been done at once. */
  const sending = (kind: string): number => {
    const event = model.events.get(`sent.${kind}`)
    const noticed = event !== undefined && event.now.length + event.arms.length > 0
    return noticed && flag(`sent:${kind}`) === 0 ? world(`sent.${kind}`) : 0
  }
  const events = [...model.events.values()].flatMap((event): WorldEvent[] => {
    const [what, subject = '', how] = event.key.split('.')
    switch (what) {
      case 'sent':
        return [{ ...plain, event, sets: sending(subject) }]
      case 'arrived': {
        const kind = ground?.atlas.units.find((unit) => unit.kind === subject)?.kind
        const ms = TURN_OUT_MS + (how === 'right' && kind ? drive(kind) : 0)
        const ticks = Math.floor(ms / TICK_MS)
        const sent = flag(`sent:${subject}`)
        return [
          {
            ...plain,
            event,
            needsFlag: sent,
            needs: sending(subject),
            place: how === 'right' ? needsPlace : null,
            since: { flag: sent, ticks },
          },
        ]
      }
      case 'told':
        return [{ ...plain, event, when: reachable(subject) }]
      case 'bridged': {
        // a partner joins once
        const joined = flag(`bridged:${subject}`)
        const bit = joined === 0 ? world(`joined.${subject}`) : 0
        return [
          {
            ...plain,
            event,
            needsLine: true,
            forbidsFlag: joined,
            forbids: bit,
            sets: bit,
            when: reachable(subject),
            ticks: Math.floor(BRIDGE_MS / TICK_MS),
          },
        ]
      }
      case 'transferred':
        return [{ ...plain, event, needsLine: true, when: reachable(subject) }]
      default:
        return []
    }
  })
  return { bits: bits.size, events }
}
