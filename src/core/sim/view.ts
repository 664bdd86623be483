import type { Text } from '../scenario/primitives.ts'
import type { OfferedReply } from '../scenario/script.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import type { Location } from './command.ts'
import type { UnitStatus } from './journal.ts'

/** What a trainee may see, and nothing more: no key, no facts, no moods, no acts. */
export interface View {
  /** Simulated ms since the first ring. */
  readonly now: number
  readonly line: LineView
  /** All that was said so far, oldest first; the last caller line may still be being spoken. */
  readonly talk: readonly Utterance[]
  /** Empty while the trainee or nobody can speak. */
  readonly replies: readonly OfferedReply[]
  readonly record: RecordView
  readonly units: readonly UnitView[]
  readonly partners: readonly PartnerView[]
  /** Messages of units and partners, refusals, line events: newest last. */
  readonly log: readonly LogView[]
  readonly ended: { readonly at: number; readonly after: Text | null } | null
  readonly finished: boolean
}

export interface LineView {
  readonly state: 'ringing' | 'up' | 'held' | 'dropped' | 'calling-back' | 'ended'
  readonly answeredAt: number | null
  readonly number: string
  readonly sector: { readonly x: number; readonly y: number; readonly radius: number } | null
  readonly pin: { readonly x: number; readonly y: number } | null
  /** Who is on the line beside the caller. */
  readonly joined: readonly string[]
}

export interface Utterance {
  /** Journal entry that it stems from. */
  readonly n: number
  readonly who: 'caller' | 'trainee'
  readonly id: string
  readonly text: Text
  readonly from: number
  readonly ms: number
  /** Cut short by the trainee at this moment. */
  readonly cutAt: number | null
}

export interface RecordView {
  readonly location: Location | null
  readonly class: string | null
  readonly priority: 'L1' | 'L2' | 'L3' | 'N' | null
  readonly owner: string | null
  readonly people: number | null
  readonly injuries: readonly string[]
  readonly weapons: readonly string[]
  readonly dangers: readonly string[]
  readonly needs: readonly string[]
  readonly contacts: readonly string[]
  readonly looks: readonly string[]
  readonly callback: string | null
  readonly when: string | null
  readonly callerName: string | null
  readonly narrative: string | null
}

export interface UnitView {
  readonly id: string
  readonly kind: UnitKind
  readonly name: Text
  readonly note: Text | null
  readonly status: UnitStatus
  /** Of the current leg. */
  readonly sentAt: number | null
  readonly acknowledgedAt: number | null
  /** Expected arrival in simulated ms, or what it would be if sent now (then relative: see `etaIfSent`). */
  readonly eta: number | null
  /** Drive time in ms to the record's place (or the sector) if sent now; null if nothing is known of the place. */
  readonly etaIfSent: number | null
  /** Signs in late: sent or acknowledged for over 30 s without moving on. */
  readonly overdue: boolean
  readonly by: string | null
  /** For the map: route and departure; position by `unitPoint(unit, now)`. */
  readonly leg: Leg | null
  readonly at: { readonly x: number; readonly y: number }
}

/** A stretch of driving: points in metres with ms since departure. */
export interface Leg {
  readonly departsAt: number
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly atMs: readonly number[]
}

export interface PartnerView {
  readonly id: string
  readonly name: Text
  readonly short: Text
  readonly status: 'none' | 'told' | 'acknowledged' | 'bridged' | 'transferred'
  readonly toldAt: number | null
  /** A person of the story rather than a service of the city. */
  readonly person: boolean
}

export interface LogView {
  readonly n: number
  readonly at: number
  readonly kind: 'unit' | 'partner' | 'report' | 'refused' | 'line'
  /** Unit or partner id, refusal reason, or line event: the desk words it. */
  readonly subject: string
  readonly status: string
  readonly text: Text | null
}
