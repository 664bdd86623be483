import { type Memory, memoryOf, sayableAgain } from './memory.ts'
import {
  type MCond,
  type MFx,
  type MLine,
  type MNode,
  type Model,
  type MReaction,
  type MReply,
  TICK_MS,
} from './modelTypes.ts'
import type { Condition } from './rules.ts'
import type { Cond, Fx, Line, Script } from './script.ts'

/**
 * A script prepared for the proof's own step: bits that matter come first and conditions lie flat. In a model that isn't
 * `exact`, what no condition can ever ask about is left out (the cone of influence), so that fewer states are told apart;
 * what is left out can change no outcome.
 */

export interface ModelOptions {
  /** Tells everything apart, as the machine does; for comparing with it. */
  readonly exact: boolean
  /** Conditions of the world that are asked beside those of the script. */
  readonly asked: readonly Condition[]
  /** Facts that the world asks about, in the script's own bits. */
  readonly facts: number
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

export function buildModel(script: Script, options: ModelOptions): Model {
  const { exact } = options
  const world = options.asked.map((when) => script.conditions.get(when) ?? null)
  const asked = askedIn(script, [...condsOf(script), ...world])
  asked.facts |= options.facts
  const memory = exact ? null : memoryOf(script, asked)
  const all = (1 << 30) - 1
  const facts = order(script.facts.length, (i) => exact || (asked.facts & (1 << i)) !== 0)
  const flags = order(script.flags.length, (i) => exact || (asked.flags & (1 << i)) !== 0)
  const done = order(script.reactions.length, (i) => memory?.done[i] ?? true)
  const delayed = order(script.reactions.length, (i) => {
    const reaction = script.reactions[i]
    return (
      reaction !== undefined &&
      reaction.after > 0 &&
      reaction.on.kind !== 'clock' &&
      !memory?.inert[i]
    )
  })
  const moods: [boolean, boolean, boolean] = exact ? [true, true, true] : asked.moods
  const mayReturn = sayableAgain(script)
  const tracked = script.replies.filter(
    ({ again, index }) => exact || (!again && mayReturn(index)) || asked.said.has(index),
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
        from.clear === 0,
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
    const inert = memory?.inert[reaction.index] ?? false
    return {
      index: reaction.index,
      bit: 1 << (done.bits[reaction.index] ?? 0),
      delay: waits ? 1 << (delayed.bits[reaction.index] ?? 0) : 0,
      ticks: ticks(reaction.after),
      once: reaction.once,
      inert,
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
    markers: markersOf(memory).map(({ reaction, flag }) => ({
      flag: remap(flag, flags.bits),
      bit: 1 << (done.bits[reaction] ?? 0),
    })),
    delayed: delayed.used,
    said: tracked.length,
    silences: exact ? 1000 : asked.silences,
    cond: (when) => (when ? cond(script.conditions.get(when) ?? null) : null),
  }
}

function markersOf(memory: Memory | null): { reaction: number; flag: number }[] {
  return (memory?.marker ?? []).flatMap((flag, reaction) => (flag === 0 ? [] : { reaction, flag }))
}
