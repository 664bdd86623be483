import type { Script, ScriptReply } from '../scenario/script.ts'
import type { RecordChange } from '../sim/command.ts'
import type { Entry } from '../sim/journal.ts'
import { freshMind, type Mind, markSaid } from '../sim/mind.ts'
import { emptyRecord, revise } from '../sim/record.ts'
import type { RecordView } from '../sim/view.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import { perObject } from './perObject.ts'

/** One pass over a journal: who said, sent, told and recorded what, and when. Everything that scoring asks about. */

export interface Moment {
  readonly n: number
  readonly at: number
}
export interface Said extends Moment {
  readonly reply: ScriptReply
  readonly interrupts: boolean
}
export interface Revision extends Moment {
  readonly change: RecordChange
  /** The record after it. */
  readonly record: RecordView
}
export interface Order extends Moment {
  readonly what: 'send' | 'update' | 'recall' | 'chase'
  readonly unit: string
  readonly kind: UnitKind | null
  /** The record when it was given. */
  readonly record: RecordView
}
export interface PartnerMoment extends Moment {
  readonly partner: string
  readonly what: 'tell' | 'bridge' | 'transfer'
  readonly announced: boolean
  readonly asked: boolean
}

export interface Trace {
  readonly answeredAt: number | null
  readonly answer: Moment | null
  readonly said: readonly Said[]
  readonly revisions: readonly Revision[]
  readonly record: RecordView
  readonly orders: readonly Order[]
  readonly partners: readonly PartnerMoment[]
  /** When each fact was heard, by fact id. */
  readonly known: ReadonlyMap<string, Moment>
  /** The mind from each moment on, in order. */
  readonly minds: readonly { readonly at: number; readonly mind: Mind }[]
  readonly critical: readonly (Moment & { readonly id: string })[]
  readonly holds: readonly { readonly n: number; readonly from: number; readonly to: number }[]
  readonly drops: readonly {
    readonly n: number
    readonly at: number
    readonly calledBackAt: number | null
    readonly mended: boolean
  }[]
  readonly hungUp: Moment | null
  readonly ending: (Moment & { readonly id: string }) | null
  readonly arrivals: readonly (Moment & { readonly unit: string; readonly right: boolean })[]
  /** Times between sending and signing in, or until the chase or the end. */
  readonly waits: readonly {
    readonly n: number
    readonly unit: string
    readonly from: number
    readonly to: number
  }[]
  readonly flagged: ReadonlyMap<string, Moment>
  readonly gaps: readonly number[]
  readonly hidden: readonly { readonly from: number; readonly to: number }[]
  readonly soundTrouble: boolean
  readonly deviceError: number
  readonly endAt: number
  readonly left: boolean
}

/** A script's replies, facts and flags by the names that a journal calls them. */
const namesOf = perObject((script: Script) => ({
  replies: new Map(script.replies.map((reply) => [reply.id, reply])),
  facts: new Map(script.facts.map((fact) => [fact.id, fact.mask])),
  flags: new Map(script.flags.map((flag, index) => [flag, 1 << index])),
}))

/** Uncertainty assumed for a device that never told its own, ms: two frames at 60 Hz. */
const UNKNOWN_DEVICE_MS = 34

export function trace(
  script: Script,
  journal: readonly Entry[],
  kindOf: (unit: string) => UnitKind | null,
): Trace {
  let answer: Moment | null = null
  let record = emptyRecord
  let mind = freshMind(script)
  let ending: Trace['ending'] = null
  let hungUp: Moment | null = null
  let heldFrom: Moment | null = null
  let hiddenFrom: number | null = null
  let listenedTo = 0
  let soundTrouble = false
  let deviceError = UNKNOWN_DEVICE_MS
  let left = false
  const said: Said[] = []
  const revisions: Revision[] = []
  const orders: Order[] = []
  const partners: PartnerMoment[] = []
  const known = new Map<string, Moment>()
  const flagged = new Map<string, Moment>()
  const minds: { at: number; mind: Mind }[] = [{ at: 0, mind }]
  const critical: (Moment & { id: string })[] = []
  const holds: { n: number; from: number; to: number }[] = []
  const drops: { n: number; at: number; calledBackAt: number | null; mended: boolean }[] = []
  const arrivals: (Moment & { unit: string; right: boolean })[] = []
  const open = new Map<string, Moment>()
  const waits: { n: number; unit: string; from: number; to: number }[] = []
  const gaps: number[] = []
  const hidden: { from: number; to: number }[] = []
  const names = namesOf(script)

  const become = (at: number, next: Mind): void => {
    mind = next
    minds.push({ at, mind })
  }
  const settle = (unit: string, at: number): void => {
    const sent = open.get(unit)
    if (!sent) return
    waits.push({ n: sent.n, unit, from: sent.at, to: at })
    open.delete(unit)
  }
  for (let i = 0; i < journal.length; i += 1) {
    const entry = journal[i]
    if (!entry) continue
    const { n, at } = entry
    if (entry.origin === 'trainee') {
      const next = journal[i + 1]
      // what was refused did not happen
      if (next?.origin === 'script' && next.happening.what === 'refused') continue
      const { command } = entry
      switch (command.do) {
        case 'answer':
          answer = { n, at }
          listenedTo = at
          break
        case 'set':
          record = revise(record, command.change)
          revisions.push({ n, at, change: command.change, record })
          break
        case 'send':
        case 'update':
        case 'recall':
        case 'chase':
          orders.push({
            n,
            at,
            what: command.do,
            unit: command.unit,
            kind: kindOf(command.unit),
            record,
          })
          if (command.do === 'send') open.set(command.unit, { n, at })
          else if (command.do !== 'update') settle(command.unit, at)
          break
        case 'tell':
          partners.push({
            n,
            at,
            partner: command.partner,
            what: 'tell',
            announced: false,
            asked: false,
          })
          break
        case 'bridge':
          partners.push({
            n,
            at,
            partner: command.partner,
            what: 'bridge',
            announced: command.announced,
            asked: false,
          })
          break
        case 'transfer':
          partners.push({
            n,
            at,
            partner: command.partner,
            what: 'transfer',
            announced: false,
            asked: command.asked,
          })
          break
        case 'hang-up':
          if (!ending) hungUp = { n, at }
          break
        case 'call-back': {
          const drop = drops[drops.length - 1]
          if (drop) drop.calledBackAt ??= at
          break
        }
      }
    } else if (entry.origin === 'script') {
      const { happening } = entry
      switch (happening.what) {
        case 'said': {
          const reply = names.replies.get(happening.reply)
          if (!reply) break
          said.push({ n, at, reply, interrupts: happening.interrupts })
          if (at > listenedTo) gaps.push(at - listenedTo)
          become(at, markSaid(mind, reply.index, reply.slot, at))
          break
        }
        case 'caller':
          listenedTo = happening.from + happening.ms
          break
        case 'moods': {
          const { trust, arousal, patience } = happening.moods
          become(at, { ...mind, moods: [trust, arousal, patience] })
          break
        }
        case 'revealed':
          for (const fact of happening.facts) {
            known.set(fact, { n, at: happening.known })
            become(happening.known, { ...mind, known: mind.known | (names.facts.get(fact) ?? 0) })
          }
          break
        case 'flags': {
          let { flags } = mind
          for (const flag of happening.set) {
            flags |= names.flags.get(flag) ?? 0
            if (!flagged.has(flag)) flagged.set(flag, { n, at })
          }
          for (const flag of happening.cleared) flags &= ~(names.flags.get(flag) ?? 0)
          become(at, { ...mind, flags })
          break
        }
        case 'critical':
          critical.push({ n, at, id: happening.id })
          break
        case 'held':
          heldFrom = { n, at }
          break
        case 'resumed':
        case 'dropped':
        case 'gave-up':
          if (heldFrom) holds.push({ n: heldFrom.n, from: heldFrom.at, to: at })
          heldFrom = null
          if (happening.what !== 'resumed') drops.push({ n, at, calledBackAt: null, mended: false })
          break
        case 'restored': {
          const drop = drops[drops.length - 1]
          if (drop) drop.mended = true
          listenedTo = at
          break
        }
        case 'unit':
          if (happening.status === 'acknowledged') settle(happening.unit, at)
          if (happening.status === 'arrived')
            arrivals.push({ n, at, unit: happening.unit, right: happening.right === true })
          break
        case 'ended':
          if (heldFrom) holds.push({ n: heldFrom.n, from: heldFrom.at, to: at })
          heldFrom = null
          ending = { n, at, id: happening.ending }
          break
        case 'finished':
          left = happening.left
          break
      }
    } else {
      const { observation } = entry
      if (observation.saw === 'hidden') hiddenFrom = at
      else if (observation.saw === 'shown' && hiddenFrom !== null) {
        hidden.push({ from: hiddenFrom, to: at })
        hiddenFrom = null
      } else if (observation.saw === 'audio-blocked') soundTrouble = true
      else if (observation.saw === 'device') deviceError = observation.error
    }
  }
  const endAt = journal[journal.length - 1]?.at ?? 0
  for (const unit of [...open.keys()]) settle(unit, endAt)
  if (hiddenFrom !== null) hidden.push({ from: hiddenFrom, to: endAt })
  minds.sort((a, b) => a.at - b.at)
  return {
    answeredAt: answer?.at ?? null,
    answer,
    said,
    revisions,
    record,
    orders,
    partners,
    known,
    minds,
    critical,
    holds,
    drops,
    hungUp,
    ending,
    arrivals,
    waits,
    flagged,
    gaps,
    hidden,
    soundTrouble,
    deviceError,
    endAt,
    left,
  }
}

/** The mind at a moment. */
export function mindAt(traced: Trace, at: number): Mind {
  // from the end: most questions are about the end of the call
  for (let i = traced.minds.length - 1; i >= 0; i -= 1) {
    const moment = traced.minds[i]
    if (moment && moment.at <= at) return moment.mind
  }
  throw new RangeError('before the first ring')
}
