import { CALLING, CallState, DROPPED, NOBODY, OVER, UP } from './callState.ts'
import type { MBranch, MEvent, MFx, MLine, Model, MReaction, MReply } from './modelTypes.ts'

/**
 * The proof's own step: the same moves as the call machine's, on plain integers in place. A property test holds the two
 * equal. Time is left out; what `within` would say is told to the step by `ages`.
 */
export class Stepper extends CallState {
  /** What has been seen, ever: for coverage. */
  readonly seenLines: Uint8Array
  readonly seenReactions: Uint8Array
  readonly seenCriticals: Uint8Array
  readonly entered: Uint8Array
  /** Nodes in which no line fitted. */
  readonly mute: Uint8Array

  #cut = false
  #pickUp = -1
  readonly #posts: MEvent[] = []

  constructor(model: Model) {
    super(model)
    this.seenLines = new Uint8Array(model.lines.length)
    this.seenReactions = new Uint8Array(model.reactions.length)
    this.seenCriticals = new Uint8Array(model.criticals.length)
    this.entered = new Uint8Array(model.nodes.length)
    this.mute = new Uint8Array(model.nodes.length)
  }

  /** Would this event change nothing? */
  isIdle(event: MEvent): boolean {
    if ((this.flags & event.flag) !== event.flag) return false
    for (const reaction of event.arms)
      if ((this.armed & reaction.delay) === 0 && (this.done & reaction.bit) === 0) return false
    for (const reaction of event.now) if (this.#mayReact(reaction) !== NO) return false
    return true
  }

  // ── what can happen ──

  answer(): void {
    this.line = UP
    this.#enter(this.model.script.start)
    this.#settle()
  }

  giveUp(): void {
    this.line = DROPPED
  }

  /** Says an offered reply. False if none of its branches fits: then nothing happens, and the state is spoilt. */
  say(reply: MReply, interrupts: boolean): boolean {
    if (interrupts) this.#apply(this.model.interrupt)
    if (reply.bit >= 0) {
      const word = (reply.bit / 30) | 0
      this.said[word] = (this.said[word] ?? 0) | (1 << (reply.bit % 30))
    }
    if (reply.slot >= 0) this.ages[reply.slot] = 0
    const { fx } = reply
    this.#apply(fx)
    this.silences = 0
    if (fx.drops) this.#cut = true
    if (fx.end >= 0) {
      this.#end(fx.end)
    } else if (fx.goto.length > 0) {
      const to = this.#pick(fx.goto)
      if (to < 0) {
        this.#cut = false
        return false
      }
      this.#enter(to)
    }
    if (fx.critical >= 0) this.seenCriticals[fx.critical] = 1
    this.#settle()
    return true
  }

  silence(): void {
    const { silence } = this.#here()
    const to = this.#branchAfter(silence.fx)
    if (this.silences < this.model.silences) this.silences += 1
    this.#speak(silence.lines)
    this.#run(silence.fx, to)
    this.#settle()
  }

  hangUp(): void {
    const event = this.model.events.get('trainee.hang-up')
    if (event) {
      const { reaction, to } = this.#first(event.now)
      if (reaction) {
        this.#note(event)
        this.#react(reaction, to)
        this.#settle()
        return
      }
    }
    this.#end(this.model.hungUp)
  }

  hold(): void {
    const event = this.model.events.get('trainee.hold')
    const found = event ? this.#first(event.now) : null
    this.line = this.held
    if (event && found) this.#fire(event, found.reaction, found.to)
    this.#settle()
  }

  resume(): void {
    const event = this.model.events.get('trainee.resume')
    const found = event ? this.#first(event.now) : null
    this.line = UP
    if (event && found) this.#fire(event, found.reaction, found.to)
    this.#settle()
  }

  /** The next of the hold's triggers falls due. */
  heldOn(): void {
    const due = this.model.holds[this.line - this.held]
    this.line += 1
    if (due) this.happen(due.event)
  }

  /** Something in the world. */
  happen(event: MEvent): void {
    if (this.node < 0) return
    const { reaction, to } = this.#first(event.now)
    this.#fire(event, reaction, to)
    this.#settle()
  }

  /** A delayed reaction's time has come. */
  later(reaction: MReaction): void {
    this.pending &= ~reaction.delay
    const to = this.#mayReact(reaction)
    if (!reaction.once) this.armed &= ~reaction.delay
    if (to !== NO) this.#react(reaction, to)
    this.#settle()
  }

  /** The next clock trigger falls due. */
  tick(): void {
    const clock = this.model.clocks[this.phase]
    this.phase += 1
    if (!clock) return
    const { reaction, to } = this.#first(clock.reactions)
    if (reaction) this.#react(reaction, to)
    this.#settle()
  }

  /** Nobody mended the line in time. */
  lose(): void {
    this.#end(this.node < 0 ? this.model.unanswered : this.model.droppedEnd)
  }

  callBack(): void {
    const { callbacks } = this.model
    for (let i = 0; i < callbacks.length; i += 1) {
      const callback = callbacks[i]
      if (callback && this.holds(callback.when)) {
        this.line = CALLING + i
        return
      }
    }
    this.line = NOBODY
  }

  noAnswer(): void {
    this.line = DROPPED
  }

  /** The caller picks up when called back. */
  pickUp(): void {
    this.#pickUp = this.line - CALLING
    this.line = UP
    const restored = this.model.events.get('line.restored')
    if (restored) this.#posts.push(restored)
    this.#settle()
  }

  // ── how it happens ──

  #here() {
    const node = this.model.nodes[this.node]
    if (!node) throw new RangeError('the talk has not begun')
    return node
  }

  #apply(fx: MFx): void {
    if (fx.idle) return
    const { min, max } = this.model
    if (fx.trust !== 0) this.trust = clamp(this.trust + fx.trust, min[0], max[0])
    if (fx.arousal !== 0) this.arousal = clamp(this.arousal + fx.arousal, min[1], max[1])
    if (fx.patience !== 0) this.patience = clamp(this.patience + fx.patience, min[2], max[2])
    this.known |= fx.reveals
    this.flags = (this.flags | fx.set) & fx.keep
  }

  #pick(branches: readonly MBranch[]): number {
    for (const branch of branches) if (this.holds(branch.when)) return branch.to
    return NO
  }

  /** Where effects would lead: a node, -1 if nowhere, NO if they should but no branch fits. */
  #branchAfter(fx: MFx): number {
    const { goto } = fx
    if (fx.end >= 0 || goto.length === 0) return -1
    const first = goto[0]
    if (first && first.when === null) return first.to
    const { trust, arousal, patience, known, flags } = this
    this.#apply(fx)
    const to = this.#pick(goto)
    this.trust = trust
    this.arousal = arousal
    this.patience = patience
    this.known = known
    this.flags = flags
    return to
  }

  #speak(lines: readonly MLine[]): boolean {
    for (const line of lines) {
      if (this.holds(line.when)) {
        this.known |= line.reveals
        this.seenLines[line.index] = 1
        return true
      }
    }
    return false
  }

  #enter(to: number): void {
    this.node = to
    this.entered[to] = 1
    const node = this.#here()
    if (!this.#speak(node.lines) && node.lines.length > 0) this.mute[to] = 1
    this.#apply(node.fx)
  }

  #run(fx: MFx, to: number): void {
    this.#apply(fx)
    if (fx.critical >= 0) this.seenCriticals[fx.critical] = 1
    if (fx.drops) this.#cut = true
    if (fx.end >= 0) this.#end(fx.end)
    else if (to >= 0) this.#enter(to)
  }

  #end(ending: number): void {
    this.line = OVER
    this.ending = ending
    this.#cut = false
    this.#pickUp = -1
    while (this.#posts.length > 0) this.#posts.pop()
  }

  /** NO if the reaction can't run now; else where it leads. */
  #mayReact(reaction: MReaction): number {
    if (reaction.once && (this.done & reaction.bit) !== 0) return NO
    if (reaction.needsUp && this.line !== UP && this.line < this.held) return NO
    if (!this.holds(reaction.when)) return NO
    return this.#branchAfter(reaction.fx)
  }

  #first(reactions: readonly MReaction[]): { reaction: MReaction | null; to: number } {
    for (const reaction of reactions) {
      const to = this.#mayReact(reaction)
      if (to !== NO) {
        found.reaction = reaction
        found.to = to
        return found
      }
    }
    found.reaction = null
    found.to = NO
    return found
  }

  #note(event: MEvent): void {
    this.flags |= event.flag
    for (const reaction of event.arms) this.#arm(reaction)
  }

  #fire(event: MEvent, reaction: MReaction | null, to: number): void {
    this.#note(event)
    if (reaction) this.#react(reaction, to)
  }

  #arm(reaction: MReaction): void {
    if (reaction.inert) {
      // nothing will come of it: it is as good as done
      this.seenReactions[reaction.index] = 1
      this.done |= reaction.bit
      return
    }
    if ((this.armed & reaction.delay) !== 0) return
    if (reaction.once && (this.done & reaction.bit) !== 0) return
    this.armed |= reaction.delay
    this.pending |= reaction.delay
  }

  #react(reaction: MReaction, to: number): void {
    this.done |= reaction.bit
    this.seenReactions[reaction.index] = 1
    this.#speak(reaction.lines)
    this.#run(reaction.fx, to)
  }

  /** What follows of itself: endings, conditions that came true, a cut line, a caller who picks up. */
  #settle(): void {
    const { model } = this
    for (;;) {
      if (this.line === OVER) return
      const node = model.nodes[this.node]
      if (node) {
        if (node.end >= 0) {
          this.#end(node.end)
          return
        }
        if (this.#turn()) continue
      }
      if (this.#cut) {
        this.#cut = false
        if (this.isUp) {
          this.line = DROPPED
          const dropped = model.events.get('line.dropped')
          if (dropped) this.#posts.push(dropped)
        }
        continue
      }
      if (this.#pickUp >= 0) {
        const callback = model.callbacks[this.#pickUp]
        this.#pickUp = -1
        this.#enter(this.node < 0 ? model.script.start : (callback?.to ?? model.script.start))
        continue
      }
      const post = this.#posts.length > 0 ? this.#posts.shift() : undefined
      if (post === undefined) return
      if (this.node < 0) continue
      const { reaction, to } = this.#first(post.now)
      this.#fire(post, reaction, to)
    }
  }

  /** Runs or arms the first reaction whose condition has come true; false if there is none. */
  #turn(): boolean {
    for (const reaction of this.model.turned) {
      if ((this.done & reaction.bit) !== 0 || (this.armed & reaction.delay) !== 0) continue
      if (!this.#hasTurned(reaction)) continue
      if (reaction.delay !== 0) {
        this.#arm(reaction)
        return true
      }
      const to = this.#mayReact(reaction)
      if (to !== NO) {
        this.#react(reaction, to)
        return true
      }
    }
    return false
  }

  #hasTurned({ turns }: MReaction): boolean {
    if (turns === null) return false
    switch (turns.kind) {
      case 'known':
        return (this.known & turns.mask) === turns.mask
      case 'flag':
        return (this.flags & turns.mask) === turns.mask
      case 'silences':
        return this.silences >= turns.count
      case 'mood': {
        const value =
          turns.mood === 0 ? this.trust : turns.mood === 1 ? this.arousal : this.patience
        return value < turns.below || value > turns.above
      }
    }
  }
}

/** No branch fits. */
const NO = -2

/** Scratch of `#first`, so that looking for a reaction makes no garbage. */
const found: { reaction: MReaction | null; to: number } = { reaction: null, to: NO }

const clamp = (value: number, min: number, max: number): number =>
  value < min ? min : value > max ? max : value
