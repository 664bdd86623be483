import type { MCond, Model, MReply } from './modelTypes.ts'

/** What the proof tells apart in a call, as plain integers that are changed in place. */

/** States of the line. Call-backs that ring follow from `CALLING`, then the stages of a hold from `held`. */
export const RINGING = 0
export const UP = 1
export const DROPPED = 2
export const NOBODY = 3
export const OVER = 4
export const CALLING = 5

/** The age of a reply that was never said. */
export const NEVER = 127

export class CallState {
  readonly model: Model
  /** First of the line's held states; one for each hold trigger that has passed. */
  readonly held: number

  line = RINGING
  /** -1 until the talk has begun. */
  node = -1
  trust = 0
  arousal = 0
  patience = 0
  known = 0
  flags = 0
  /** Replies said, 30 to a word. */
  readonly said: Int32Array
  silences = 0
  done = 0
  armed = 0
  pending = 0
  /** Clock triggers that have passed. */
  phase = 0
  ending = -1
  /** How long ago each slot's reply was said, as an index into the times that conditions ask about. */
  readonly ages: Int8Array

  constructor(model: Model) {
    this.model = model
    this.held = CALLING + model.callbacks.length
    this.said = new Int32Array(Math.max(1, Math.ceil(model.said / 30)))
    this.ages = new Int8Array(model.ages.length)
    this.reset()
  }

  /** Takes over another's state; what has been seen stays apart. */
  copy(from: CallState): void {
    this.line = from.line
    this.node = from.node
    this.trust = from.trust
    this.arousal = from.arousal
    this.patience = from.patience
    this.known = from.known
    this.flags = from.flags
    for (let i = 0; i < this.said.length; i += 1) this.said[i] = from.said[i] ?? 0
    this.silences = from.silences
    this.done = from.done
    this.armed = from.armed
    this.pending = from.pending
    this.phase = from.phase
    this.ending = from.ending
    for (let i = 0; i < this.ages.length; i += 1) this.ages[i] = from.ages[i] ?? NEVER
  }

  /** Back to the first ring. */
  reset(): void {
    const { start } = this.model
    this.line = RINGING
    this.node = -1
    this.trust = start[0]
    this.arousal = start[1]
    this.patience = start[2]
    this.known = 0
    this.flags = 0
    this.said.fill(0)
    this.silences = 0
    this.done = 0
    this.armed = 0
    this.pending = 0
    this.phase = 0
    this.ending = -1
    this.ages.fill(NEVER)
  }

  get isHeld(): boolean {
    return this.line >= this.held
  }

  /** Is anybody on the line? */
  get isUp(): boolean {
    return this.line === UP || this.line >= this.held
  }

  wasSaid(bit: number): boolean {
    return ((this.said[(bit / 30) | 0] ?? 0) & (1 << (bit % 30))) !== 0
  }

  holds(cond: MCond | null): boolean {
    if (cond === null) return true
    if (
      (this.known & cond.known) !== cond.known ||
      (this.known & cond.notKnown) !== 0 ||
      (this.flags & cond.flags) !== cond.flags ||
      (this.flags & cond.notFlags) !== 0
    )
      return false
    if (
      cond.asksMoods &&
      (this.trust < cond.t0 ||
        this.trust > cond.t1 ||
        this.arousal < cond.a0 ||
        this.arousal > cond.a1 ||
        this.patience < cond.p0 ||
        this.patience > cond.p1)
    )
      return false
    if (cond.said !== null) for (const bit of cond.said) if (!this.wasSaid(bit)) return false
    if (cond.notSaid !== null) for (const bit of cond.notSaid) if (this.wasSaid(bit)) return false
    return cond.slot < 0 || (this.ages[cond.slot] ?? NEVER) <= cond.rank
  }

  isOffered(reply: MReply): boolean {
    return (reply.again || reply.bit < 0 || !this.wasSaid(reply.bit)) && this.holds(reply.when)
  }
}
