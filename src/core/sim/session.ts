import { type Actor, createActor } from 'xstate'
import { draw } from '../scenario/hash.ts'
import type { Rolled } from '../scenario/roll.ts'
import { replyIndex, type Script, type ScriptReply } from '../scenario/script.ts'
import type { Atlas } from './atlas.ts'
import type { Header } from './attempt.ts'
import { type Call, isOffered, type Out } from './call.ts'
import { SimClock } from './clock.ts'
import type { Command } from './command.ts'
import type { Entry, Happening, Observation } from './journal.ts'
import { type CallMachine, callMachine } from './machine.ts'
import { emptyRecord, revise } from './record.ts'
import type { Refusal } from './refusal.ts'
import { Response } from './response.ts'
import { type Shown, systemShows } from './shown.ts'
import type { LineView, RecordView, View } from './view.ts'
import { ViewBuilder } from './viewBuilder.ts'

/**
 * One attempt in progress. Commands go in with their time, entries come out; the same commands at the same times give the
 * same journal, whatever the step size. Nothing that a trainee does throws: an impossible act is refused in the journal.
 */
export interface SessionInput {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly header: Header
}

/** The record can be completed for this long after the call, ms; then the attempt finishes by itself (own figure). */
export const WRAP_UP_MS = 600_000
/** No attempt lasts longer, ms. */
export const LONGEST_MS = 3_600_000

const machines = new WeakMap<Script, CallMachine>()

function machineOf(script: Script): CallMachine {
  const known = machines.get(script)
  if (known) return known
  const made = callMachine(script)
  machines.set(script, made)
  return made
}

export class Session {
  readonly header: Header
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  /** What the system shows of the caller's place. */
  readonly shown: Shown
  readonly #clock = new SimClock()
  readonly #actor: Actor<CallMachine>
  readonly #response: Response
  readonly #journal: Entry[] = []
  readonly #listeners = new Set<() => void>()
  readonly #keys: ReadonlySet<string>
  readonly #views: ViewBuilder
  #record: RecordView = emptyRecord
  #answeredAt: number | null = null
  #told: Out | null = null
  #finished = false

  constructor({ script, rolled, atlas, header }: SessionInput) {
    this.header = header
    this.script = script
    this.rolled = rolled
    this.atlas = atlas
    this.#keys = new Set([
      ...script.eventFlags.keys(),
      ...script.reactions.flatMap((reaction) =>
        reaction.on.kind === 'event' ? reaction.on.keys : [],
      ),
    ])
    this.shown = systemShows(rolled, atlas)
    this.#response = new Response({
      script,
      rolled,
      atlas,
      clock: this.#clock,
      seed: header.seed,
      shown: this.shown,
      record: () => this.#record,
      lineState: () => this.#lineState,
      mind: () => this.#call.mind,
      tell: (happening) => this.#tell(happening),
      happen: (key) => this.#happen(key),
      isAwaited: (key) => this.#keys.has(key),
    })
    this.#views = new ViewBuilder({
      script,
      rolled,
      atlas,
      response: this.#response,
      shown: this.shown,
      call: () => this.#call,
      lineState: () => this.#lineState,
      answeredAt: () => this.#answeredAt,
      record: () => this.#record,
      finished: () => this.#finished,
      offered: () => this.offered(),
    })
    this.#actor = createActor(machineOf(script), {
      input: { script, lang: header.lang, clock: this.#clock },
      clock: this.#clock,
    })
    this.#tell({ what: 'ringing' })
    this.#actor.subscribe(() => this.#drain())
    this.#actor.start()
    this.#clock.setTimeout(() => this.#finish(false), LONGEST_MS)
  }

  /** Simulated ms since the first ring. */
  get now(): number {
    return this.#clock.now
  }

  get journal(): readonly Entry[] {
    return this.#journal
  }

  get finished(): boolean {
    return this.#finished
  }

  /** When something next happens by itself; null if nothing will. */
  get nextDue(): number | null {
    return this.#clock.nextDue
  }

  /** The call machine's context: for robots, debrief and the studio; never for the desk, which has the view. */
  get call(): Call {
    return this.#call
  }

  /** Moves time on to `ms`. Earlier than now: nothing happens. */
  advanceTo(ms: number): void {
    if (this.#finished) return
    const before = this.#journal.length
    this.#clock.advanceTo(Math.floor(ms))
    if (this.#journal.length !== before || this.#views.isStale(this.now)) this.#notify()
  }

  /** Carries out a command at `at` ms (or now, if that has passed). Returns the entries that it left in the journal. */
  dispatch(command: Command, at: number): readonly Entry[] {
    this.#clock.advanceTo(Math.floor(at))
    if (this.#finished) return []
    const first = this.#journal.length
    this.#journal.push({ n: first, at: this.now, origin: 'trainee', command })
    const refusal = this.#perform(command)
    if (refusal) this.#tell({ what: 'refused', why: refusal })
    this.#notify()
    return this.#journal.slice(first)
  }

  /** Notes something about the device; the simulation never sees it. */
  observe(observation: Observation, at: number): void {
    this.#clock.advanceTo(Math.floor(at))
    if (this.#finished) return
    this.#journal.push({ n: this.#journal.length, at: this.now, origin: 'observed', observation })
    this.#notify()
  }

  /** What the trainee may see. The same object until something visible changes. */
  view(): View {
    return this.#views.view(this.#journal, this.now)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The replies on offer, in the order of their keys; none while the trainee speaks or the line isn't up. */
  offered(): readonly ScriptReply[] {
    const call = this.#call
    if (this.#lineState !== 'up' || call.ending !== null || this.now < call.from) return []
    const node = this.script.nodes[call.node]
    if (!node) return []
    const replies: ScriptReply[] = []
    for (const index of node.replies) {
      const reply = this.script.replies[index]
      if (reply && isOffered(call, reply)) replies.push(reply)
    }
    if (this.header.mode !== 'exam') return replies
    const order = (reply: ScriptReply): number =>
      draw(this.header.seed, `order/${reply.id}`, 1_000_000)
    return replies.sort((a, b) => order(a) - order(b))
  }

  get #call(): Call {
    return this.#actor.getSnapshot().context
  }

  get #lineState(): LineView['state'] {
    const { line } = this.#actor.getSnapshot().value as { line: string }
    if (line === 'over') return 'ended'
    if (line.startsWith('calling-')) return 'calling-back'
    return line as LineView['state']
  }

  #perform(command: Command): Refusal | null {
    switch (command.do) {
      case 'answer':
        if (this.#lineState !== 'ringing') return 'not-ringing'
        this.#answeredAt = this.now
        this.#actor.send({ type: 'answer' })
        return null
      case 'say':
        return this.#say(command.reply)
      case 'hold':
        if (this.#lineState !== 'up') return 'line-not-up'
        this.#actor.send({ type: 'hold' })
        return null
      case 'resume':
        if (this.#lineState !== 'held') return 'not-held'
        this.#actor.send({ type: 'resume' })
        return null
      case 'hang-up':
        if (this.#lineState !== 'up' && this.#lineState !== 'held') return 'line-not-up'
        this.#actor.send({ type: 'hang-up' })
        return null
      case 'call-back':
        if (this.#lineState !== 'dropped') return 'not-dropped'
        this.#actor.send({ type: 'call-back' })
        return null
      case 'set':
        this.#record = revise(this.#record, command.change)
        return null
      case 'send':
      case 'recall':
      case 'update':
      case 'chase':
        return this.#response.order(command.do, command.unit)
      case 'tell':
      case 'bridge':
      case 'transfer':
        return this.#response.partner(command)
      case 'finish':
        if (this.#lineState !== 'ended') return 'call-open'
        this.#finish(false)
        return null
      case 'leave':
        if (this.header.mode === 'exam') return 'not-in-exam'
        this.#finish(true)
        return null
    }
  }

  #say(id: string): Refusal | null {
    if (this.#lineState !== 'up') return 'line-not-up'
    const call = this.#call
    if (this.now < call.from) return 'still-speaking'
    const index = replyIndex(this.script, id)
    const reply = this.script.replies[index]
    const node = this.script.nodes[call.node]
    if (!reply || !node?.replies.includes(index) || !isOffered(call, reply)) return 'not-offered'
    this.#actor.send({ type: `say.${index}`, interrupts: this.now < call.until })
    return null
  }

  #happen(key: string): void {
    if (this.#finished) return
    if (this.#keys.has(key) || key.startsWith('sent.') || key.startsWith('arrived.')) {
      this.#actor.send({ type: `happened.${key}` })
    }
  }

  #tell(happening: Happening): void {
    // units may still be driving when the record is handed in: that is no longer this attempt
    if (this.#finished) return
    this.#journal.push({
      n: this.#journal.length,
      at: this.#clock.now,
      origin: 'script',
      happening,
    })
  }

  /** Takes over what the machine had to say since last time, oldest first. */
  #drain(): void {
    const { out, ending } = this.#call
    if (out === this.#told) return
    const fresh: Happening[] = []
    for (let item = out; item && item !== this.#told; item = item.before) fresh.push(item.happening)
    this.#told = out
    for (let i = fresh.length - 1; i >= 0; i -= 1) {
      const happening = fresh[i]
      if (happening) this.#tell(happening)
    }
    if (ending !== null && fresh.some((happening) => happening.what === 'ended')) {
      this.#clock.setTimeout(() => this.#finish(false), WRAP_UP_MS)
    }
  }

  #finish(left: boolean): void {
    if (this.#finished) return
    this.#tell({ what: 'finished', left })
    this.#finished = true
    this.#actor.stop()
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
