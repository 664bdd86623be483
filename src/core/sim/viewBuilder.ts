import { draw } from '../scenario/hash.ts'
import type { Rolled } from '../scenario/roll.ts'
import type { Text } from '../scenario/primitives.ts'
import type { Script, ScriptReply } from '../scenario/script.ts'
import type { Atlas, Point } from './atlas.ts'
import type { Call } from './call.ts'
import type { Entry, Happening } from './journal.ts'
import type { Partner } from './partners.ts'
import { isOverdue, OVERDUE_MS, type Unit, type Units } from './units.ts'
import type { LineView, LogView, PartnerView, RecordView, UnitView, Utterance, View } from './view.ts'

/** Builds the view from the session's parts; keeps the last one until something visible changes. */

export interface ViewSource {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly units: Units
  readonly partners: readonly Partner[]
  call(): Call
  lineState(): LineView['state']
  answeredAt(): number | null
  joined(): readonly string[]
  record(): RecordView
  finished(): boolean
  offered(): readonly ScriptReply[]
  isReachable(partner: Partner): boolean
  /** Where units would be sent now. */
  destination(): Point | null
}

export class ViewBuilder {
  readonly #source: ViewSource
  /** What the system shows of the caller's place. */
  readonly #sector: { x: number; y: number; radius: number } | null
  readonly #pin: Point | null
  #view: View | null = null
  #seen = 0
  /** Time at which the view changes though nothing happens: somebody starts or stops speaking, a unit is overdue. */
  #until = 0
  #talk: Utterance[] = []
  #log: LogView[] = []
  #ended: { at: number; ending: string } | null = null

  constructor(source: ViewSource) {
    this.#source = source
    const { shows } = source.rolled.scenario.caller
    const centre = shows.sector ? source.atlas.place(shows.sector.around) : undefined
    this.#sector = centre && shows.sector ? offCentre(centre, shows.sector.radius, source.rolled.seed) : null
    const pin = shows.pin ? source.atlas.place(shows.pin.at) : undefined
    this.#pin = pin && shows.pin ? { x: pin.x + shows.pin.off[0], y: pin.y + shows.pin.off[1] } : null
  }

  /** The best the system knows by itself. */
  get shown(): Point | null {
    return this.#pin ?? (this.#sector ? { x: this.#sector.x, y: this.#sector.y } : null)
  }

  isStale(now: number): boolean {
    return now >= this.#until
  }

  view(journal: readonly Entry[], now: number): View {
    if (this.#view && this.#seen === journal.length && now < this.#until) return this.#view
    for (; this.#seen < journal.length; this.#seen += 1) {
      const entry = journal[this.#seen]
      if (entry?.origin === 'script') this.#take(entry.n, entry.at, entry.happening)
    }
    const { script, rolled, joined, record, finished, lineState, answeredAt } = this.#source
    const ending = this.#ended ? rolled.scenario.endings[this.#ended.ending] : undefined
    const spoken = this.#talk.filter((line) => line.from <= now && (line.cutAt === null || line.cutAt > line.from))
    this.#until = this.#nextChange(now)
    this.#view = {
      now,
      line: {
        state: lineState(),
        answeredAt: answeredAt(),
        number: rolled.scenario.caller.shows.number,
        sector: this.#sector,
        pin: this.#pin,
        joined: joined(),
      },
      talk: spoken,
      replies: this.#source.offered().map(({ id }) => ({ id, text: script.texts.get(id) ?? emptyText })),
      record: record(),
      units: this.#source.units.list.map((unit) => this.#unit(unit, now)),
      partners: this.#source.partners.filter((partner) => this.#source.isReachable(partner)).map(partnerView),
      log: this.#log,
      ended: this.#ended ? { at: this.#ended.at, after: ending?.after ?? null } : null,
      finished: finished(),
    }
    return this.#view
  }

  #take(n: number, at: number, happening: Happening): void {
    const { texts } = this.#source.script
    const log = (kind: LogView['kind'], subject: string, status: string, text: Text | null = null): void => {
      this.#log = [...this.#log, { n, at, kind, subject, status, text }]
    }
    switch (happening.what) {
      case 'said':
        this.#cut(at)
        this.#talk = [...this.#talk, { n, who: 'trainee', id: happening.reply, text: texts.get(happening.reply) ?? emptyText, from: at, ms: happening.ms, cutAt: null }]
        return
      case 'caller':
        this.#cut(happening.from)
        this.#talk = [...this.#talk, { n, who: 'caller', id: happening.line, text: texts.get(happening.line) ?? emptyText, from: happening.from, ms: happening.ms, cutAt: null }]
        return
      case 'unit':
        return log('unit', happening.unit, happening.status === 'arrived' ? (happening.right ? 'arrived' : 'arrived-wrong') : happening.status)
      case 'partner':
        return log('partner', happening.partner, happening.status)
      case 'report':
        return log('report', happening.from, 'says', texts.get(happening.line) ?? null)
      case 'refused':
        return log('refused', happening.why, 'refused')
      case 'ended':
        this.#ended = { at, ending: happening.ending }
        return log('line', 'ended', 'ended')
      case 'dropped':
      case 'gave-up':
      case 'held':
      case 'resumed':
      case 'calling-back':
      case 'no-answer':
      case 'restored':
        if (happening.what === 'dropped') this.#cut(at)
        return log('line', happening.what, happening.what)
    }
  }

  /** Whatever the caller was saying breaks off. */
  #cut(at: number): void {
    const last = this.#talk[this.#talk.length - 1]
    if (last?.who === 'caller' && last.cutAt === null && last.from + last.ms > at) {
      this.#talk = [...this.#talk.slice(0, -1), { ...last, cutAt: at }]
    }
  }

  #nextChange(now: number): number {
    const call = this.#source.call()
    const times = [call.from, call.until]
    for (const unit of this.#source.units.list) {
      if (unit.status === 'sent' && unit.sentAt !== null) times.push(unit.sentAt + OVERDUE_MS)
    }
    return Math.min(...times.filter((time) => time > now), Number.MAX_SAFE_INTEGER)
  }

  #unit(unit: Unit, now: number): UnitView {
    const to = unit.status === 'free' ? this.#source.destination() : null
    return {
      id: unit.spec.id,
      kind: unit.spec.kind,
      name: unit.spec.name,
      note: unit.spec.note ?? null,
      status: unit.status,
      sentAt: unit.sentAt,
      acknowledgedAt: unit.acknowledgedAt,
      eta: unit.status === 'moving' ? unit.eta : null,
      etaIfSent: to ? this.#source.atlas.route(unit.at, to).ms : null,
      overdue: isOverdue(unit, now),
      by: unit.by,
      leg: unit.leg ? { departsAt: unit.leg.departsAt, points: unit.leg.route.points, atMs: unit.leg.route.atMs } : null,
      at: unit.at,
    }
  }
}

const emptyText: Text = { zh: '', en: '' }

function partnerView(partner: Partner): PartnerView {
  return {
    id: partner.id,
    name: partner.name,
    short: partner.short,
    status: partner.status,
    toldAt: partner.toldAt,
    person: partner.person,
  }
}

/** A sector's centre is a mast, not the caller: shifted by the seed, always with the caller inside. */
function offCentre(truth: Point, radius: number, seed: string): { x: number; y: number; radius: number } {
  const reach = Math.floor(radius / 2)
  const shift = (name: string): number => drawShift(seed, name, reach)
  return { x: truth.x + shift('sector/x'), y: truth.y + shift('sector/y'), radius }
}

function drawShift(seed: string, name: string, reach: number): number {
  return draw(seed, name, reach * 2 + 1) - reach
}
