import type { Script } from '../scenario/script.ts'
import type { Command, RecordField } from '../sim/command.ts'
import type { Entry, Happening, MoodValues, Observation } from '../sim/journal.ts'
import { emptyRecord, revise } from '../sim/record.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import { perObject } from './perObject.ts'
import type { Moment, Order, PartnerMoment, Revision, Said, Trace } from './trace.ts'

/** Uncertainty assumed for a device that never told its own, ms: two frames at 60 Hz. */
const UNKNOWN_DEVICE_MS = 34

/** A script's replies, facts and flags by the names that a journal calls them. */
const namesOf = perObject((script: Script) => ({
  replies: new Map(script.replies.map((reply) => [reply.id, reply])),
  facts: new Map(script.facts.map((fact) => [fact.id, fact.mask])),
  flags: new Map(script.flags.map((flag, index) => [flag, 1 << index])),
}))

/** Reads a journal in one pass. `kindOf` tells the kind of a unit by its id. */
export function trace(
  script: Script,
  journal: readonly Entry[],
  kindOf: (unit: string) => UnitKind | null,
): Trace {
  const tracing = new Tracing(script, kindOf)
  tracing.read(journal)
  return tracing
}

class Tracing implements Trace {
  answer: Moment | null = null
  record = emptyRecord
  hungUp: Moment | null = null
  ending: Trace['ending'] = null
  soundTrouble = false
  deviceError = UNKNOWN_DEVICE_MS
  endAt = 0
  left = false
  readonly said: Said[] = []
  readonly revisions: Revision[] = []
  readonly lastSet = new Map<RecordField, Revision>()
  readonly orders: Order[] = []
  readonly partners: PartnerMoment[] = []
  readonly known = new Map<string, Moment>()
  readonly flagged = new Map<string, Moment>()
  readonly heard: { at: number; readonly mask: number; readonly fact: string }[] = []
  readonly moods: { readonly at: number; readonly moods: MoodValues }[] = []
  readonly flags: { readonly at: number; readonly mask: number }[] = []
  readonly critical: (Moment & { readonly id: string })[] = []
  readonly holds: { readonly n: number; readonly from: number; readonly to: number }[] = []
  readonly drops: { n: number; at: number; calledBackAt: number | null; mended: boolean }[] = []
  readonly arrivals: (Moment & { readonly unit: string; readonly right: boolean })[] = []
  readonly waits: { n: number; unit: string; from: number; to: number }[] = []
  readonly gaps: number[] = []
  readonly hidden: { readonly from: number; readonly to: number }[] = []
  readonly #names: ReturnType<typeof namesOf>
  readonly #kindOf: (unit: string) => UnitKind | null
  /** Units that haven't signed in, since when. */
  readonly #open = new Map<string, Moment>()
  #flags = 0
  #heldFrom: Moment | null = null
  #hiddenFrom: number | null = null
  /** Until when there was something to listen to. */
  #listenedTo = 0

  constructor(script: Script, kindOf: (unit: string) => UnitKind | null) {
    this.#names = namesOf(script)
    this.#kindOf = kindOf
  }

  get answeredAt(): number | null {
    return this.answer?.at ?? null
  }

  read(journal: readonly Entry[]): void {
    for (let i = 0; i < journal.length; i += 1) {
      const entry = journal[i]
      if (!entry) continue
      if (entry.origin === 'script') this.#happened(entry.n, entry.at, entry.happening)
      else if (entry.origin === 'observed') this.#observed(entry.at, entry.observation)
      else {
        const next = journal[i + 1]
        // what was refused did not happen
        const refused = next?.origin === 'script' && next.happening.what === 'refused'
        if (!refused) this.#did(entry.n, entry.at, entry.command)
      }
    }
    this.endAt = journal[journal.length - 1]?.at ?? 0
    for (const unit of this.#open.keys()) this.#settle(unit, this.endAt)
    if (this.#hiddenFrom !== null) this.hidden.push({ from: this.#hiddenFrom, to: this.endAt })
  }

  #did(n: number, at: number, command: Command): void {
    switch (command.do) {
      case 'answer':
        this.answer = { n, at }
        this.#listenedTo = at
        return
      case 'set': {
        const { change } = command
        this.record = revise(this.record, change)
        const revision = { n, at, change, record: this.record }
        this.revisions.push(revision)
        this.lastSet.set(change.field, revision)
        return
      }
      case 'send':
      case 'update':
      case 'recall':
      case 'chase': {
        const { do: what, unit } = command
        this.orders.push({ n, at, what, unit, kind: this.#kindOf(unit), record: this.record })
        if (what === 'send') this.#open.set(unit, { n, at })
        else if (what !== 'update') this.#settle(unit, at)
        return
      }
      case 'tell':
      case 'bridge':
      case 'transfer': {
        const { do: what, partner } = command
        const announced = what === 'bridge' && command.announced
        const asked = what === 'transfer' && command.asked
        this.partners.push({ n, at, partner, what, announced, asked })
        return
      }
      case 'hang-up':
        if (!this.ending) this.hungUp = { n, at }
        return
      case 'call-back': {
        const drop = this.drops[this.drops.length - 1]
        if (drop) drop.calledBackAt ??= at
        return
      }
    }
  }

  #happened(n: number, at: number, happening: Happening): void {
    switch (happening.what) {
      case 'said': {
        const reply = this.#names.replies.get(happening.reply)
        if (!reply) return
        const { interrupts } = happening
        this.said.push({ n, at, reply, interrupts })
        if (interrupts) this.#cutOff(at)
        if (at > this.#listenedTo) this.gaps.push(at - this.#listenedTo)
        return
      }
      case 'caller':
        this.#listenedTo = happening.from + happening.ms
        return
      case 'moods':
        this.moods.push({ at, moods: happening.moods })
        return
      case 'revealed':
        for (const fact of happening.facts) {
          const mask = this.#names.facts.get(fact) ?? 0
          this.known.set(fact, { n, at: happening.known })
          this.heard.push({ at: happening.known, mask, fact })
        }
        return
      case 'flags':
        for (const flag of happening.set) {
          this.#flags |= this.#names.flags.get(flag) ?? 0
          if (!this.flagged.has(flag)) this.flagged.set(flag, { n, at })
        }
        for (const flag of happening.cleared) this.#flags &= ~(this.#names.flags.get(flag) ?? 0)
        this.flags.push({ at, mask: this.#flags })
        return
      case 'critical':
        this.critical.push({ n, at, id: happening.id })
        return
      case 'held':
        this.#heldFrom = { n, at }
        return
      case 'resumed':
        this.#release(at)
        return
      case 'dropped':
      case 'gave-up':
        this.#release(at)
        this.drops.push({ n, at, calledBackAt: null, mended: false })
        return
      case 'restored': {
        const drop = this.drops[this.drops.length - 1]
        if (drop) drop.mended = true
        this.#listenedTo = at
        return
      }
      case 'unit': {
        const { unit, status, right } = happening
        if (status === 'acknowledged') this.#settle(unit, at)
        else if (status === 'arrived') this.arrivals.push({ n, at, unit, right: right === true })
        return
      }
      case 'ended':
        this.#release(at)
        this.ending = { n, at, id: happening.ending }
        return
      case 'finished':
        this.left = happening.left
        return
    }
  }

  #observed(at: number, observation: Observation): void {
    switch (observation.saw) {
      case 'hidden':
        this.#hiddenFrom = at
        return
      case 'shown':
        if (this.#hiddenFrom !== null) this.hidden.push({ from: this.#hiddenFrom, to: at })
        this.#hiddenFrom = null
        return
      case 'audio-blocked':
        this.soundTrouble = true
        return
      case 'device':
        this.deviceError = observation.error
        return
    }
  }

  /** A line talked over has still told its facts, and no later than it was cut off. */
  #cutOff(at: number): void {
    for (let i = this.heard.length - 1; i >= 0; i -= 1) {
      const line = this.heard[i]
      if (!line || line.at <= at) return
      const { n } = this.known.get(line.fact) ?? { n: 0 }
      line.at = at
      this.known.set(line.fact, { n, at })
    }
  }

  #settle(unit: string, at: number): void {
    const sent = this.#open.get(unit)
    if (!sent) return
    this.waits.push({ n: sent.n, unit, from: sent.at, to: at })
    this.#open.delete(unit)
  }

  #release(at: number): void {
    if (this.#heldFrom) this.holds.push({ n: this.#heldFrom.n, from: this.#heldFrom.at, to: at })
    this.#heldFrom = null
  }
}
