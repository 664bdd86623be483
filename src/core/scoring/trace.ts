import type { Script, ScriptReply } from '../scenario/script.ts'
import type { RecordChange, RecordField } from '../sim/command.ts'
import type { MoodValues } from '../sim/journal.ts'
import type { Mind } from '../sim/mind.ts'
import type { RecordView } from '../sim/view.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'

/** What a journal tells: who said, sent, told and recorded what, and when. Everything that scoring asks about. */

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
  /** The last word on each field of the record. */
  readonly lastSet: ReadonlyMap<RecordField, Revision>
  /** Facts heard, as masks; the moments rise but for lines that were cut off. */
  readonly heard: readonly { readonly at: number; readonly mask: number }[]
  /** The caller's moods from each moment on. */
  readonly moods: readonly { readonly at: number; readonly moods: MoodValues }[]
  /** Flags standing from each moment on, as masks. */
  readonly flags: readonly { readonly at: number; readonly mask: number }[]
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

/** The mind at a moment, as far as it was heard: what conditions of the key are asked of. */
export function mindAt({ said, heard, moods, flags }: Trace, script: Script, at: number): Mind {
  const words: number[] = new Array(Math.ceil(script.replies.length / 30)).fill(0)
  const saidAt: number[] = new Array(script.slots).fill(-1)
  for (const { at: when, reply } of said) {
    if (when > at) break
    const word = Math.floor(reply.index / 30)
    words[word] = (words[word] ?? 0) | (1 << (reply.index % 30))
    if (reply.slot >= 0) saidAt[reply.slot] = when
  }
  let known = 0
  for (const fact of heard) if (fact.at <= at) known |= fact.mask
  const felt = moods.findLast((change) => change.at <= at)?.moods
  return {
    moods: felt ? [felt.trust, felt.arousal, felt.patience] : script.moods.start,
    known,
    flags: flags.findLast((change) => change.at <= at)?.mask ?? 0,
    said: words,
    saidAt,
  }
}
