import { draw } from '../scenario/hash.ts'
import type { Session } from '../sim/session.ts'
import { perform } from './perform.ts'
import type { PlanStep } from './plan.ts'

/** Turns that are tried before giving up. */
const TURNS = 40

/**
 * Where a route waits for a moment, the real caller doesn't stand still: from there on this talks on, drawn by the seed,
 * saying what the route has yet to say as soon as it is offered. Returns the steps that lead there; null: they don't.
 */
export function wander(
  session: Session,
  first: readonly PlanStep[],
  wanted: ReadonlySet<string>,
  seed: string,
  isThere: () => boolean,
): readonly PlanStep[] | null {
  const steps: PlanStep[] = []
  const play = (step: PlanStep): boolean => {
    if (perform(session, step)) return false
    steps.push(step)
    return true
  }
  for (const step of first) if (!play(step)) return null
  for (let turn = 0; turn < TURNS && !isThere(); turn += 1) {
    const chance = (name: string, below: number): number => draw(seed, `${turn}/${name}`, below)
    if (session.finished || session.call.ending !== null) return null
    if (!play({ wait: 'quiet' })) return null
    if (isThere()) break
    const offered = session.offered()
    const due = offered.filter(({ id }) => wanted.has(id))
    const reply =
      due.length > 0 && chance('due', 4) > 0
        ? due[0]
        : offered[chance('reply', Math.max(1, offered.length))]
    // on hold time passes, too, and the talk stands still
    if (due.length === 0 && chance('hold', 5) === 0) {
      const held = play('hold') && play({ wait: `${10 + chance('held', 50)}s` })
      if (!held || (!isThere() && !play('resume'))) return null
      continue
    }
    const step: PlanStep =
      reply === undefined || chance('wait', 3) === 0
        ? { wait: `${1 + chance('pause', 14)}s` }
        : { say: reply.id }
    if (!play(step)) return null
  }
  return isThere() ? steps : null
}
