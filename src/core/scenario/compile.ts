import type { Text } from './primitives.ts'
import type { Rolled } from './roll.ts'
import type {
  CallerLines,
  Condition,
  Destination,
  Effects,
  MoodChange,
  Reply,
  Silence,
  Trigger,
} from './rules.ts'
import type { Node } from './schema.ts'
import type {
  Branch,
  Cond,
  Fx,
  Line,
  Script,
  ScriptNode,
  ScriptReaction,
  ScriptReply,
  ScriptSilence,
  ScriptTrigger,
} from './script.ts'
import { callerMs, traineeMs } from './speech.ts'

/** Thrown for a name that stands for nothing; the checker reports these with their place before anything is compiled. */
export class CompileError extends Error {
  constructor(
    readonly kind: 'node' | 'fact' | 'flag' | 'reply' | 'group' | 'limit',
    readonly subject: string,
  ) {
    super(`No such ${kind}: ${subject}`)
  }
}

/** Facts, flags and reactions each fit one 31-bit mask. */
export const MASK_LIMIT = 30

interface SpokenLine extends Text {
  readonly when?: Condition | undefined
  readonly reveals?: string[] | undefined
}

const MOOD_NAMES = ['trust', 'arousal', 'patience'] as const

/** Compiles a rolled scenario. Throws CompileError on unknown names or too many facts, flags or reactions. */
export function compile(rolled: Rolled): Script {
  const { scenario } = rolled
  const factIds = Object.keys(scenario.facts)
  const flags: string[] = []
  const slots = new Map<string, number>()
  const texts = new Map<string, Text>()
  const conditions = new Map<Condition, Cond>()
  const nodeIds = Object.keys(scenario.talk.nodes)
  const replyIds = new Map<string, number>()
  const rate = scenario.caller.voice.rate

  const owners: [owner: string, replies: Record<string, Reply>, path: readonly string[]][] = [
    ...Object.entries(scenario.talk.nodes).map(
      ([id, node]): [string, Record<string, Reply>, string[]] => [
        id,
        node.replies ?? {},
        ['talk', 'nodes', id, 'replies'],
      ],
    ),
    ...Object.entries(scenario.talk.groups).map(
      ([id, replies]): [string, Record<string, Reply>, string[]] => [
        id,
        replies,
        ['talk', 'groups', id],
      ],
    ),
  ]
  for (const [owner, replies] of owners)
    for (const id of Object.keys(replies)) replyIds.set(`${owner}.${id}`, replyIds.size)

  const bit = (list: readonly string[], id: string, kind: 'fact' | 'flag'): number => {
    const index = list.indexOf(id)
    if (index < 0) throw new CompileError(kind, id)
    return 1 << index
  }
  const factMask = (ids: readonly string[] = []): number =>
    ids.reduce((mask, id) => mask | bit(factIds, id, 'fact'), 0)
  const flagBit = (id: string): number => {
    if (!flags.includes(id)) flags.push(id)
    return bit(flags, id, 'flag')
  }
  const flagMask = (ids: readonly string[] = []): number =>
    ids.reduce((mask, id) => mask | flagBit(id), 0)
  const nodeIndex = (id: string): number => {
    const index = nodeIds.indexOf(id)
    if (index < 0) throw new CompileError('node', id)
    return index
  }
  /** A reply by full id, or by its own name where only one reply has it. */
  const replyOf = (id: string): number => {
    const full = replyIds.get(id)
    if (full !== undefined) return full
    const named = [...replyIds].filter(([key]) => key.endsWith(`.${id}`))
    if (named.length !== 1 || !named[0]) throw new CompileError('reply', id)
    return named[0][1]
  }
  const cond = (when: Condition | undefined): Cond | null => {
    if (!when) return null
    const on = (prefix: string, ids: readonly string[] | undefined): number =>
      flagMask(ids?.map((id) => `${prefix}:${id}`))
    const slot = when.within ? String(replyOf(when.within.of)) : null
    if (slot !== null && !slots.has(slot)) slots.set(slot, slots.size)
    const compiled: Cond = {
      moods: MOOD_NAMES.map((name) => {
        const bounds = when[name]
        return bounds ? ([bounds.min, bounds.max] as const) : null
      }),
      known: factMask(when.known),
      notKnown: factMask(when['not-known']),
      flags:
        flagMask(when.flag) |
        on('told', when.told) |
        on('sent', when.sent) |
        on('arrived', when.arrived) |
        on('bridged', when.bridged),
      notFlags:
        flagMask(when['not-flag']) |
        on('told', when['not-told']) |
        on('sent', when['not-sent']) |
        on('arrived', when['not-arrived']) |
        on('bridged', when['not-bridged']),
      said: (when.said ?? []).map(replyOf),
      notSaid: (when['not-said'] ?? []).map(replyOf),
      within:
        when.within && slot !== null ? { slot: slots.get(slot) ?? 0, ms: when.within.for } : null,
    }
    conditions.set(when, compiled)
    return compiled
  }
  const delta = (moods: MoodChange | undefined): Fx['moods'] => [
    moods?.trust ?? 0,
    moods?.arousal ?? 0,
    moods?.patience ?? 0,
  ]
  const branches = (goto: Destination | undefined): Branch[] => {
    if (goto === undefined) return []
    if (typeof goto === 'string') return [{ when: null, to: nodeIndex(goto) }]
    return goto.map((branch) => ({ when: cond(branch.when), to: nodeIndex(branch.to) }))
  }
  const fx = (step: Effects): Fx => ({
    moods: delta(step.moods),
    reveals: factMask(step.reveals),
    set: flagMask(step.set),
    clear: flagMask(step.clear),
    critical: step.critical ?? null,
    drops: step.line === 'dropped',
    end: step.end ?? null,
    goto: branches(step.goto),
  })
  const lines = (id: string, spoken: CallerLines | undefined): Line[] => {
    if (!spoken) return []
    const list: SpokenLine[] = Array.isArray(spoken) ? spoken : [spoken]
    return list.map((line, index) => {
      const lineId = Array.isArray(spoken) ? `${id}.${rolled.origin.get(line) ?? index}` : id
      const text: Text = { zh: line.zh, en: line.en }
      texts.set(lineId, text)
      return {
        id: lineId,
        text,
        when: cond(line.when),
        reveals: factMask(line.reveals),
        ms: { zh: callerMs(text, 'zh', rate), en: callerMs(text, 'en', rate) },
      }
    })
  }
  const silenceOf = (id: string, silence: Silence): ScriptSilence => ({
    after: silence.after,
    lines: lines(`${id}.silence`, silence.caller),
    fx: fx(silence),
  })

  const replies = owners.flatMap(([owner, list, path]) =>
    Object.entries(list).map(([name, reply]): Omit<ScriptReply, 'slot'> => {
      const id = `${owner}.${name}`
      texts.set(id, reply.say)
      return {
        index: replyIds.get(id) ?? 0,
        id,
        text: reply.say,
        acts: reply.act,
        when: cond(reply.when),
        again: reply.again,
        best: reply.best,
        why: reply.why ?? null,
        ms: { zh: traineeMs(reply.say, 'zh'), en: traineeMs(reply.say, 'en') },
        fx: fx(reply),
        path: [...path, name],
      }
    }),
  )
  const fallback = silenceOf('talk', scenario.talk.silence)
  const nodes = Object.entries(scenario.talk.nodes).map(([id, node], index): ScriptNode => {
    const groups = (node.use ?? []).map((group) => {
      const list = Object.hasOwn(scenario.talk.groups, group)
        ? scenario.talk.groups[group]
        : undefined
      if (!list) throw new CompileError('group', group)
      return Object.keys(list).map((name) => `${group}.${name}`)
    })
    const own = Object.keys(node.replies ?? {}).map((name) => `${id}.${name}`)
    return {
      index,
      id,
      lines: lines(`${id}.caller`, node.caller),
      fx: fx(nodeEffects(node)),
      silence: node.silence ? silenceOf(id, node.silence) : fallback,
      replies: [...own, ...groups.flat()].map((full) => replyIds.get(full) ?? 0),
      end: node.end ?? null,
    }
  })
  const reactions = scenario.anywhere.map((reaction, index): ScriptReaction => {
    if (reaction.report) texts.set(`report.${reaction.id}`, reaction.report.text)
    return {
      index,
      id: reaction.id,
      on: triggerOf(reaction.on, factMask, flagMask),
      after: reaction.after ?? 0,
      when: cond(reaction.when),
      once: reaction.once,
      lines: lines(`anywhere.${reaction.id}`, reaction.caller),
      report: reaction.report
        ? { from: reaction.report.from, line: `report.${reaction.id}`, text: reaction.report.text }
        : null,
      fx: fx(reaction),
    }
  })
  const callbacks = scenario.line.callback.map((entry) => ({
    when: cond(entry.when),
    rings: entry.rings,
    to: nodeIndex(entry.goto),
  }))
  for (const answer of scenario.key.answers) cond(answer.when)
  for (const duty of [
    ...scenario.key.units,
    ...scenario.key.partners,
    ...scenario.key.critical,
    ...scenario.key.stage,
  ])
    cond(duty.when)
  for (const partner of Object.values(scenario.world.partners)) cond(partner.when)
  for (const [id, partner] of Object.entries(scenario.world.partners))
    if (partner.says) texts.set(`partner.${id}.says`, partner.says)
  for (const [id, ending] of Object.entries(scenario.endings))
    texts.set(`ending.${id}`, ending.after)

  for (const [kind, count] of [
    ['facts', factIds.length],
    ['flags', flags.length],
    ['reactions', reactions.length],
  ] as const) {
    if (count > MASK_LIMIT) throw new CompileError('limit', `${kind}: ${count} > ${MASK_LIMIT}`)
  }
  const { trust, arousal, patience = { start: 0, min: 0, max: 100 } } = scenario.moods
  return {
    id: scenario.id,
    nodes,
    replies: replies.map((reply) => ({ ...reply, slot: slots.get(String(reply.index)) ?? -1 })),
    reactions,
    facts: factIds.map((id, index) => ({ index, id, mask: 1 << index })),
    flags,
    eventFlags: new Map(
      flags.flatMap((flag): [string, number][] =>
        eventKeys(flag).map((key) => [key, 1 << flags.indexOf(flag)]),
      ),
    ),
    start: nodeIndex(scenario.talk.start),
    moods: {
      start: [trust.start, arousal.start, patience.start],
      min: [trust.min, arousal.min, patience.min],
      max: [trust.max, arousal.max, patience.max],
    },
    interrupt: fx({ moods: scenario.talk.interrupt?.moods ?? { trust: -3 } }),
    callbacks,
    line: {
      waits: scenario.line.waits,
      unanswered: scenario.line.unanswered,
      hungUp: scenario.line['hung-up'],
      droppedFor: scenario.line.dropped.for,
      droppedEnd: scenario.line.dropped.end,
    },
    slots: slots.size,
    texts,
    conditions,
  }
}

function nodeEffects(node: Node): Effects {
  return {
    moods: node.moods,
    reveals: node.reveals,
    set: node.set,
    clear: undefined,
    critical: undefined,
    line: undefined,
    goto: undefined,
    end: undefined,
  }
}

/** Event keys that set a flag of the engine's own, e.g. `arrived:patrol` ← `arrived.patrol.right`. */
function eventKeys(flag: string): string[] {
  const [what, subject] = flag.split(':')
  if (subject === undefined) return []
  if (what === 'arrived') return [`arrived.${subject}.right`]
  if (what === 'bridged') return [`bridged.${subject}.announced`, `bridged.${subject}.unannounced`]
  return [`${what}.${subject}`]
}

function triggerOf(
  on: Trigger,
  facts: (ids: string[]) => number,
  flags: (ids: string[]) => number,
): ScriptTrigger {
  const event = (...keys: string[]): ScriptTrigger => ({ kind: 'event', keys })
  const choice = (
    base: string,
    value: boolean | undefined,
    yes: string,
    no: string,
  ): ScriptTrigger =>
    value === undefined
      ? event(`${base}.${yes}`, `${base}.${no}`)
      : event(`${base}.${value ? yes : no}`)
  if ('arrived' in on) return event(`arrived.${on.arrived}.${on.place}`)
  if ('sent' in on) return event(`sent.${on.sent}`)
  if ('told' in on) return event(`told.${on.told}`)
  if ('bridged' in on)
    return choice(`bridged.${on.bridged}`, on.announced, 'announced', 'unannounced')
  if ('transferred' in on)
    return choice(`transferred.${on.transferred}`, on.asked, 'asked', 'unasked')
  if ('mood' in on) {
    const mood = on.mood === 'trust' ? 0 : on.mood === 'arousal' ? 1 : 2
    return {
      kind: 'mood',
      mood,
      below: 'falls-below' in on ? on['falls-below'] : null,
      above: 'rises-above' in on ? on['rises-above'] : null,
    }
  }
  if ('known' in on) return { kind: 'known', mask: facts([on.known]) }
  if ('flag' in on) return { kind: 'flag', mask: flags([on.flag]) }
  if ('silences' in on) return { kind: 'silences', count: on.silences }
  if ('clock' in on) return { kind: 'clock', ms: on.clock }
  if ('held' in on) return event(`held.${on.held}`)
  if ('trainee' in on) return event(`trainee.${on.trainee}`)
  return event(`line.${on.line}`)
}
