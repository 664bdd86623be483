import type { Fx, Script, ScriptReaction } from './script.ts'

/**
 * Which reactions the proof must remember to have run. Many a memory can change nothing: the reaction ends the call, or
 * would do the same again, or a flag that only it sets says the same.
 */

/** What conditions ask about, in the script's own bits. */
export interface Tracked {
  readonly facts: number
  readonly flags: number
  readonly moods: readonly [boolean, boolean, boolean]
}

export interface Memory {
  /** By reaction: must its having run be kept? */
  readonly done: readonly boolean[]
  /** By reaction: the flag (script's bit) that says the same, or 0. */
  readonly marker: readonly number[]
  /** By reaction: it changes nothing that anybody asks about. */
  readonly inert: readonly boolean[]
}

export function memoryOf(script: Script, tracked: Tracked): Memory {
  const effects: Fx[] = [
    ...script.replies.map(({ fx }) => fx),
    ...script.nodes.flatMap(({ fx, silence }) => [fx, silence.fx]),
    ...script.reactions.map(({ fx }) => fx),
  ]
  const cleared = effects.reduce((mask, fx) => mask | fx.clear, 0)
  const setBy = (flag: number): number => effects.filter((fx) => (fx.set & flag) !== 0).length
  let engine = 0
  for (const mask of script.eventFlags.values()) engine |= mask

  /** Does nothing but set flags that stay and reveal facts: doing it again changes nothing. */
  const settles = ({ fx }: ScriptReaction): boolean =>
    !fx.drops &&
    fx.end === null &&
    fx.goto.length === 0 &&
    fx.moods.every((change, mood) => change === 0 || !tracked.moods[mood]) &&
    (fx.clear & tracked.flags) === 0 &&
    (fx.set & tracked.flags & cleared) === 0
  const inert = (reaction: ScriptReaction): boolean =>
    settles(reaction) &&
    (reaction.fx.set & tracked.flags) === 0 &&
    (reaction.fx.reveals & tracked.facts) === 0 &&
    reaction.lines.every(({ reveals }) => (reveals & tracked.facts) === 0)
  /** Once it has run, another takes its turn at the same event. */
  const shadows = ({ on, index, after }: ScriptReaction): boolean =>
    on.kind === 'event' &&
    after === 0 &&
    script.reactions.some(
      (other) =>
        other.index > index &&
        other.on.kind === 'event' &&
        other.after === 0 &&
        !inert(other) &&
        other.on.keys.some((key) => on.keys.includes(key)),
    )
  const endsAll = ({ fx }: ScriptReaction): boolean =>
    fx.end !== null ||
    (fx.goto.length > 0 && fx.goto.every(({ to }) => script.nodes[to]?.end !== null))
  /** A partner joins a call once. */
  const happensOnce = ({ on }: ScriptReaction): boolean =>
    on.kind === 'clock' ||
    (on.kind === 'event' &&
      new Set(on.keys.map((key) => key.split('.').slice(0, 2).join('.'))).size === 1 &&
      on.keys.every((key) => key.startsWith('bridged.')))
  const marker = ({ fx }: ScriptReaction): number => {
    const own = fx.set & tracked.flags & ~cleared & ~engine
    for (let flag = 1; flag !== 0 && flag <= own; flag <<= 1)
      if ((own & flag) !== 0 && setBy(flag) === 1) return flag
    return 0
  }
  const forgettable = (reaction: ScriptReaction): boolean =>
    endsAll(reaction) ||
    happensOnce(reaction) ||
    (reaction.on.kind === 'event' && !reaction.once) ||
    (settles(reaction) && !shadows(reaction))

  return {
    done: script.reactions.map((reaction) => !forgettable(reaction) && marker(reaction) === 0),
    marker: script.reactions.map((reaction) => (forgettable(reaction) ? 0 : marker(reaction))),
    inert: script.reactions.map(inert),
  }
}

/** More nodes than this aren't searched for what can be forgotten. */
const MANY_NODES = 400

/**
 * Which replies the proof must remember to have been said: those that could be offered again, since the talk can come back
 * to a node that offers them.
 */
export function sayableAgain(script: Script): (reply: number) => boolean {
  const { nodes, replies } = script
  if (nodes.length > MANY_NODES) return () => true
  const drops = [...replies, ...script.reactions, ...nodes.map(({ silence }) => silence)].some(
    ({ fx }) => fx.drops,
  )
  const jumps = [
    ...script.reactions.flatMap(({ fx }) => fx.goto.map(({ to }) => to)),
    ...(drops ? script.callbacks.map(({ to }) => to) : []),
  ]
  const next = nodes.map(({ silence, replies: list }) => [
    ...silence.fx.goto.map(({ to }) => to),
    ...list.flatMap((index) => replies[index]?.fx.goto.map(({ to }) => to) ?? []),
  ])
  const reached = (from: readonly number[]): ReadonlySet<number> => {
    const seen = new Set<number>()
    const open = [...from]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      // a node that ends the call leads nowhere, whatever else may happen
      if (nodes[node]?.end === null) open.push(...(next[node] ?? []))
    }
    return seen
  }
  const offering = replies.map((): number[] => [])
  for (const node of nodes) for (const index of node.replies) offering[index]?.push(node.index)
  const again = replies.map(({ index, fx }) => {
    if (fx.end !== null) return false
    const own = offering[index] ?? []
    const to = fx.goto.length > 0 ? fx.goto.map((branch) => branch.to) : own
    const ends = to.every((node) => nodes[node]?.end !== null)
    const after = reached(ends ? to : [...to, ...jumps])
    return own.some((node) => after.has(node))
  })
  return (reply) => again[reply] ?? true
}
