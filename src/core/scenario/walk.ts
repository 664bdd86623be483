import type { TrialGround } from '../robots/trial.ts'
import { OVER } from './callState.ts'
import type { Code } from './catalogue.ts'
import type { Path } from './diagnostic.ts'
import { exploring } from './explore.ts'
import { TICK_MS } from './modelTypes.ts'
import { OfferBook, type Offers } from './offers.ts'
import { prepare } from './prepare.ts'
import type { Traced } from './proof/route.ts'
import type { Rolled } from './roll.ts'
import { reachedWithout, routeBy, routeTo, stuckStates } from './routes.ts'
import { pathOf } from './twins.ts'
import type { Bounds, Walk } from './walkTypes.ts'
import type { Work } from './work.ts'

/** Walks one variant and says what is wrong on the way. */

/**
 * What the walk of a variant has found: plain data without the space itself, and nothing that depends on wording, so
 * that it can be kept while only words change.
 */
export interface VariantWalk {
  readonly states: number
  readonly transitions: number
  readonly whole: boolean
  readonly findings: readonly Finding[]
  readonly seen: Seen
  readonly offers: Offers
  /** The soonest way to each node, ending and fact that is reached. */
  readonly nodes: ReadonlyMap<string, readonly Traced[]>
  readonly endings: ReadonlyMap<string, readonly Traced[]>
  readonly facts: ReadonlyMap<string, readonly Traced[]>
  /** The soonest way to the end state that is reached last; null if no call ends. */
  readonly longest: { readonly ending: string; readonly steps: readonly Traced[] } | null
}

/** What the walk has against the scenario, its route still without words. */
export interface Finding {
  readonly code: Code
  readonly path: Path
  readonly zh: string
  readonly en: string
  readonly route: readonly Traced[] | null
}

interface Notes {
  add(code: Code, path: Path, zh: string, en: string, route?: readonly Traced[]): void
}

/** Ids of what was reached. */
export interface Seen {
  readonly nodes: readonly string[]
  readonly replies: readonly string[]
  readonly lines: readonly string[]
  readonly reactions: readonly string[]
  readonly endings: readonly string[]
  readonly criticals: readonly string[]
}

/** More replies than there are number keys. */
const MOST_OFFERED = 9

/**
 * The walk of a variant; the scenario must have passed the checks of its names. `variant` is what messages call it; empty
 * if nothing differs in structure.
 */
export function* walkVariant(
  rolled: Rolled,
  ground: TrialGround | null,
  bounds: Bounds,
  variant: string,
): Work<VariantWalk> {
  const { scenario } = rolled
  const { model, world, musts, keep } = prepare(rolled, ground)
  const { script } = model
  const book = new OfferBook(model)
  const crowded = new Map<number, number>()
  const nowhere = new Map<number, number>()
  /** By fact's bit: the earliest good ending without it. */
  const unasked = new Map<number, number>()
  const good = new Set<number>()
  for (const [index, id] of model.endings.entries()) {
    const outcome = scenario.endings[id]?.outcome
    if (outcome === 'safe' || outcome === 'handed') good.add(index)
  }
  const goodStates: number[] = []
  let last = -1
  const walk = yield* exploring(model, world, keep, bounds, {
    offers(state, node, offered) {
      if (offered.length > MOST_OFFERED && !crowded.has(node)) crowded.set(node, state)
      book.note(node, offered)
    },
    nowhere(state, reply) {
      if (!nowhere.has(reply.index)) nowhere.set(reply.index, state)
    },
    ended(state, ending, known) {
      last = state
      if (!good.has(ending)) return
      goodStates.push(state)
      for (const { bit } of musts)
        if (bit < model.facts && (known & (1 << bit)) === 0 && !unasked.has(bit))
          unasked.set(bit, state)
    },
  })
  yield
  const findings: Finding[] = []
  const notes: Notes = {
    add: (code, path, zh, en, route) =>
      void findings.push({ code, path, zh, en, route: route ?? null }),
  }
  const zh = variant === '' ? '' : `变体 ${variant}：`
  const en = variant === '' ? '' : `Variant ${variant}: `
  if (!walk.whole)
    notes.add(
      'SC057',
      [],
      `${zh}查了 ${walk.states} 个状态还没有查完。`,
      `${en}not done after ${walk.states} states.`,
    )
  else {
    for (const [node, state] of crowded)
      notes.add(
        'SC049',
        ['talk', 'nodes', script.nodes[node]?.id ?? ''],
        `${zh}这里会同时给出九个以上的回复。`,
        `${en}more than nine replies are offered here at once.`,
        routeTo(walk, state),
      )
    for (const [index, state] of nowhere) {
      const reply = script.replies[index]
      notes.add(
        'SC048',
        [...pathOf(reply), 'goto'],
        `${zh}“${reply?.id}”给得出来，但没有一个分支成立。`,
        `${en}'${reply?.id}' is offered, but none of its branches fits.`,
        routeTo(walk, state),
      )
    }
    for (const [index, id] of model.endings.entries()) {
      const state = walk.endingAt[index] ?? -1
      if (state >= 0 && !Object.hasOwn(scenario.endings, id))
        notes.add(
          'SC039',
          ['endings', id],
          `${zh}会走到结局“${id}”，它却不属于这个变体。`,
          `${en}the ending '${id}' is reached, but isn't this variant's.`,
          routeTo(walk, state),
        )
    }
    mute(walk, notes, zh, en)
    learning(walk, rolled, notes, zh, en)
    const wanted = new Uint8Array(walk.states)
    for (const state of goodStates) wanted[state] = 1
    for (const { id, bit } of musts) {
      const state =
        bit < model.facts ? (unasked.get(bit) ?? -1) : reachedWithout(walk, 1 << bit, wanted)
      if (state < 0) continue
      walk.packing.unpack(walk.table.keys, state * walk.packing.words, walk.stepper)
      const ending = model.endings[walk.stepper.ending] ?? ''
      notes.add(
        'SC050',
        ['facts', id],
        `${zh}没有问出“${id}”，也走到了好结局“${ending}”。`,
        `${en}the good ending '${ending}' is reached without '${id}' being revealed.`,
        routeTo(walk, state),
      )
    }
    yield
    stuck(walk, notes, zh, en)
    yield
  }
  const { states, transitions, whole } = walk
  return {
    states,
    transitions,
    whole,
    findings,
    seen: seenIn(walk),
    offers: book.offers,
    ...waysIn(walk),
    longest: last < 0 ? null : { ending: endingOf(walk, last), steps: routeTo(walk, last) },
  }
}

function endingOf({ packing, table, stepper }: Walk, state: number): string {
  packing.unpack(table.keys, state * packing.words, stepper)
  return stepper.model.endings[stepper.ending] ?? ''
}

function waysIn(walk: Walk): Pick<VariantWalk, 'nodes' | 'endings' | 'facts'> {
  const { stepper, nodeAt, overAt, overFrom, overBy, endingAt, factAt, factFrom, factBy } = walk
  const { model } = stepper
  const { script } = model
  const ways = (ids: readonly string[], at: Int32Array) =>
    new Map(
      ids.flatMap((id, index) => {
        const state = at[index] ?? -1
        return state < 0 ? [] : [[id, routeTo(walk, state)] as const]
      }),
    )
  return {
    nodes: new Map(
      script.nodes.flatMap(({ id }, index) => {
        const state = nodeAt[index] ?? -1
        if (state >= 0) return [[id, routeTo(walk, state)] as const]
        const tick = overAt[index] ?? -1
        // the call ends as it comes there
        return tick < 0
          ? []
          : [[id, routeBy(walk, overFrom[index] ?? 0, overBy[index] ?? 0, tick)] as const]
      }),
    ),
    endings: ways(model.endings, endingAt),
    facts: new Map(
      script.facts.flatMap(({ id, index }) => {
        const bit = model.factBit[index] ?? 0
        const tick = factAt[bit] ?? -1
        return tick < 0
          ? []
          : [[id, routeBy(walk, factFrom[bit] ?? 0, factBy[bit] ?? 0, tick)] as const]
      }),
    ),
  }
}

function seenIn(walk: Walk): Seen {
  const { stepper, nodeAt, replyAt, endingAt } = walk
  const { model } = stepper
  const { script } = model
  const ids = (list: readonly { readonly id: string }[], was: (index: number) => boolean) =>
    list.flatMap(({ id }, index) => (was(index) ? [id] : []))
  const names = (list: readonly string[], was: (index: number) => boolean) =>
    list.filter((_, index) => was(index))
  return {
    nodes: ids(script.nodes, (index) => (nodeAt[index] ?? -1) >= 0 || stepper.entered[index] === 1),
    replies: ids(script.replies, (index) => (replyAt[index] ?? -1) >= 0),
    lines: names(model.lines, (index) => stepper.seenLines[index] === 1),
    reactions: ids(script.reactions, (index) => stepper.seenReactions[index] === 1),
    endings: names(model.endings, (index) => (endingAt[index] ?? -1) >= 0),
    criticals: names(model.criticals, (index) => stepper.seenCriticals[index] === 1),
  }
}

function mute({ stepper }: Walk, notes: Notes, zh: string, en: string): void {
  for (const [index, { id }] of stepper.model.script.nodes.entries())
    if (stepper.mute[index] === 1)
      notes.add(
        'SC056',
        ['talk', 'nodes', id, 'caller'],
        `${zh}走到“${id}”时可能没有一句台词成立。`,
        `${en}In '${id}' it can happen that no line fits.`,
      )
}

function learning(walk: Walk, rolled: Rolled, notes: Notes, zh: string, en: string): void {
  const { model } = walk.stepper
  for (const { id, index } of model.script.facts) {
    const tick = walk.factAt[model.factBit[index] ?? 0] ?? -1
    const by = rolled.scenario.facts[id]?.by
    if (tick < 0)
      notes.add(
        'SC051',
        ['facts', id],
        `${zh}没有一条路会透露“${id}”。`,
        `${en}No way reveals '${id}'.`,
      )
    else if (by !== undefined && tick * TICK_MS > by)
      notes.add(
        'SC052',
        ['facts', id, 'by'],
        `${zh}最快也要 ${Math.ceil(tick / 10)} 秒才问得出“${id}”。`,
        `${en}'${id}' takes at least ${Math.ceil(tick / 10)} s to learn.`,
      )
  }
}

/** One finding a node, at the state that comes soonest: where nothing can be said if there is such, else any. */
function stuck(walk: Walk, notes: Notes, zh: string, en: string): void {
  const flags = stuckStates(walk, OVER)
  const { stepper, packing, table, edgeCount } = walk
  const dead = new Map<number, number>()
  const looping = new Map<number, number>()
  for (let state = 0; state < walk.states; state += 1) {
    if (flags[state] === 0) continue
    packing.unpack(table.keys, state * packing.words, stepper)
    const { node, model } = stepper
    const talks = model.nodes[node]?.replies.some((reply) => stepper.isOffered(reply)) ?? false
    const into = edgeCount[state] === 0 && !talks ? dead : looping
    if (!into.has(node)) into.set(node, state)
  }
  // what merely leads into a dead end is mended with it
  const code = dead.size > 0 ? 'SC045' : looping.has(-1) ? 'SC046' : 'SC047'
  for (const [node, state] of dead.size > 0 ? dead : looping) {
    const id = stepper.model.script.nodes[node]?.id
    const route = routeTo(walk, state)
    const path = id === undefined ? ['line'] : ['talk', 'nodes', id]
    if (code === 'SC045')
      notes.add(
        code,
        path,
        `${zh}走到“${id ?? ''}”可能无话可说，只能挂断。`,
        `${en}in '${id ?? ''}' nothing may be left to say, and only hanging up leads on.`,
        route,
      )
    else
      notes.add(
        code,
        path,
        `${zh}从“${id ?? '电话未接'}”起再也走不到结局。`,
        `${en}from '${id ?? 'the unanswered call'}' on no ending can be reached.`,
        route,
      )
  }
}
