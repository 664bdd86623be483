import type { Fact } from '../scenario/key.ts'
import type { Condition } from '../scenario/rules.ts'
import type { ScriptReply } from '../scenario/script.ts'
import { factNames } from '../sim/call.ts'
import type { Command } from '../sim/command.ts'
import type { Mind } from '../sim/mind.ts'
import { holds } from '../sim/mind.ts'
import { emptyRecord, revise } from '../sim/record.ts'
import { LONGEST_MS, type Session } from '../sim/session.ts'
import type { RecordView } from '../sim/view.ts'

/** A robot's hand at the desk: does one thing after the other, each taking its time, and remembers what it has heard. */
export class Hand {
  readonly session: Session
  record: RecordView = emptyRecord
  /** Facts heard so far, as a mask. */
  heard = 0
  readonly sent: string[] = []
  /** Units sent that haven't signed in, by when they were sent. */
  readonly unsigned = new Map<string, number>()
  /** What units and services with vehicles last heard of the record. */
  readonly passedOn = new Map<string, string>()
  readonly told = new Set<string>()
  readonly bridged = new Set<string>()
  /** What was answered with a refusal once isn't tried again. */
  readonly refused = new Set<string>()
  ended = false
  state: 'ringing' | 'up' | 'held' | 'dropped' | 'calling' | 'ended' = 'ringing'
  #read = 0
  readonly #coming: { at: number; mask: number }[] = []

  constructor(session: Session) {
    this.session = session
  }

  /** Does something `after` ms from now. */
  do(command: Command, after: number): void {
    const { session } = this
    const entries = session.dispatch(command, session.now + after)
    const refused = entries.some(
      (entry) => entry.origin === 'script' && entry.happening.what === 'refused',
    )
    if (refused) this.refused.add(JSON.stringify(command))
    else this.#remember(command)
    this.#listen()
  }

  #remember(command: Command): void {
    const { atlas } = this.session
    switch (command.do) {
      case 'set':
        this.record = revise(this.record, command.change)
        break
      case 'send':
        this.sent.push(command.unit)
        this.passedOn.set(command.unit, newsOf(this.record))
        break
      case 'update':
        this.passedOn.set(command.unit, newsOf(this.record))
        break
      case 'tell':
        this.told.add(command.partner)
        if (atlas.partners.some(({ id, sends }) => id === command.partner && sends)) {
          this.passedOn.set(command.partner, newsOf(this.record))
        }
        break
      case 'bridge':
        this.bridged.add(command.partner)
        break
      case 'chase':
        this.unsigned.delete(command.unit)
        break
    }
  }

  /** Lets time pass until something happens, at most to `until`. */
  wait(until: number): void {
    const { session } = this
    const due = session.nextDue ?? LONGEST_MS
    session.advanceTo(Math.max(session.now + 1, Math.min(until, due)))
    this.#listen()
  }

  /** Everything offered, or nothing while one must listen. */
  offered(): readonly ScriptReply[] {
    return this.session.offered()
  }

  /** Has the caller finished speaking? */
  get quiet(): boolean {
    return this.session.now >= this.session.call.until
  }

  /** The mind as far as it was heard; the rest of a line still being spoken doesn't count. */
  get mind(): Mind {
    return { ...this.session.call.mind, known: this.heard }
  }

  holds(when: Condition | undefined): boolean {
    if (!when) return true
    return holds(this.session.script.conditions.get(when) ?? null, this.mind, this.session.now)
  }

  heardFacts(): readonly (readonly [string, Fact])[] {
    const { facts } = this.session.rolled.scenario
    return factNames(this.session.script, this.heard).flatMap((id) => {
      const fact = facts[id]
      return fact ? [[id, fact] as const] : []
    })
  }

  knows(from: string | undefined): boolean {
    if (from === undefined) return true
    const { script } = this.session
    const fact = script.facts.find(({ id }) => id === from)
    if (fact) return (this.heard & fact.mask) !== 0
    const flag = script.flags.indexOf(from)
    return flag >= 0 && (this.mind.flags & (1 << flag)) !== 0
  }

  #listen(): void {
    const { journal, script, now } = this.session
    for (; this.#read < journal.length; this.#read += 1) {
      const entry = journal[this.#read]
      if (entry?.origin !== 'script') continue
      const { happening } = entry
      switch (happening.what) {
        case 'revealed':
          for (const id of happening.facts) {
            this.#coming.push({
              at: happening.known,
              mask: script.facts.find((fact) => fact.id === id)?.mask ?? 0,
            })
          }
          break
        case 'unit':
          if (happening.status === 'sent' && happening.by === undefined)
            this.unsigned.set(happening.unit, entry.at)
          else this.unsigned.delete(happening.unit)
          break
        case 'connected':
        case 'restored':
        case 'resumed':
          this.state = 'up'
          break
        case 'held':
          this.state = 'held'
          break
        case 'dropped':
        case 'gave-up':
        case 'no-answer':
          this.state = 'dropped'
          break
        case 'calling-back':
          this.state = 'calling'
          break
        case 'ended':
          this.state = 'ended'
          this.ended = true
          break
      }
    }
    for (let i = this.#coming.length - 1; i >= 0; i -= 1) {
      const item = this.#coming[i]
      if (item && item.at <= now) {
        this.heard |= item.mask
        this.#coming.splice(i, 1)
      }
    }
  }
}

/** What those under way must hear of. */
export function newsOf({ location, weapons, dangers, injuries }: RecordView): string {
  return JSON.stringify([location, weapons, dangers, injuries])
}
