import { positionAt } from '../city/along.ts'
import { distance } from '../city/point.ts'
import { draw } from '../scenario/hash.ts'
import type { Atlas, Point, Route, UnitSpec } from './atlas.ts'
import type { SimClock } from './clock.ts'
import type { Happening, UnitStatus } from './journal.ts'

/** Units: sent, signing in, driving, arriving; a pure matter of times drawn from the seed and of the city's roads. */

export interface Unit {
  readonly spec: UnitSpec
  status: UnitStatus
  sentAt: number | null
  acknowledgedAt: number | null
  leg: { departsAt: number; route: Route } | null
  /** Where it stands when not driving. */
  at: Point
  to: Point | null
  eta: number | null
  by: string | null
  /** Doesn't sign in until chased. */
  stalled: boolean
  /** Counts legs, so that timers of an older leg do nothing. */
  leaving: number
}

/** Sign-in: 5–9 s; wheels turn 12–20 s after sending. Own training figures; the sign-in limit is 30 s. */
const SIGN_IN = { least: 5000, spread: 4001 } as const
const TURN_OUT = { least: 12_000, spread: 8001 } as const
/** After a new order on the way, or a chase. */
const RE_ORDER_MS = 3000

export interface UnitsPort {
  readonly clock: SimClock
  readonly atlas: Atlas
  readonly seed: string
  /** Is this where the caller is? */
  isRight(point: Point): boolean
  tell(happening: Happening): void
  happen(key: string): void
  /** The nth unit sent that doesn't sign in by itself; 0: none. */
  readonly stallNth: number
}

export class Units {
  readonly #port: UnitsPort
  readonly list: readonly Unit[]
  #sent = 0

  constructor(port: UnitsPort) {
    this.#port = port
    this.list = port.atlas.units.map((spec) => ({
      spec,
      status: 'free',
      sentAt: null,
      acknowledgedAt: null,
      leg: null,
      at: { x: spec.x, y: spec.y },
      to: null,
      eta: null,
      by: null,
      stalled: false,
      leaving: 0,
    }))
  }

  find(id: string): Unit | undefined {
    return this.list.find((unit) => unit.spec.id === id)
  }

  /** The free unit of a kind that is soonest at a point. */
  nearest(kind: UnitSpec['kind'], to: Point): Unit | undefined {
    let best: Unit | undefined
    let bestMs = Number.POSITIVE_INFINITY
    for (const unit of this.list) {
      if (unit.spec.kind !== kind || unit.status !== 'free') continue
      const { ms } = this.#port.atlas.route(unit.at, to)
      if (ms < bestMs) {
        best = unit
        bestMs = ms
      }
    }
    return best
  }

  /** Orders a free (or recalled) unit to a point. */
  send(unit: Unit, to: Point, by: string | null): void {
    const { clock, seed } = this.#port
    this.#sent += 1
    unit.stalled = by === null && this.#sent === this.#port.stallNth
    unit.sentAt = clock.now
    unit.acknowledgedAt = null
    unit.by = by
    unit.at = this.whereIs(unit)
    unit.leg = null
    this.#tell(unit, 'sent', to)
    this.#port.happen(`sent.${unit.spec.kind}`)
    unit.leaving += 1
    if (unit.stalled) return
    const signIn = SIGN_IN.least + draw(seed, `sign-in/${unit.spec.id}`, SIGN_IN.spread)
    const turnOut = TURN_OUT.least + draw(seed, `turn-out/${unit.spec.id}`, TURN_OUT.spread)
    this.#signInAfter(unit, signIn)
    this.#departAfter(unit, turnOut)
  }

  /** Reminds a unit that hasn't signed in or moved. True if it was stalled. */
  chase(unit: Unit): boolean {
    if (!unit.stalled) return false
    unit.stalled = false
    this.#signInAfter(unit, RE_ORDER_MS)
    this.#departAfter(unit, RE_ORDER_MS * 2)
    return true
  }

  /** A new place for a unit already sent: it turns round where it is. */
  redirect(unit: Unit, to: Point): void {
    unit.at = this.whereIs(unit)
    unit.to = to
    if (unit.stalled) return
    const moves = unit.status === 'moving' || unit.status === 'arrived'
    if (!moves) return
    unit.leaving += 1
    unit.leg = null
    unit.status = 'acknowledged'
    this.#departAfter(unit, RE_ORDER_MS)
  }

  recall(unit: Unit): void {
    unit.at = this.whereIs(unit)
    unit.leg = null
    unit.eta = null
    unit.stalled = false
    unit.leaving += 1
    this.#tell(unit, 'recalled', null)
    // on its way back it can be sent again
    unit.status = 'free'
  }

  /** Where a unit is now. */
  whereIs(unit: Unit): Point {
    return unit.leg
      ? positionAt(unit.leg.route, this.#port.clock.now - unit.leg.departsAt)
      : unit.at
  }

  #tell(unit: Unit, status: UnitStatus, to: Point | null, right?: boolean): void {
    unit.status = status
    if (to) unit.to = to
    this.#port.tell({
      what: 'unit',
      unit: unit.spec.id,
      kind: unit.spec.kind,
      status,
      ...(to ? { to: [to.x, to.y] as [number, number] } : {}),
      ...(unit.eta !== null && status === 'moving' ? { eta: unit.eta } : {}),
      ...(right === undefined ? {} : { right }),
      ...(unit.by === null ? {} : { by: unit.by }),
    })
  }

  #signInAfter(unit: Unit, ms: number): void {
    const leaving = unit.leaving
    this.#port.clock.setTimeout(() => {
      if (unit.leaving !== leaving) return
      unit.acknowledgedAt = this.#port.clock.now
      this.#tell(unit, 'acknowledged', null)
    }, ms)
  }

  #departAfter(unit: Unit, ms: number): void {
    const { clock, atlas } = this.#port
    const leaving = unit.leaving
    clock.setTimeout(() => {
      if (unit.leaving !== leaving || !unit.to) return
      const to = unit.to
      const route = atlas.route(unit.at, to)
      unit.leg = { departsAt: clock.now, route }
      unit.eta = clock.now + route.ms
      this.#tell(unit, 'moving', to)
      clock.setTimeout(() => {
        if (unit.leaving !== leaving) return
        unit.at = to
        unit.leg = null
        const right = this.#port.isRight(to)
        this.#tell(unit, 'arrived', to, right)
        this.#port.happen(`arrived.${unit.spec.kind}.${right ? 'right' : 'wrong'}`)
      }, route.ms)
    }, ms)
  }
}

/** Is a unit overdue: sent 30 s ago or more and not signed in? The limit is the sign-in limit of the rubric. */
export const OVERDUE_MS = 30_000

export function isOverdue(unit: Pick<Unit, 'status' | 'sentAt'>, now: number): boolean {
  return unit.status === 'sent' && unit.sentAt !== null && now - unit.sentAt >= OVERDUE_MS
}

/** Metres within which an arrival counts as right, at least: a car that near sees or hears them. Own figure. */
export const RIGHT_WITHIN_M = 120

export function isNear(point: Point, truth: Point, within: number): boolean {
  return distance(point, truth) <= Math.max(RIGHT_WITHIN_M, within)
}
