import type { Branch, Cond, Fx, Script } from '../scenario/script.ts'

/**
 * What the caller feels, what has been revealed, what has happened: the part of a call that conditions ask about.
 * Shared by the XState machine and by the checker's own step, so that both mean the same by a condition.
 */
export interface Mind {
  readonly moods: readonly [trust: number, arousal: number, patience: number]
  /** Facts revealed, as a mask. */
  readonly known: number
  readonly flags: number
  /** Replies said, 30 to a word. */
  readonly said: readonly number[]
  /** When the replies that `within` asks about were last said; -1: never. */
  readonly saidAt: readonly number[]
}

export function freshMind(script: Script): Mind {
  return {
    moods: script.moods.start,
    known: 0,
    flags: 0,
    said: Array.from({ length: Math.ceil(script.replies.length / 30) }, () => 0),
    saidAt: Array.from({ length: script.slots }, () => -1),
  }
}

export function wasSaid(mind: Mind, reply: number): boolean {
  return ((mind.said[Math.floor(reply / 30)] ?? 0) & (1 << (reply % 30))) !== 0
}

export function markSaid(mind: Mind, reply: number, slot: number, now: number): Mind {
  const word = Math.floor(reply / 30)
  const said = mind.said.slice()
  said[word] = (said[word] ?? 0) | (1 << (reply % 30))
  if (slot < 0) return { ...mind, said }
  const saidAt = mind.saidAt.slice()
  saidAt[slot] = now
  return { ...mind, said, saidAt }
}

/** Does the condition hold at `now` ms? */
export function holds(cond: Cond | null, mind: Mind, now: number): boolean {
  if (!cond) return true
  if ((mind.known & cond.known) !== cond.known || (mind.known & cond.notKnown) !== 0) return false
  if ((mind.flags & cond.flags) !== cond.flags || (mind.flags & cond.notFlags) !== 0) return false
  for (let mood = 0; mood < 3; mood += 1) {
    const bounds = cond.moods[mood]
    const value = mind.moods[mood as 0 | 1 | 2]
    if (bounds && (value < bounds[0] || value > bounds[1])) return false
  }
  for (const reply of cond.said) if (!wasSaid(mind, reply)) return false
  for (const reply of cond.notSaid) if (wasSaid(mind, reply)) return false
  if (cond.within) {
    const at = mind.saidAt[cond.within.slot] ?? -1
    if (at < 0 || now - at > cond.within.ms) return false
  }
  return true
}

const clamp = (value: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, value))

/** Moods, facts and flags after a step's effects; the same object if it has none. */
export function apply(script: Script, fx: Fx, mind: Mind): Mind {
  const [trust, arousal, patience] = fx.moods
  const moved = trust !== 0 || arousal !== 0 || patience !== 0
  if (!moved && fx.reveals === 0 && fx.set === 0 && fx.clear === 0) return mind
  const { min, max } = script.moods
  return {
    ...mind,
    moods: moved
      ? [
          clamp(mind.moods[0] + trust, min[0], max[0]),
          clamp(mind.moods[1] + arousal, min[1], max[1]),
          clamp(mind.moods[2] + patience, min[2], max[2]),
        ]
      : mind.moods,
    known: mind.known | fx.reveals,
    flags: (mind.flags | fx.set) & ~fx.clear,
  }
}

/** Index of the first branch that holds; -1 if the step leads nowhere. */
export function pick(branches: readonly Branch[], mind: Mind, now: number): number {
  return branches.findIndex((branch) => holds(branch.when, mind, now))
}
