import type { Text } from '../../core/scenario/primitives.ts'
import type { ScriptReply } from '../../core/scenario/script.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { resume } from '../../core/sim/replay.ts'
import { Session } from '../../core/sim/session.ts'
import type { Act } from '../../core/taxonomy/vocabulary.ts'
import type { Ground } from './ground.ts'

/**
 * The best path beside one's own: at each moment where something else was said than the best reply on offer, the best
 * one is really said, in a fresh session taken up at that very moment.
 */

type Parts = Pick<Ground, 'header' | 'journal' | 'script' | 'rolled' | 'atlas'>

export interface Fork {
  /** The entry that says or does otherwise. */
  readonly n: number
  readonly at: number
  /** The reply said; null if the trainee hung up or kept silent. */
  readonly own: string | null
  readonly did: 'said' | 'hung-up' | 'silent'
  readonly best: string
}

/** What came of it at once. */
export interface Outcome {
  readonly reply: string | null
  readonly acts: readonly Act[]
  readonly why: Text | null
  /** Line of the caller that answers; null if nothing was said. */
  readonly answer: string | null
  readonly trust: readonly [before: number, after: number]
  readonly arousal: readonly [before: number, after: number]
  readonly facts: readonly string[]
  /** What the best path says next, once the caller has answered; null if it has nothing to say there. */
  readonly next: ScriptReply | null
  readonly dropped: boolean
  readonly ended: string | null
}

export interface Compared {
  readonly own: Outcome
  readonly best: Outcome
}

/** The moments at which the attempt left the best path. */
export function forksOf(parts: Parts): readonly Fork[] {
  const session = new Session(parts)
  const forks: Fork[] = []
  let silentIn = -1
  for (const [index, entry] of parts.journal.entries()) {
    const { n, at } = entry
    if (entry.origin === 'script') {
      if (entry.happening.what === 'silence') {
        session.advanceTo(at - 1)
        const best = session.offered().find((reply) => reply.best)
        const { node } = session.call
        if (best && node !== silentIn) {
          silentIn = node
          forks.push({ n, at, own: null, did: 'silent', best: best.id })
        }
      }
      session.advanceTo(at)
      continue
    }
    session.advanceTo(at)
    if (entry.origin === 'observed') continue
    const next = parts.journal[index + 1]
    const refused = next?.origin === 'script' && next.happening.what === 'refused'
    const { command } = entry
    if (!refused && (command.do === 'say' || command.do === 'hang-up')) {
      const best = session.offered().find((reply) => reply.best)
      const own = command.do === 'say' ? command.reply : null
      if (best && best.id !== own)
        forks.push({ n, at, own, did: own === null ? 'hung-up' : 'said', best: best.id })
    }
    if (command.do === 'say') silentIn = -1
    session.dispatch(command, at)
  }
  return forks
}

/** Both ways from the same moment: one's own as it was, and the best as it would have been. */
export function compare(parts: Parts, fork: Fork): Compared {
  const { journal } = parts
  const at = fork.did === 'silent' ? Math.max(0, fork.at - 1) : fork.at
  const session = resume(parts, journal, fork.n - 1)
  session.advanceTo(at)
  const before = session.call.mind.moods
  const own = journal.filter((entry) => entry.n >= fork.n && entry.at === fork.at)
  const left = session.dispatch({ do: 'say', reply: fork.best }, at)
  session.advanceTo(session.call.until)
  const next = session.offered().find((reply) => reply.best) ?? null
  return {
    own: outcomeOf(parts, fork.own, upToNextAct(own), before, null),
    best: outcomeOf(parts, fork.best, left, before, next),
  }
}

/** What one act brought about, without what was done next in the same millisecond. */
function upToNextAct(entries: readonly Entry[]): readonly Entry[] {
  const next = entries.findIndex((entry, index) => index > 0 && entry.origin === 'trainee')
  return next < 0 ? entries : entries.slice(0, next)
}

function outcomeOf(
  { script }: Parts,
  id: string | null,
  entries: readonly Entry[],
  before: readonly [number, number, number],
  next: ScriptReply | null,
): Outcome {
  const reply = script.replies.find((candidate) => candidate.id === id)
  let after: readonly [number, number] = [before[0], before[1]]
  let answer: string | null = null
  let dropped = false
  let ended: string | null = null
  const facts: string[] = []
  for (const entry of entries) {
    if (entry.origin !== 'script') continue
    const { happening } = entry
    if (happening.what === 'moods') after = [happening.moods.trust, happening.moods.arousal]
    else if (happening.what === 'caller') answer = happening.line
    else if (happening.what === 'revealed') facts.push(...happening.facts)
    else if (happening.what === 'dropped') dropped = true
    else if (happening.what === 'ended') ended = happening.ending
  }
  return {
    reply: id,
    acts: reply?.acts ?? [],
    why: reply?.why ?? null,
    answer,
    trust: [before[0], after[0]],
    arousal: [before[1], after[1]],
    facts,
    next,
    dropped,
    ended,
  }
}
