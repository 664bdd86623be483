import type { Ground } from './ground.ts'

/** What the timeline draws beside the rows of the transcript: spans and steps over the whole call, in simulated ms. */

export interface UnitTrack {
  readonly unit: string
  /** The entry that set it off. */
  readonly n: number
  readonly sentAt: number
  readonly signedAt: number | null
  readonly movedAt: number | null
  readonly arrivals: readonly { readonly at: number; readonly right: boolean }[]
  /** Recalled, or where the timeline ends. */
  readonly until: number
  /** The partner who sent it; null if the trainee did. */
  readonly by: string | null
}

export interface PartnerMark {
  readonly partner: string
  readonly n: number
  readonly at: number
  readonly what: 'tell' | 'bridge' | 'transfer'
  readonly answeredAt: number | null
}

export interface ClassSpan {
  readonly class: string
  readonly n: number
  readonly from: number
  readonly to: number
  readonly final: boolean
}

export interface Step {
  readonly at: number
  readonly value: number
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface Timeline {
  /** The last moment worth showing. */
  readonly end: number
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly classes: readonly ClassSpan[]
  readonly units: readonly UnitTrack[]
  readonly partners: readonly PartnerMark[]
  readonly trust: readonly Step[]
  readonly arousal: readonly Step[]
  /** Nobody could hear anybody: held, or cut. */
  readonly away: readonly Span[]
}

/** A call that never was answered is still shown this long. */
const LEAST_MS = 10_000

/** Reads the spans off a journal. */
export function timeline({ journal, script }: Pick<Ground, 'journal' | 'script'>): Timeline {
  const end = endOf(journal)
  const [trust, arousal] = script.moods.start
  const steps = { trust: [{ at: 0, value: trust }], arousal: [{ at: 0, value: arousal }] }
  const classes: { class: string; n: number; from: number; to: number; final: boolean }[] = []
  const units: Mutable<UnitTrack>[] = []
  const partners: Mutable<PartnerMark>[] = []
  const away: { from: number; to: number }[] = []
  let answeredAt: number | null = null
  let endedAt: number | null = null
  let lost: { from: number; to: number } | null = null

  journal.forEach((entry, index) => {
    const { n, at } = entry
    if (entry.origin === 'trainee') {
      const next = journal[index + 1]
      if (next?.origin === 'script' && next.happening.what === 'refused') return
      const { command } = entry
      if (command.do === 'set' && command.change.field === 'class') {
        const last = classes[classes.length - 1]
        if (last) last.to = Math.min(last.to, at)
        if (command.change.value !== null)
          classes.push({ class: command.change.value, n, from: at, to: end, final: false })
      } else if (command.do === 'tell' || command.do === 'bridge' || command.do === 'transfer')
        partners.push({ partner: command.partner, n, at, what: command.do, answeredAt: null })
      return
    }
    if (entry.origin !== 'script') return
    const { happening } = entry
    switch (happening.what) {
      case 'connected':
        answeredAt ??= at
        return
      case 'ended':
        endedAt = at
        if (lost) lost.to = at
        lost = null
        return
      case 'moods':
        steps.trust.push({ at, value: happening.moods.trust })
        steps.arousal.push({ at, value: happening.moods.arousal })
        return
      case 'held':
      case 'dropped':
        lost = { from: at, to: end }
        away.push(lost)
        return
      case 'resumed':
      case 'restored':
        if (lost) lost.to = at
        lost = null
        return
      case 'partner': {
        const mark = partners.findLast(({ partner }) => partner === happening.partner)
        if (mark && happening.status !== 'told') mark.answeredAt ??= at
        return
      }
      case 'unit': {
        if (happening.status === 'sent') {
          const { unit, by } = happening
          units.push({
            unit,
            n,
            sentAt: at,
            signedAt: null,
            movedAt: null,
            arrivals: [],
            until: end,
            by: by ?? null,
          })
          return
        }
        const track = units.findLast(({ unit }) => unit === happening.unit)
        if (!track) return
        if (happening.status === 'acknowledged') track.signedAt ??= at
        else if (happening.status === 'moving') track.movedAt ??= at
        else if (happening.status === 'arrived')
          track.arrivals = [...track.arrivals, { at, right: happening.right === true }]
        else track.until = at
        return
      }
      default:
        return
    }
  })
  const last = classes[classes.length - 1]
  if (last) last.final = true
  return { end, answeredAt, endedAt, classes, units, partners, away, ...steps }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** When the last thing happened; an attempt that closed by itself long afterwards doesn't stretch it. ms */
export function endOf(journal: Ground['journal']): number {
  const last = journal.findLast(
    (entry) =>
      entry.origin !== 'observed' &&
      !(entry.origin === 'script' && entry.happening.what === 'finished'),
  )
  return Math.max(LEAST_MS, last?.at ?? 0)
}
