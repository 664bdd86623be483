import type { Rolled } from '../scenario/roll.ts'
import type { Script } from '../scenario/script.ts'
import type { Atlas, Point } from './atlas.ts'
import type { SimClock } from './clock.ts'
import type { Command } from './command.ts'
import type { Happening } from './journal.ts'
import { holds, type Mind } from './mind.ts'
import { BRIDGE_MS, gatherPartners, type Partner } from './partners.ts'
import type { Refusal } from './refusal.ts'
import type { Shown } from './shown.ts'
import { truePlace } from './truth.ts'
import { isNear, type Unit, Units } from './units.ts'
import type { LineView, RecordView } from './view.ts'

/** The response to a call: units ordered about, partners told, brought onto the line or handed the matter. */

export interface ResponsePort {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly clock: SimClock
  readonly seed: string
  readonly shown: Shown
  record(): RecordView
  lineState(): LineView['state']
  mind(): Mind
  tell(happening: Happening): void
  /** Passes an event on to the call machine, if the story cares. */
  happen(key: string): void
  /** Does the story react to this event? */
  isAwaited(key: string): boolean
}

export class Response {
  readonly units: Units
  readonly partners: readonly Partner[]
  readonly #port: ResponsePort
  #joined: readonly string[] = []

  constructor(port: ResponsePort) {
    this.#port = port
    const truth = truePlace(port.rolled, port.atlas)
    this.units = new Units({
      clock: port.clock,
      atlas: port.atlas,
      seed: port.seed,
      isRight: (point) => truth !== null && isNear(point, truth.point, truth.within),
      tell: (happening) => port.tell(happening),
      happen: (key) => port.happen(key),
      stallNth: port.rolled.scenario.world.stall?.nth ?? 0,
    })
    this.partners = gatherPartners(port.atlas, port.rolled)
  }

  /** Who is on the line beside the caller. */
  get joined(): readonly string[] {
    return this.#joined
  }

  /** Orders a unit; the reason if that can't be done. */
  order(what: 'send' | 'recall' | 'update' | 'chase', id: string): Refusal | null {
    const unit = this.units.find(id)
    if (!unit) return 'unknown-unit'
    if (what === 'send') {
      if (unit.status !== 'free') return 'unit-busy'
      const to = this.destination()
      if (!to) return 'no-place'
      this.units.send(unit, to, null)
      return null
    }
    if (unit.status === 'free') return 'unit-not-sent'
    if (what === 'recall') this.units.recall(unit)
    else if (what === 'chase') this.units.chase(unit)
    else this.#passOn(unit)
    return null
  }

  #passOn(unit: Unit): void {
    const to = this.destination()
    if (to && (!unit.to || to.x !== unit.to.x || to.y !== unit.to.y)) this.units.redirect(unit, to)
  }

  /** Tells, bridges or hands over to a partner; the reason if that can't be done. */
  partner(command: Extract<Command, { do: 'tell' | 'bridge' | 'transfer' }>): Refusal | null {
    const partner = this.partners.find((candidate) => candidate.id === command.partner)
    if (!partner) return 'unknown-partner'
    if (!this.isReachable(partner)) return 'partner-unavailable'
    if (command.do === 'tell') {
      this.#tellPartner(partner)
      return null
    }
    if (this.#port.lineState() !== 'up') return 'line-not-up'
    if (command.do === 'bridge') {
      if (this.#joined.includes(partner.id)) return 'already-on-line'
      this.#port.clock.setTimeout(() => this.#join(partner, command.announced), BRIDGE_MS)
      return null
    }
    const key = `transferred.${partner.id}.${command.asked ? 'asked' : 'unasked'}`
    if (!this.#port.isAwaited(key)) return 'transfer-declined'
    this.#mark(partner, 'transferred')
    this.#port.happen(key)
    return null
  }

  #tellPartner(partner: Partner): void {
    const again = partner.status !== 'none'
    partner.toldAt ??= this.#port.clock.now
    if (!again) partner.status = 'told'
    this.#port.tell({ what: 'partner', partner: partner.id, status: 'told' })
    this.#port.happen(`told.${partner.id}`)
    if (again) {
      for (const unit of this.units.list)
        if (unit.by === partner.id && unit.status !== 'free') this.#passOn(unit)
      return
    }
    this.#port.clock.setTimeout(() => {
      if (partner.status === 'told') partner.status = 'acknowledged'
      this.#port.tell({ what: 'partner', partner: partner.id, status: 'acknowledged' })
      if (partner.says !== null)
        this.#port.tell({ what: 'report', from: partner.id, line: partner.says })
      const to = this.destination()
      const unit = partner.sends && to ? this.units.nearest(partner.sends, to) : undefined
      if (unit && to) this.units.send(unit, to, partner.id)
    }, partner.ackMs)
  }

  #join(partner: Partner, announced: boolean): void {
    if (this.#port.lineState() !== 'up' || this.#joined.includes(partner.id)) return
    this.#joined = [...this.#joined, partner.id]
    this.#mark(partner, 'bridged')
    this.#port.happen(`bridged.${partner.id}.${announced ? 'announced' : 'unannounced'}`)
  }

  #mark(partner: Partner, status: 'bridged' | 'transferred'): void {
    partner.status = status
    partner.toldAt ??= this.#port.clock.now
    this.#port.tell({ what: 'partner', partner: partner.id, status })
  }

  isReachable(partner: Partner): boolean {
    if (!partner.when) return true
    return holds(
      this.#port.script.conditions.get(partner.when) ?? null,
      this.#port.mind(),
      this.#port.clock.now,
    )
  }

  /** Where units are sent: the record's place, else what the system shows. */
  destination(): Point | null {
    const { location } = this.#port.record()
    if (location) {
      if (location.x !== undefined && location.y !== undefined)
        return { x: location.x, y: location.y }
      const place =
        location.place === undefined ? undefined : this.#port.atlas.place(location.place)
      if (place) return { x: place.x, y: place.y }
    }
    return this.#port.shown.point
  }
}
