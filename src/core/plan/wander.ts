import { draw } from '../scenario/hash.ts'
import type { ScriptReply } from '../scenario/script.ts'
import type { Session } from '../sim/session.ts'
import { perform } from './perform.ts'
import type { PlanStep } from './plan.ts'

/** Turns that are tried before giving up. */
const TURNS = 80

/** From where a route is left, and how. */
export interface Wandering {
  /** Played first, as they are. */
  readonly first: readonly PlanStep[]
  /** Replies that the route has yet to say: they are said as soon as they are offered. */
  readonly wanted: ReadonlySet<string>
  /** For so many turns the best path is kept to, though: time must pass, and the caller stay, before they help. */
  readonly patience: number
  /** Where those replies are offered: whatever leads there is wanted, too. */
  readonly nodes: ReadonlySet<string>
  /** A moment late in the call is waited for: speaks as late as may be, and says nothing that ends it. */
  readonly lingers: boolean
  readonly seed: string
}

/**
 * Where a route waits for a moment, the real caller doesn't stand still: from there on this talks on, drawn by the seed,
 * saying what the route has yet to say as soon as it is offered. Returns the steps that lead there; null: they don't.
 */
export function wander(
  session: Session,
  { first, wanted, patience, nodes, lingers, seed }: Wandering,
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
    // who is cut off rings back
    if (session.view().line.state === 'dropped') {
      if (!play('call-back') || !play({ 'wait-for': { line: 'up' } })) return null
      continue
    }
    if (lingers) {
      // now and then the caller has to break the silence, which costs trust but takes time
      const wait = chance('silence', 4) === 0 ? 'silence' : justBefore(session)
      if (wait !== null && !play({ wait })) return null
      if (isThere()) break
      if (wait === 'silence') continue
    }
    const offered = lingers ? goingOn(session) : session.offered()
    const isPatient = turn < patience
    const leads = ({ fx }: ScriptReply): boolean =>
      fx.goto.some(
        ({ to }) => to !== session.call.node && nodes.has(session.script.nodes[to]?.id ?? ''),
      )
    const due = isPatient
      ? offered.filter(({ best }) => best)
      : offered.filter((one) => wanted.has(one.id) || leads(one))
    const reply =
      due.length > 0 && chance('due', 4) > 0
        ? due[0]
        : offered[chance('reply', Math.max(1, offered.length))]
    // on hold time passes, too, and the talk stands still
    if (!lingers && due.length === 0 && chance('hold', 5) === 0) {
      const held = play('hold') && play({ wait: `${10 + chance('held', 50)}s` })
      if (!held || (!isThere() && !play('resume'))) return null
      continue
    }
    const step: PlanStep =
      reply === undefined || (!lingers && chance('wait', 3) === 0)
        ? { wait: `${1 + chance('pause', 14)}s` }
        : { say: reply.id }
    if (!play(step)) return null
  }
  return isThere() ? steps : null
}

/** A wait of whole seconds that ends before anything is due; null: something is due within a second. */
function justBefore({ now, nextDue }: Session): `${number}s` | null {
  const seconds = nextDue === null ? 0 : Math.ceil((nextDue - now) / 1000) - 1
  return seconds > 0 ? `${seconds}s` : null
}

/** What is offered and leaves the call open; all of it if nothing does. */
function goingOn(session: Session): readonly ScriptReply[] {
  const offered = session.offered()
  const isOpen = ({ fx }: ScriptReply): boolean =>
    fx.goto.some(({ to }) => session.script.nodes[to]?.end === null) || fx.goto.length === 0
  const open = offered.filter(isOpen)
  return open.length > 0 ? open : offered
}
