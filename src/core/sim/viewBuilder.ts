import type { Text } from '../scenario/primitives.ts'
import type { Rolled } from '../scenario/roll.ts'
import type { Script, ScriptReply } from '../scenario/script.ts'
import type { Atlas } from './atlas.ts'
import type { Call } from './call.ts'
import type { Entry, Happening } from './journal.ts'
import type { Partner } from './partners.ts'
import type { Response } from './response.ts'
import type { Shown } from './shown.ts'
import { isOverdue, OVERDUE_MS, type Unit } from './units.ts'
import type {
  LineView,
  LogView,
  PartnerView,
  RecordView,
  UnitView,
  Utterance,
  View,
} from './view.ts'

/** Builds the view from the session's parts; keeps the last one until something visible changes. */

export interface ViewSource {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly response: Response
  readonly shown: Shown
  call(): Call
  lineState(): LineView['state']
  answeredAt(): number | null
  record(): RecordView
  finished(): boolean
  offered(): readonly ScriptReply[]
}

export class ViewBuilder {
  readonly #source: ViewSource
  #view: View | null = null
  #seen = 0
  /** Time at which the view changes though nothing happens: somebody starts or stops speaking, a unit is overdue. */
  #until = 0
  #talk: Utterance[] = []
  #log: LogView[] = []
  #ended: { at: number; ending: string } | null = null

  constructor(source: ViewSource) {
    this.#source = source
  }

  isStale(now: number): boolean {
    return now >= this.#until
  }

  view(journal: readonly Entry[], now: number): View {
    if (this.#view && this.#seen === journal.length && now < this.#until) return this.#view
    for (; this.#seen < journal.length; this.#seen += 1) {
      const entry = journal[this.#seen]
      if (entry?.origin === 'script') this.#take(entry.n, entry.at, entry.happening)
      // hanging up cuts the caller short; an ending of the story lets the last line be said
      else if (entry?.origin === 'trainee' && entry.command.do === 'hang-up') this.#cut(entry.at)
    }
    const { script, rolled, response, shown, record, finished, lineState, answeredAt } =
      this.#source
    const ending = this.#ended ? rolled.scenario.endings[this.#ended.ending] : undefined
    const spoken = this.#talk.filter(
      (line) => line.from <= now && (line.cutAt === null || line.cutAt > line.from),
    )
    this.#until = this.#nextChange(now)
    this.#view = {
      now,
      line: {
        state: lineState(),
        answeredAt: answeredAt(),
        number: rolled.scenario.caller.shows.number,
        sector: shown.sector,
        pin: shown.pin,
        joined: response.joined,
      },
      talk: spoken,
      replies: this.#source
        .offered()
        .map(({ id }) => ({ id, text: script.texts.get(id) ?? emptyText })),
      record: record(),
      units: this.#source.response.units.list.map((unit) => this.#unit(unit, now)),
      partners: this.#source.response.partners
        .filter((partner) => this.#source.response.isReachable(partner))
        .map(partnerView),
      log: this.#log,
      ended: this.#ended ? { at: this.#ended.at, after: ending?.after ?? null } : null,
      finished: finished(),
    }
    return this.#view
  }

  #take(n: number, at: number, happening: Happening): void {
    const { texts } = this.#source.script
    const words = (id: string): Text => texts.get(id) ?? emptyText
    if (happening.what === 'said') {
      const { reply, ms } = happening
      this.#speak(at, {
        n,
        who: 'trainee',
        id: reply,
        text: words(reply),
        from: at,
        ms,
        cutAt: null,
      })
    } else if (happening.what === 'caller') {
      const { line, from, ms } = happening
      this.#speak(from, { n, who: 'caller', id: line, text: words(line), from, ms, cutAt: null })
    } else if (happening.what === 'dropped') this.#cut(at)
    else if (happening.what === 'ended') this.#ended = { at, ending: happening.ending }
    const message = messageOf(happening)
    if (message) {
      const text = happening.what === 'report' ? words(happening.line) : null
      this.#log = [...this.#log, { n, at, ...message, text }]
    }
  }

  #speak(from: number, line: Utterance): void {
    this.#cut(from)
    this.#talk = [...this.#talk, line]
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
    for (const unit of this.#source.response.units.list) {
      if (unit.status === 'sent' && unit.sentAt !== null) times.push(unit.sentAt + OVERDUE_MS)
    }
    return Math.min(...times.filter((time) => time > now), Number.MAX_SAFE_INTEGER)
  }

  #unit(unit: Unit, now: number): UnitView {
    const to = unit.status === 'free' ? this.#source.response.destination() : null
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
      leg: unit.leg
        ? {
            departsAt: unit.leg.departsAt,
            points: unit.leg.route.points,
            atMs: unit.leg.route.atMs,
          }
        : null,
      at: unit.at,
    }
  }
}

/** What the desk's log says of a happening; null if the trainee can't see it. */
function messageOf(happening: Happening): Pick<LogView, 'kind' | 'subject' | 'status'> | null {
  switch (happening.what) {
    case 'unit': {
      const { unit, status, right } = happening
      return { kind: 'unit', subject: unit, status: right === false ? 'arrived-wrong' : status }
    }
    case 'partner':
      return { kind: 'partner', subject: happening.partner, status: happening.status }
    case 'report':
      return { kind: 'report', subject: happening.from, status: 'says' }
    case 'refused':
      return { kind: 'refused', subject: happening.why, status: 'refused' }
    case 'ended':
    case 'dropped':
    case 'gave-up':
    case 'held':
    case 'resumed':
    case 'calling-back':
    case 'no-answer':
    case 'restored':
      return { kind: 'line', subject: happening.what, status: happening.what }
    default:
      return null
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
