import type { TrialGround } from '../robots/trial.ts'
import type { Text } from '../scenario/primitives.ts'
import type { Route, RouteAct } from '../scenario/proof/route.ts'
import { rollVariant } from '../scenario/roll.ts'
import type { Scenario } from '../scenario/schema.ts'
import { truePlace } from '../sim/truth.ts'
import { isNear } from '../sim/units.ts'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import type { Plan, PlanStep } from './plan.ts'
import { varyOf } from './record.ts'
import { openSession, type PlanResult, runPlan } from './run.ts'
import { wander } from './wander.ts'

/** Where a route leads. */
export type Goal = { readonly node: string } | { readonly ending: string }

export interface Arrival {
  readonly plan: Plan
  readonly result: PlanResult
  /** False: the engine doesn't come there by these steps; the plan goes as far as it can. */
  readonly arrives: boolean
}

/**
 * A route of the proof as a plan that is played. The proof knows only the earliest moments of arrivals, so where units
 * must arrive in time the plan sends them as early as is needed for that.
 */
export function planFromRoute(
  title: string | Text,
  route: Route,
  goal: Goal,
  scenario: Scenario,
  ground: TrialGround,
): Arrival {
  const base = { title, lang: 'zh' as const, seed: 'plan', vary: varyOf(scenario, route.variant) }
  const places = placesOf(scenario, route, ground)
  let best: Arrival | null = null
  for (const steps of attempts(
    route.steps.map(({ act }) => act),
    places,
  )) {
    if (steps.length === 0) continue
    const plan: Plan = { ...base, steps: [...steps] }
    const result = runPlan(scenario, ground, plan)
    const arrives = !result.failedAt && isThere(result, goal)
    if (arrives) return { plan, result, arrives }
    if (!best || result.trail.length > best.result.trail.length)
      best = { plan, result, arrives: false }
  }
  const steps = detour(route, goal, scenario, ground, base, places)
  if (steps) {
    const plan: Plan = { ...base, steps: [...steps] }
    return { plan, result: runPlan(scenario, ground, plan), arrives: true }
  }
  const plan: Plan = { ...base, steps: ['answer'] }
  return best ?? { plan, result: runPlan(scenario, ground, plan), arrives: false }
}

/** How often talking on is tried. */
const DETOURS = 700
/** So often from where the route waits for its moment; then from ever farther before it, and taking more time there. */
const PLAIN_DETOURS = 200
/** So often after that by speaking as late as may be, if the route waits for a time of the clock. */
const LINGERING_DETOURS = 100
const MOST_BACK = 4
const MOST_PATIENCE = 14

/** The route up to where it waits for a moment or a little before, then whatever leads there. */
function detour(
  route: Route,
  goal: Goal,
  scenario: Scenario,
  ground: TrialGround,
  base: Omit<Plan, 'steps'>,
  places: Places,
): readonly PlanStep[] | null {
  const acts = route.steps.map(({ act }) => act)
  const from = acts.findIndex(
    ({ kind }) => kind === 'later' || kind === 'clock' || kind === 'arrived',
  )
  if (from < 0) return null
  // what else was done on the way stays done
  const least = 1 + acts.slice(0, from).findLastIndex(({ kind }) => kind !== 'say')
  const isTimed = acts.slice(from).some(({ kind }) => kind === 'clock')
  for (let n = 0; n < DETOURS; n += 1) {
    const lingers = n >= PLAIN_DETOURS && n < PLAIN_DETOURS + LINGERING_DETOURS
    if (lingers && !isTimed) continue
    const isPlain = lingers || n < PLAIN_DETOURS
    const left = isPlain ? from : Math.max(least, from - (n % MOST_BACK))
    const wandering = {
      first: stepsOf(acts.slice(0, left), places, acts.length, ''),
      wanted: new Set(acts.slice(left).flatMap((act) => (act.kind === 'say' ? act.reply : []))),
      patience: isPlain ? 0 : n % MOST_PATIENCE,
      nodes: isPlain ? NOWHERE : nodesOf(route, left),
      lingers,
      seed: `detour/${n}`,
    }
    const session = openSession(scenario, ground, { ...base, steps: [] })
    const there = () =>
      'node' in goal
        ? session.script.nodes[session.call.node]?.id === goal.node
        : session.call.ending === goal.ending
    const steps = wander(session, wandering, there)
    if (steps) return steps
  }
  return null
}

const NOWHERE: ReadonlySet<string> = new Set()

/** Where the route says something from its act `left` on. */
function nodesOf({ steps }: Route, left: number): ReadonlySet<string> {
  return new Set(
    steps.slice(left).flatMap(({ act }, index) => {
      const before = steps[left + index - 1]?.node
      return act.kind === 'say' && before ? [before] : []
    }),
  )
}

function isThere({ trail, ending }: PlanResult, goal: Goal): boolean {
  const last = trail.at(-1)?.after
  return 'node' in goal ? last?.node === goal.node : ending === goal.ending
}

interface Places {
  readonly right: PlanStep | null
  readonly wrong: PlanStep | null
}

/** Where to send units so that they come to the right place, or to a wrong one. */
function placesOf(scenario: Scenario, { variant }: Route, { atlas }: TrialGround): Places {
  const rolled = rollVariant(scenario, variant, 'plan', (id) => atlas.place(id)?.name)
  const truth = truePlace(rolled, atlas)
  if (!truth) return { right: null, wrong: null }
  const at = (x: number, y: number): PlanStep => ({
    set: { field: 'location', value: { x: Math.round(x), y: Math.round(y), text: `${x}, ${y}` } },
  })
  const { point, within } = truth
  const other = atlas.units.find((unit) => !isNear(unit, point, within))
  return { right: at(point.x, point.y), wrong: other ? at(other.x, other.y) : null }
}

/** How often the calls that wait for units are stretched out: not at all, or by these times before each reply. */
const STRETCHES = ['', '2s', '4s', '6s', '8s', '12s'] as const

/** The ways to play a route, the plainest first: units sent when the route says, or ever earlier. */
function* attempts(acts: readonly RouteAct[], places: Places): Generator<readonly PlanStep[]> {
  const arrivals = acts.some(({ kind }) => kind === 'arrived')
  yield stepsOf(acts, places, acts.length, '')
  if (!arrivals) return
  for (const stretch of STRETCHES)
    for (let early = acts.length - 1; early >= 0; early -= 1)
      yield stepsOf(acts, places, early, stretch)
}

/** `early`: units that arrive in the end are sent before this act, unless the route itself sends them sooner. */
function stepsOf(
  acts: readonly RouteAct[],
  places: Places,
  early: number,
  stretch: string,
): readonly PlanStep[] {
  const steps: PlanStep[] = []
  const out = new Set<string>()
  const send = (unit: string, from: number): void => {
    if (out.has(unit)) return
    out.add(unit)
    const arrival = acts.slice(from).find((act) => act.kind === 'arrived' && act.unit === unit)
    const wrong = arrival?.kind === 'arrived' && arrival.place === 'wrong'
    const place = wrong ? places.wrong : places.right
    if (place) steps.push(place)
    steps.push({ dispatch: unit })
  }
  for (const [index, act] of acts.entries()) {
    if (index >= early)
      for (const later of acts.slice(index)) if (later.kind === 'arrived') send(later.unit, index)
    if (act.kind === 'sent' || act.kind === 'arrived') send(act.unit, index)
    if (act.kind === 'say' && stretch !== '' && out.size > 0)
      steps.push({ wait: 'quiet' }, { wait: stretch })
    steps.push(...stepsOfAct(act))
  }
  return steps
}

function stepsOfAct(act: RouteAct): readonly PlanStep[] {
  switch (act.kind) {
    case 'answer':
    case 'hold':
    case 'resume':
    case 'hang-up':
    case 'call-back':
      return [act.kind]
    case 'say':
      return [act.interrupts ? { interrupt: act.reply } : { say: act.reply }]
    case 'silence':
      return [{ wait: 'silence' }]
    case 'held':
      return [{ wait: 'next' }]
    case 'give-up':
    case 'no-answer':
      return [{ 'wait-for': { line: 'dropped' } }]
    case 'picked-up':
      return [{ 'wait-for': { line: 'up' } }]
    case 'lost':
      return [{ 'wait-for': { ending: 'any' } }]
    case 'sent':
      return []
    case 'arrived': {
      const kind = UNIT_KINDS.find((known) => known === act.unit)
      return kind ? [{ 'wait-for': { arrived: kind } }] : []
    }
    case 'told':
      return [{ tell: act.partner }]
    case 'bridged':
      return [
        act.announced ? { bridge: act.partner } : { 'bridge-unannounced': act.partner },
        { 'wait-for': { joined: act.partner } },
      ]
    case 'transferred':
      return [act.asked ? { transfer: act.partner } : { 'transfer-unasked': act.partner }]
    case 'later':
      return [{ 'wait-for': { reaction: act.reaction } }]
    case 'clock':
      return [{ 'wait-for': { answered: `${Math.ceil(act.ms / 1000)}s` } }]
  }
}
