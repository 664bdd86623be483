import type { Condition } from './rules.ts'
import type { Cond, Fx, Line, Script, ScriptReaction } from './script.ts'

/**
 * A script prepared for the proof's own step: bits that matter come first and conditions lie flat. In a model that isn't
 * `exact`, what no condition can ever ask about is left out (the cone of influence), so that fewer states are told apart;
 * what is left out can change no outcome.
 */

export interface MCond {
  readonly asksMoods: boolean
  readonly t0: number
  readonly t1: number
  readonly a0: number
  readonly a1: number
  readonly p0: number
  readonly p1: number
  readonly known: number
  readonly notKnown: number
  readonly flags: number
  readonly notFlags: number
  /** Bits of `said`; most conditions have none. */
  readonly said: readonly number[] | null
  readonly notSaid: readonly number[] | null
  /** Slot of a reply, or -1; holds while the reply's age is at most `rank`. */
  readonly slot: number
  readonly rank: number
}

export interface MBranch {
  readonly when: MCond | null
  readonly to: number
}

export interface MFx {
  readonly idle: boolean
  readonly trust: number
  readonly arousal: number
  readonly patience: number
  readonly reveals: number
  readonly set: number
  readonly keep: number
  readonly critical: number
  readonly drops: boolean
  /** Index of the ending, or -1. */
  readonly end: number
  readonly goto: readonly MBranch[]
}

export interface MLine {
  readonly index: number
  readonly when: MCond | null
  readonly reveals: number
}

export interface MReply {
  readonly index: number
  readonly when: MCond | null
  readonly again: boolean
  readonly best: boolean
  /** Bit of `said`, or -1 if nothing asks. */
  readonly bit: number
  readonly slot: number
  /** Least time from the first word to the caller's turn, in ticks. */
  readonly ticks: number
  readonly fx: MFx
}

export interface MSilence {
  readonly ticks: number
  readonly lines: readonly MLine[]
  readonly fx: MFx
}

export interface MNode {
  readonly index: number
  readonly lines: readonly MLine[]
  readonly fx: MFx
  readonly silence: MSilence
  readonly replies: readonly MReply[]
  readonly end: number
}

export interface MReaction {
  readonly index: number
  /** Bit of `done`. */
  readonly bit: number
  /** Bit of `armed` and `pending`, 0 if it isn't delayed. */
  readonly delay: number
  readonly ticks: number
  readonly once: boolean
  readonly needsUp: boolean
  readonly when: MCond | null
  readonly lines: readonly MLine[]
  readonly fx: MFx
  /** What it waits for, if it waits for a condition. */
  readonly turns:
    | { readonly kind: 'known' | 'flag'; readonly mask: number }
    | {
        readonly kind: 'mood'
        readonly mood: number
        readonly below: number
        readonly above: number
      }
    | { readonly kind: 'silences'; readonly count: number }
    | null
}

/** Something in the world, by its key, and what it sets off. */
export interface MEvent {
  readonly key: string
  readonly flag: number
  readonly arms: readonly MReaction[]
  readonly now: readonly MReaction[]
}

export interface MClock {
  readonly ticks: number
  readonly reactions: readonly MReaction[]
}

export interface Model {
  readonly script: Script
  readonly nodes: readonly MNode[]
  readonly replies: readonly MReply[]
  readonly reactions: readonly MReaction[]
  readonly turned: readonly MReaction[]
  readonly events: ReadonlyMap<string, MEvent>
  readonly clocks: readonly MClock[]
  /** Hold triggers in order of time, in ticks with their event. */
  readonly holds: readonly { readonly ticks: number; readonly event: MEvent }[]
  readonly callbacks: readonly {
    readonly when: MCond | null
    readonly ticks: number
    readonly to: number
  }[]
  readonly interrupt: MFx
  readonly endings: readonly string[]
  readonly criticals: readonly string[]
  readonly lines: readonly string[]
  readonly unanswered: number
  readonly hungUp: number
  readonly droppedEnd: number
  readonly droppedTicks: number
  readonly waitTicks: number
  /** Number of ages that conditions tell apart, by slot. */
  readonly ages: readonly number[]
  /** Bit of `said` by slot. */
  readonly slotBits: readonly number[]
  /** Bit position by the script's fact, flag and reaction index. */
  readonly factBit: readonly number[]
  readonly flagBit: readonly number[]
  /** Which moods are told apart. */
  readonly moods: readonly [boolean, boolean, boolean]
  readonly min: readonly [number, number, number]
  readonly max: readonly [number, number, number]
  readonly start: readonly [number, number, number]
  readonly facts: number
  readonly flags: number
  readonly done: number
  readonly delayed: number
  readonly said: number
  readonly silences: number
  /** Compiled form of a condition of the world or the key. */
  cond(when: Condition | null | undefined): MCond | null
}

/** A tenth of a second: time's unit in the proof. */
export const TICK_MS = 100

export interface ModelOptions {
  /** Tells everything apart, as the machine does; for comparing with it. */
  readonly exact: boolean
  /** Facts to keep apart although no condition asks (those that a success needs). */
  readonly facts: number
  /** Conditions of the world that are asked beside those of the script. */
  readonly asked: readonly Condition[]
}

/** Everything that conditions of a script ask about, in the script's own bits. */
interface Asked {
  facts: number
  flags: number
  moods: [boolean, boolean, boolean]
  said: Set<number>
  silences: number
}

function askedIn(script: Script, conds: readonly (Cond | null)[]): Asked {
  const asked: Asked = {
    facts: 0,
    flags: 0,
    moods: [false, false, false],
    said: new Set(),
    silences: 0,
  }
  for (const cond of conds) {
    if (!cond) continue
    asked.facts |= cond.known | cond.notKnown
    asked.flags |= cond.flags | cond.notFlags
    for (const mood of [0, 1, 2] as const) if (cond.moods[mood]) asked.moods[mood] = true
    for (const reply of [...cond.said, ...cond.notSaid]) asked.said.add(reply)
  }
  for (const reply of script.replies) if (reply.slot >= 0) asked.said.add(reply.index)
  for (const { on } of script.reactions) {
    if (on.kind === 'known') asked.facts |= on.mask
    else if (on.kind === 'flag') asked.flags |= on.mask
    else if (on.kind === 'mood') asked.moods[on.mood] = true
    else if (on.kind === 'silences') asked.silences = Math.max(asked.silences, on.count)
  }
  return asked
}

/** Every condition that the talk and the reactions ask. */
export function condsOf(script: Script): (Cond | null)[] {
  const ofFx = (fx: Fx): (Cond | null)[] => fx.goto.map(({ when }) => when)
  const ofLines = (lines: readonly Line[]): (Cond | null)[] => lines.map(({ when }) => when)
  return [
    ...script.nodes.flatMap((node) => [
      ...ofLines(node.lines),
      ...ofLines(node.silence.lines),
      ...ofFx(node.silence.fx),
    ]),
    ...script.replies.flatMap((reply) => [reply.when, ...ofFx(reply.fx)]),
    ...script.reactions.flatMap((reaction) => [
      reaction.when,
      ...ofLines(reaction.lines),
      ...ofFx(reaction.fx),
    ]),
    ...script.callbacks.map(({ when }) => when),
  ]
}

/** Bits with those in `first` before all others: bit position by index, and how many come first. */
function order(count: number, first: (index: number) => boolean): { bits: number[]; used: number } {
  const indices = Array.from({ length: count }, (_, index) => index)
  const sorted = [...indices.filter(first), ...indices.filter((index) => !first(index))]
  const bits: number[] = []
  for (const [position, index] of sorted.entries()) bits[index] = position
  return { bits, used: indices.filter(first).length }
}

/** Does this step always end the call? Then nothing about it need be remembered. */
const endsAll = (script: Script, { fx }: ScriptReaction): boolean =>
  fx.end !== null ||
  (fx.goto.length > 0 && fx.goto.every(({ to }) => script.nodes[to]?.end !== null))

export function buildModel(script: Script, options: ModelOptions): Model {
  const { exact } = options
  const world = options.asked.map((when) => script.conditions.get(when) ?? null)
  const asked = askedIn(script, [...condsOf(script), ...world])
  asked.facts |= options.facts
  const all = (1 << 30) - 1
  const facts = order(script.facts.length, (i) => exact || (asked.facts & (1 << i)) !== 0)
  const flags = order(script.flags.length, (i) => exact || (asked.flags & (1 << i)) !== 0)
  const done = order(script.reactions.length, (i) => {
    const reaction = script.reactions[i]
    if (!reaction) return false
    return (
      exact ||
      (reaction.on.kind !== 'clock' &&
        !endsAll(script, reaction) &&
        (reaction.once || reaction.on.kind !== 'event'))
    )
  })
  const delayed = order(script.reactions.length, (i) => {
    const reaction = script.reactions[i]
    return reaction !== undefined && reaction.after > 0 && reaction.on.kind !== 'clock'
  })
  const moods: [boolean, boolean, boolean] = exact ? [true, true, true] : asked.moods
  const tracked = script.replies.filter(
    (reply) => exact || !reply.again || asked.said.has(reply.index),
  )
  const saidBit = new Map(tracked.map(({ index }, bit) => [index, bit]))

  const remap = (mask: number, bits: readonly number[]): number => {
    let result = 0
    for (let i = 0; i < bits.length; i += 1) if (mask & (1 << i)) result |= 1 << (bits[i] ?? 0)
    return result
  }
  const slotTimes: number[][] = Array.from({ length: script.slots }, () => [])
  for (const cond of [...condsOf(script), ...world])
    if (cond?.within) {
      const times = slotTimes[cond.within.slot]
      if (times && !times.includes(cond.within.ms)) times.push(cond.within.ms)
    }
  for (const times of slotTimes) times.sort((a, b) => a - b)
  const made = new Map<Cond, MCond>()
  const cond = (from: Cond | null): MCond | null => {
    if (!from) return null
    const known = made.get(from)
    if (known) return known
    const [t, a, p] = from.moods
    const bit = (reply: number): number => saidBit.get(reply) ?? 0
    const result: MCond = {
      asksMoods: [t, a, p].some(Boolean),
      t0: t?.[0] ?? -1000,
      t1: t?.[1] ?? 1000,
      a0: a?.[0] ?? -1000,
      a1: a?.[1] ?? 1000,
      p0: p?.[0] ?? -1000,
      p1: p?.[1] ?? 1000,
      known: remap(from.known, facts.bits),
      notKnown: remap(from.notKnown, facts.bits),
      flags: remap(from.flags, flags.bits),
      notFlags: remap(from.notFlags, flags.bits),
      said: from.said.length > 0 ? from.said.map(bit) : null,
      notSaid: from.notSaid.length > 0 ? from.notSaid.map(bit) : null,
      slot: from.within ? from.within.slot : -1,
      rank: from.within ? (slotTimes[from.within.slot] ?? []).indexOf(from.within.ms) : 0,
    }
    made.set(from, result)
    return result
  }
  const endings: string[] = []
  const criticals: string[] = []
  const lineIds: string[] = []
  const indexOf = (list: string[], id: string | null): number => {
    if (id === null) return -1
    const at = list.indexOf(id)
    return at >= 0 ? at : list.push(id) - 1
  }
  const fx = (from: Fx): MFx => {
    const trust = moods[0] ? from.moods[0] : 0
    const arousal = moods[1] ? from.moods[1] : 0
    const patience = moods[2] ? from.moods[2] : 0
    return {
      idle:
        trust === 0 &&
        arousal === 0 &&
        patience === 0 &&
        from.reveals === 0 &&
        from.set === 0 &&
        from.clear === 0 &&
        from.critical === null,
      trust,
      arousal,
      patience,
      reveals: remap(from.reveals, facts.bits),
      set: remap(from.set, flags.bits),
      keep: ~remap(from.clear, flags.bits) & all,
      critical: indexOf(criticals, from.critical),
      drops: from.drops,
      end: indexOf(endings, from.end),
      goto: from.goto.map(({ when, to }) => ({ when: cond(when), to })),
    }
  }
  const lines = (list: readonly Line[]): MLine[] =>
    list.map((line) => ({
      index: indexOf(lineIds, line.id),
      when: cond(line.when),
      reveals: remap(line.reveals, facts.bits),
    }))
  const ticks = (ms: number): number => Math.floor(ms / TICK_MS)
  const replies = script.replies.map(
    (reply): MReply => ({
      index: reply.index,
      when: cond(reply.when),
      again: reply.again,
      best: reply.best,
      bit: saidBit.get(reply.index) ?? -1,
      slot: reply.slot,
      ticks: ticks(Math.min(reply.ms.zh, reply.ms.en) + 500),
      fx: fx(reply.fx),
    }),
  )
  const nodes = script.nodes.map((node): MNode => {
    const { silence } = node
    return {
      index: node.index,
      lines: lines(node.lines),
      fx: fx(node.fx),
      silence: { ticks: ticks(silence.after), lines: lines(silence.lines), fx: fx(silence.fx) },
      replies: node.replies.flatMap((index) => replies[index] ?? []),
      end: indexOf(endings, node.end),
    }
  })
  const reactions = script.reactions.map((reaction): MReaction => {
    const { on } = reaction
    const waits = reaction.after > 0 && on.kind !== 'clock'
    return {
      index: reaction.index,
      bit: 1 << (done.bits[reaction.index] ?? 0),
      delay: waits ? 1 << (delayed.bits[reaction.index] ?? 0) : 0,
      ticks: ticks(reaction.after),
      once: reaction.once,
      needsUp: reaction.fx.goto.length > 0 || reaction.lines.length > 0,
      when: cond(reaction.when),
      lines: lines(reaction.lines),
      fx: fx(reaction.fx),
      turns:
        on.kind === 'known'
          ? { kind: on.kind, mask: remap(on.mask, facts.bits) }
          : on.kind === 'flag'
            ? { kind: on.kind, mask: remap(on.mask, flags.bits) }
            : on.kind === 'mood'
              ? { kind: on.kind, mood: on.mood, below: on.below ?? -1000, above: on.above ?? 1000 }
              : on.kind === 'silences'
                ? { kind: on.kind, count: on.count }
                : null,
    }
  })
  const events = new Map<
    string,
    { key: string; flag: number; arms: MReaction[]; now: MReaction[] }
  >()
  const event = (key: string) => {
    const known = events.get(key)
    if (known) return known
    const fresh = { key, flag: 0, arms: [], now: [] }
    events.set(key, fresh)
    return fresh
  }
  for (const [key, mask] of script.eventFlags) event(key).flag |= remap(mask, flags.bits)
  const dues = new Map<number, MReaction[]>()
  for (const [index, { on, after }] of script.reactions.entries()) {
    const reaction = reactions[index]
    if (!reaction) continue
    if (on.kind === 'event')
      for (const key of on.keys) {
        const entry = event(key)
        if (after > 0) entry.arms.push(reaction)
        else entry.now.push(reaction)
      }
    else if (on.kind === 'clock')
      dues.set(on.ms + after, [...(dues.get(on.ms + after) ?? []), reaction])
  }
  return {
    script,
    nodes,
    replies,
    reactions,
    turned: reactions.filter(({ turns }) => turns !== null),
    events,
    clocks: [...dues]
      .sort(([a], [b]) => a - b)
      .map(([ms, list]) => ({ ticks: ticks(ms), reactions: list })),
    holds: [...events.values()]
      .filter(({ key }) => key.startsWith('held.'))
      .map((entry) => ({ ticks: ticks(Number.parseInt(entry.key.slice(5), 10)), event: entry }))
      .sort((a, b) => a.ticks - b.ticks),
    callbacks: script.callbacks.map(({ when, rings, to }) => ({
      when: cond(when),
      ticks: ticks(rings),
      to,
    })),
    interrupt: fx(script.interrupt),
    unanswered: indexOf(endings, script.line.unanswered),
    hungUp: indexOf(endings, script.line.hungUp),
    droppedEnd: indexOf(endings, script.line.droppedEnd),
    droppedTicks: ticks(script.line.droppedFor),
    waitTicks: ticks(script.line.waits),
    endings,
    criticals,
    lines: lineIds,
    ages: slotTimes.map((times) => times.length + 1),
    slotBits: slotTimes.map((_, slot) => {
      const reply = script.replies.find((candidate) => candidate.slot === slot)
      return reply ? (saidBit.get(reply.index) ?? -1) : -1
    }),
    factBit: facts.bits,
    flagBit: flags.bits,
    moods,
    min: script.moods.min,
    max: script.moods.max,
    start: script.moods.start,
    facts: facts.used,
    flags: flags.used,
    done: done.used,
    delayed: delayed.used,
    said: tracked.length,
    silences: exact ? 7 : asked.silences,
    cond: (when) => (when ? cond(script.conditions.get(when) ?? null) : null),
  }
}
