import type { Language } from '../scenario/primitives.ts'
import type {
  Fx,
  Line,
  Script,
  ScriptNode,
  ScriptReaction,
  ScriptReply,
  ScriptSilence,
} from '../scenario/script.ts'
import { TURN_GAP_MS } from '../scenario/speech.ts'
import type { SimClock } from './clock.ts'
import type { Happening } from './journal.ts'
import { apply, freshMind, holds, type Mind, markSaid } from './mind.ts'

/**
 * The context of the call machine and the pure steps that move it. Each step takes a call and gives the next; what it
 * has to tell the journal hangs on `out`, a linked list so that a step stays cheap and pure.
 */
export interface Call {
  readonly script: Script
  readonly lang: Language
  readonly clock: Pick<SimClock, 'now'>
  readonly mind: Mind
  readonly node: number
  /** Is anybody on the line? Mirrors the line region, since guards can't read another region cheaply. */
  readonly up: boolean
  /** The last caller line runs from here … */
  readonly from: number
  /** … to here. */
  readonly until: number
  readonly silences: number
  /** Reactions that ran. */
  readonly done: number
  /** Reactions set to run after their delay. */
  readonly armed: number
  readonly ending: string | null
  readonly out: Out | null
}

export interface Out {
  readonly before: Out | null
  readonly happening: Happening
}

export function freshCall(script: Script, lang: Language, clock: Pick<SimClock, 'now'>): Call {
  return {
    script,
    lang,
    clock,
    mind: freshMind(script),
    node: -1,
    up: false,
    from: 0,
    until: 0,
    silences: 0,
    done: 0,
    armed: 0,
    ending: null,
    out: null,
  }
}

const tell = (call: Call, happening: Happening): Call => ({
  ...call,
  out: { before: call.out, happening },
})

/** Names of the facts in a mask, in file order. */
export function factNames(script: Script, mask: number): string[] {
  return script.facts.filter((fact) => (mask & fact.mask) !== 0).map((fact) => fact.id)
}

function flagNames(script: Script, mask: number): string[] {
  return script.flags.filter((_, index) => (mask & (1 << index)) !== 0)
}

/** The call with another mind, and in the journal what differs. `known` is the moment at which new facts are heard. */
function become(call: Call, mind: Mind, known: number): Call {
  const before = call.mind
  if (mind === before) return call
  let next: Call = { ...call, mind }
  const [trust, arousal, patience] = mind.moods
  if (before.moods[0] !== trust || before.moods[1] !== arousal || before.moods[2] !== patience) {
    next = tell(next, { what: 'moods', moods: { trust, arousal, patience } })
  }
  const learned = mind.known & ~before.known
  if (learned !== 0)
    next = tell(next, { what: 'revealed', facts: factNames(call.script, learned), known })
  const set = mind.flags & ~before.flags
  const cleared = before.flags & ~mind.flags
  if (set !== 0 || cleared !== 0) {
    next = tell(next, {
      what: 'flags',
      set: flagNames(call.script, set),
      cleared: flagNames(call.script, cleared),
    })
  }
  return next
}

function affect(call: Call, fx: Fx, known: number): Call {
  const next = become(call, apply(call.script, fx, call.mind), known)
  return fx.critical === null ? next : tell(next, { what: 'critical', id: fx.critical })
}

/** The caller says the first of these lines that fits, once whoever speaks has finished and taken breath. */
function speak(call: Call, lines: readonly Line[]): Call {
  const { now } = call.clock
  const line = lines.find((candidate) => holds(candidate.when, call.mind, now))
  if (!line) return call
  // a trainee's sentence is heard out first: `from` then lies ahead
  const from = Math.max(now, call.from)
  const ms = line.ms[call.lang]
  const next = tell(
    { ...call, from, until: from + ms },
    { what: 'caller', line: line.id, from, ms },
  )
  return line.reveals === 0
    ? next
    : become(next, { ...next.mind, known: next.mind.known | line.reveals }, from + ms)
}

/** What the mind will be once this reply is said; guards ask before the step is taken. */
export function mindAfterReply(call: Call, reply: ScriptReply, interrupts: boolean): Mind {
  const { script, clock } = call
  const heard = interrupts ? apply(script, script.interrupt, call.mind) : call.mind
  return apply(script, reply.fx, markSaid(heard, reply.index, reply.slot, clock.now))
}

/** Is this reply among those offered in this node? */
export function isOffered(call: Call, reply: ScriptReply): boolean {
  const { mind, clock } = call
  if (
    !reply.again &&
    ((mind.said[Math.floor(reply.index / 30)] ?? 0) & (1 << (reply.index % 30))) !== 0
  )
    return false
  return holds(reply.when, mind, clock.now)
}

/** The trainee says a reply. */
export function say(call: Call, reply: ScriptReply, interrupts: boolean): Call {
  const { now } = call.clock
  const ms = reply.ms[call.lang]
  const from = now + ms + TURN_GAP_MS
  const said = tell(
    { ...call, silences: 0, from, until: from },
    { what: 'said', reply: reply.id, interrupts, ms },
  )
  const next = become(said, mindAfterReply(call, reply, interrupts), from)
  return reply.fx.critical === null ? next : tell(next, { what: 'critical', id: reply.fx.critical })
}

/** The talk enters a node: its effects, then the caller's line. */
export function enter(call: Call, node: ScriptNode): Call {
  const at = tell({ ...call, node: node.index }, { what: 'node', node: node.id })
  const spoken = speak(at, node.lines)
  return affect(spoken, node.fx, spoken.until)
}

/** What the mind will be once this silence has told. */
export function mindAfterSilence(call: Call, silence: ScriptSilence): Mind {
  return apply(call.script, silence.fx, call.mind)
}

/** Nobody has said anything for a while. */
export function fallSilent(call: Call, silence: ScriptSilence): Call {
  const count = call.silences + 1
  const quiet = tell({ ...call, silences: count }, { what: 'silence', count })
  const spoken = speak(quiet, silence.lines)
  return affect(spoken, silence.fx, spoken.until)
}

/** Flags that the engine sets itself when something happens, such as `told:power`. */
export function note(call: Call, key: string): Call {
  const mask = call.script.eventFlags.get(key) ?? 0
  return become(call, { ...call.mind, flags: call.mind.flags | mask }, call.clock.now)
}

/** What the mind will be once this reaction has run. */
export function mindAfterReaction(call: Call, reaction: ScriptReaction): Mind {
  return apply(call.script, reaction.fx, call.mind)
}

/** May this reaction run now? */
export function mayReact(call: Call, reaction: ScriptReaction): boolean {
  if (reaction.once && (call.done & (1 << reaction.index)) !== 0) return false
  if (!call.up && (reaction.fx.goto.length > 0 || reaction.lines.length > 0)) return false
  return holds(reaction.when, call.mind, call.clock.now)
}

/** Has the condition that this reaction waits for come true? */
export function hasTurned(call: Call, reaction: ScriptReaction): boolean {
  if (((call.done | call.armed) & (1 << reaction.index)) !== 0) return false
  const { on } = reaction
  switch (on.kind) {
    case 'mood': {
      const value = call.mind.moods[on.mood]
      return (on.below !== null && value < on.below) || (on.above !== null && value > on.above)
    }
    case 'known':
      return (call.mind.known & on.mask) === on.mask
    case 'flag':
      return (call.mind.flags & on.mask) === on.mask
    case 'silences':
      return call.silences >= on.count
    default:
      return false
  }
}

/** A reaction is set to run after its delay; it isn't set twice while it waits, nor ever again if it runs once. */
export function arm(call: Call, reaction: ScriptReaction): Call {
  return { ...call, armed: call.armed | (1 << reaction.index) }
}

export function mayArm(call: Call, reaction: ScriptReaction): boolean {
  return ((call.armed | (reaction.once ? call.done : 0)) & (1 << reaction.index)) === 0
}

/** The delay is over, whether the reaction runs or not. */
export function disarm(call: Call, reaction: ScriptReaction): Call {
  return reaction.once ? call : { ...call, armed: call.armed & ~(1 << reaction.index) }
}

export function react(call: Call, reaction: ScriptReaction): Call {
  const marked = tell(
    { ...call, done: call.done | (1 << reaction.index) },
    { what: 'reaction', id: reaction.id },
  )
  const reported = reaction.report
    ? tell(marked, { what: 'report', from: reaction.report.from, line: reaction.report.line })
    : marked
  const spoken = speak(reported, reaction.lines)
  return affect(spoken, reaction.fx, spoken.until)
}

export function end(call: Call, ending: string): Call {
  return tell({ ...call, ending, up: false }, { what: 'ended', ending })
}

export function lineTells(
  call: Call,
  up: boolean,
  what:
    | 'connected'
    | 'gave-up'
    | 'held'
    | 'resumed'
    | 'dropped'
    | 'calling-back'
    | 'no-answer'
    | 'restored',
): Call {
  return tell({ ...call, up }, { what })
}
