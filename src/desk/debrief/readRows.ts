import type { RecordChange, RecordField } from '../../core/sim/command.ts'
import type { Entry, Happening } from '../../core/sim/journal.ts'
import { freshMind } from '../../core/sim/mind.ts'
import { emptyRecord, revise } from '../../core/sim/record.ts'
import type { RecordView } from '../../core/sim/view.ts'
import type { Ground } from './ground.ts'
import { type Mark, marksByEntry } from './marks.ts'
import { type Draft, draftOf, gravest, isEnd, laneOf, unsaid } from './rowDraft.ts'
import type { Lane, Row, RowContent } from './rows.ts'
import { endOf } from './spans.ts'

type Parts = Pick<Ground, 'journal' | 'script' | 'taxonomy' | 'card'>

/** The whole call as rows, oldest first; what should have happened and didn't stands at the end. */
export function readRows(parts: Parts): readonly Row[] {
  const builder = new Builder(parts)
  parts.journal.forEach((entry, index) => {
    builder.take(entry, parts.journal[index + 1])
  })
  return builder.finish()
}

class Builder {
  readonly #parts: Parts
  readonly #drafts: Draft[] = []
  /** The row of each journal entry. */
  readonly #rowOf = new Map<number, Draft>()
  readonly #classes: Draft[] = []
  #record: RecordView = emptyRecord
  #trust: number
  #speaking: Draft | null = null
  /** When the caller last waited in vain. */
  #silentAt = -1
  #hidden: Draft | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    this.#trust = freshMind(parts.script).moods[0]
  }

  take(entry: Entry, next: Entry | undefined): void {
    if (entry.origin === 'trainee') {
      const refused =
        next?.origin === 'script' && next.happening.what === 'refused' ? next.happening.why : null
      this.#command(entry, refused)
    } else if (entry.origin === 'script') this.#happening(entry.n, entry.at, entry.happening)
    else this.#observed(entry)
    const last = this.#drafts[this.#drafts.length - 1]
    if (last && !this.#rowOf.has(entry.n)) this.#rowOf.set(entry.n, last)
  }

  finish(): readonly Row[] {
    this.#classes.forEach((draft, index) => {
      if (draft.content.kind !== 'set') return
      const last = index === this.#classes.length - 1
      const choice = last && index > 0 ? 'final' : index === 0 ? 'first' : 'revised'
      draft.content = { ...draft.content, choice }
    })
    const { card, journal } = this.#parts
    const missed: Mark[] = []
    for (const [n, marks] of marksByEntry(card)) {
      for (const mark of marks) {
        const row = this.#rowFor(mark, n)
        if (row) row.marks.push(mark)
        else missed.push(mark)
      }
    }
    for (const crossing of card?.redLines ?? []) {
      const row = this.#rowOf.get(crossing.evidence[0] ?? -1)
      row?.crossed.push(crossing)
    }
    const last = journal[journal.length - 1]
    const end = endOf(journal)
    const never = missed.map(
      (mark): Draft => ({
        ...draftOf(last?.n ?? 0, end, laneOf(mark), { kind: 'missed' }),
        marks: [mark],
      }),
    )
    const ordered = this.#drafts
      .filter((draft) => draft.content.kind !== 'caller' || draft.content.cutAt !== draft.at)
      .toSorted((a, b) => a.at - b.at || a.n - b.n)
    return [...ordered, ...never].map(({ noted: _, ...row }) => row)
  }

  /** Where a mark belongs: a choice at its own keystroke, a fact that was lost where it was heard. */
  #rowFor({ item, delta }: Mark, n: number | null): Draft | undefined {
    const set = (field: RecordField): Draft | undefined =>
      this.#drafts.findLast(
        (draft) =>
          draft.content.kind === 'set' &&
          draft.content.change.field === field &&
          draft.n <= (n ?? 0),
      )
    const there = n === null ? undefined : this.#rowOf.get(n)
    switch (item.code) {
      case 'class':
      case 'sub-type':
      case 'first-choice':
        return set('class') ?? there
      case 'owner':
        return set('owner') ?? there
      case 'priority':
        return set('priority') ?? there
      case 'fact':
        return delta < 0 ? this.#drafts.find(({ facts }) => facts.includes(item.subject)) : there
      case 'safe-close':
        return delta < 0 ? this.#drafts.findLast(isEnd) : there
      default:
        return there
    }
  }

  #add(n: number, at: number, lane: Lane, content: RowContent, noted = at): Draft {
    const draft = draftOf(n, at, lane, content, noted)
    this.#drafts.push(draft)
    this.#rowOf.set(n, draft)
    return draft
  }

  #command(
    { n, at, command }: Extract<Entry, { origin: 'trainee' }>,
    refused: string | null,
  ): void {
    const add = (lane: Lane, content: RowContent): void => {
      this.#add(n, at, lane, content).refused = refused
    }
    switch (command.do) {
      case 'set':
        this.#set(n, at, command.change, refused)
        break
      case 'send':
      case 'update':
      case 'recall':
      case 'chase':
        add('dispatch', { kind: 'order', what: command.do, unit: command.unit })
        break
      case 'tell':
      case 'bridge':
      case 'transfer': {
        const { partner } = command
        const fair =
          command.do === 'bridge' ? command.announced : command.do === 'transfer' && command.asked
        add('dispatch', { kind: 'partner', what: command.do, partner, fair })
        break
      }
      case 'say':
        // what was said makes its own row; what could not be said makes this one
        if (refused !== null) add('trainee', unsaid(command.reply))
        break
      default:
        add('line', { kind: 'line', what: command.do })
    }
  }

  #set(n: number, at: number, change: RecordChange, refused: string | null): void {
    const before = this.#record[change.field]
    const row = this.#add(n, at, 'record', { kind: 'set', change, before, choice: null })
    row.refused = refused
    if (refused !== null) return
    this.#record = revise(this.#record, change)
    if (change.field === 'class' && change.value !== null) this.#classes.push(row)
  }

  #happening(n: number, at: number, happening: Happening): void {
    switch (happening.what) {
      case 'said': {
        const reply = this.#parts.script.replies.find(({ id }) => id === happening.reply)
        const acts = reply?.acts ?? []
        this.#cut(at)
        this.#add(n, at, 'trainee', {
          kind: 'said',
          reply: happening.reply,
          acts,
          quality: gravest(acts, this.#parts.taxonomy),
          interrupts: happening.interrupts,
          ms: happening.ms,
        })
        return
      }
      case 'silence':
        this.#silentAt = at
        return
      case 'caller': {
        const { line, from, ms } = happening
        this.#cut(from)
        const silence = this.#silentAt === at
        const content = { kind: 'caller', line, silence, ms, cutAt: null } as const
        this.#speaking = this.#add(n, from, 'caller', content, at)
        return
      }
      case 'moods': {
        const { trust } = happening.moods
        if (trust === this.#trust) return
        const row = this.#anchor(at) ?? this.#add(n, at, 'line', { kind: 'mood' })
        row.trust = [row.trust?.[0] ?? this.#trust, trust]
        this.#trust = trust
        return
      }
      case 'revealed': {
        const row = this.#speakerAt(at, happening.known) ?? this.#anchor(at)
        if (!row) return
        row.facts.push(...happening.facts)
        this.#rowOf.set(n, row)
        return
      }
      case 'unit':
        if (happening.status === 'arrived') {
          const { unit, right, by } = happening
          const content = { kind: 'arrived', unit, right: right === true, by: by ?? null } as const
          this.#add(n, at, 'dispatch', content)
        }
        return
      case 'partner':
        if (happening.status === 'declined')
          this.#add(n, at, 'dispatch', { kind: 'declined', partner: happening.partner })
        return
      case 'report': {
        const { from, line } = happening
        this.#add(n, at, 'dispatch', { kind: 'report', from, line })
        return
      }
      case 'dropped':
      case 'ended':
        this.#cut(at)
        this.#add(n, at, 'line', { kind: 'line', what: happening.what })
        return
      case 'gave-up':
      case 'no-answer':
      case 'restored':
        this.#add(n, at, 'line', { kind: 'line', what: happening.what })
        return
      default:
        return
    }
  }

  #observed({ n, at, observation }: Extract<Entry, { origin: 'observed' }>): void {
    switch (observation.saw) {
      case 'hidden':
        this.#hidden = this.#add(n, at, 'device', { kind: 'device', what: 'hidden', ms: null })
        return
      case 'shown':
        if (this.#hidden)
          this.#hidden.content = { kind: 'device', what: 'hidden', ms: at - this.#hidden.at }
        this.#hidden = null
        return
      case 'audio-blocked':
        this.#add(n, at, 'device', { kind: 'device', what: 'blocked', ms: null })
        return
      case 'paused':
        this.#add(n, at, 'device', { kind: 'device', what: 'paused', ms: null })
        return
      case 'resumed-after-kill':
        this.#add(n, at, 'device', { kind: 'device', what: 'killed', ms: observation.gap })
        return
      default:
        return
    }
  }

  /** Whatever the caller was saying breaks off at this moment. */
  #cut(at: number): void {
    const row = this.#speaking
    if (row?.content.kind === 'caller' && row.at + row.content.ms > at)
      row.content = { ...row.content, cutAt: Math.max(at, row.at) }
    this.#speaking = null
  }

  /** The row that caused what happens at this moment: what the trainee did, else whatever was noted then. */
  #anchor(at: number): Draft | undefined {
    const now = this.#drafts.filter((draft) => draft.noted === at)
    return now.findLast(({ content }) => content.kind === 'said') ?? now.at(-1)
  }

  /** The caller's row noted at this moment that says what is known then. */
  #speakerAt(at: number, known: number): Draft | undefined {
    return this.#drafts.findLast(
      (draft) => draft.noted === at && draft.content.kind === 'caller' && draft.at <= known,
    )
  }
}
