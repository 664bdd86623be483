import type { TrialGround } from '../robots/trial.ts'
import { OVER } from './callState.ts'
import type { Coverage } from './coverage.ts'
import { type Bounds, explore, type Walk } from './explore.ts'
import type { Finder } from './finder.ts'
import type { Leaks } from './leaks.ts'
import { TICK_MS } from './modelTypes.ts'
import { prepare } from './prepare.ts'
import { variantWords } from './references.ts'
import type { Rolled } from './roll.ts'
import { reachedWithout, routeTo, stuckStates } from './routes.ts'
import type { Scenario } from './schema.ts'
import { pathOf, type Twins, twinsOf } from './twins.ts'

/** Walks one variant and says what is wrong on the way. */

export interface Proof {
  readonly whole: Scenario
  readonly ground: TrialGround | null
  readonly finder: Finder
  readonly coverage: Coverage
  readonly leaks: Leaks
  readonly bounds: Bounds
}

/** More replies than there are number keys. */
const MOST_OFFERED = 9

/** The walk of a variant; the scenario must have passed the checks of its names. */
export function walkVariant(rolled: Rolled, proof: Proof): Walk {
  const { finder, coverage, leaks, ground } = proof
  const { scenario } = rolled
  const { model, world, musts, keep } = prepare(rolled, ground)
  const { script } = model
  coverage.list(script, rolled)
  const twins = twinsOf(script)
  const crowded = new Map<number, number>()
  const nowhere = new Map<number, number>()
  const shadowed = new Map<string, Twins>()
  /** By fact's bit: the earliest good ending without it. */
  const unasked = new Map<number, number>()
  const good = new Set<number>()
  for (const [index, id] of model.endings.entries()) {
    const outcome = scenario.endings[id]?.outcome
    if (outcome === 'safe' || outcome === 'handed') good.add(index)
  }
  const goodStates: number[] = []
  const walk = explore(model, world, keep, proof.bounds, {
    offers(state, node, offered) {
      if (offered.length > MOST_OFFERED && !crowded.has(node)) crowded.set(node, state)
      leaks.note(script, node, offered)
      const pairs = twins[node]
      if (pairs === undefined || pairs.length === 0) return
      for (const twin of pairs) {
        const { one, other } = twin
        const key = `${one.id} ${other.id}`
        if (shadowed.has(key)) continue
        const both =
          offered.some(({ index }) => index === one.index) &&
          offered.some(({ index }) => index === other.index)
        if (both) shadowed.set(key, twin)
      }
    },
    nowhere(state, reply) {
      if (!nowhere.has(reply.index)) nowhere.set(reply.index, state)
    },
    ended(state, ending, known) {
      if (!good.has(ending)) return
      goodStates.push(state)
      for (const { bit } of musts)
        if (bit < model.facts && (known & (1 << bit)) === 0 && !unasked.has(bit))
          unasked.set(bit, state)
    },
  })
  cover(walk, coverage)
  const variant = variantWords(rolled, proof.whole)
  const inVariantZh = variant === '' ? '' : `变体 ${variant}：`
  const inVariantEn = variant === '' ? '' : `Variant ${variant}: `
  if (!walk.whole) {
    finder.add(
      'SC057',
      [],
      `${inVariantZh}查了 ${walk.states} 个状态还没有查完。`,
      `${inVariantEn}not done after ${walk.states} states.`,
    )
    return walk
  }
  for (const [node, state] of crowded)
    finder.add(
      'SC049',
      ['talk', 'nodes', script.nodes[node]?.id ?? ''],
      `${inVariantZh}这里会同时给出九个以上的回复。`,
      `${inVariantEn}more than nine replies are offered here at once.`,
      { route: routeTo(walk, state) },
    )
  for (const [index, state] of nowhere) {
    const reply = script.replies[index]
    finder.add(
      'SC048',
      [...pathOf(reply), 'goto'],
      `${inVariantZh}“${reply?.id}”给得出来，但没有一个分支成立。`,
      `${inVariantEn}'${reply?.id}' is offered, but none of its branches fits.`,
      { route: routeTo(walk, state) },
    )
  }
  for (const { one, other, sameWords } of shadowed.values())
    finder.add(
      'SC055',
      other.path,
      sameWords ? `与“${one.id}”同时给出，话一样。` : `与“${one.id}”同时给出，话术和后果完全一样。`,
      sameWords
        ? `Offered together with '${one.id}', in the same words.`
        : `Offered together with '${one.id}', with the same act and the same consequences.`,
      sameWords ? {} : { severity: 'warning' },
    )
  for (const [index, id] of model.endings.entries()) {
    const state = walk.endingAt[index] ?? -1
    if (state >= 0 && !Object.hasOwn(scenario.endings, id))
      finder.add(
        'SC039',
        ['endings', id],
        `${inVariantZh}会走到结局“${id}”，它却不属于这个变体。`,
        `${inVariantEn}the ending '${id}' is reached, but isn't this variant's.`,
        { route: routeTo(walk, state) },
      )
  }
  mute(walk, finder, inVariantZh, inVariantEn)
  learning(walk, rolled, finder, inVariantZh, inVariantEn)
  const wanted = new Uint8Array(walk.states)
  for (const state of goodStates) wanted[state] = 1
  for (const { id, bit } of musts) {
    const state =
      bit < model.facts ? (unasked.get(bit) ?? -1) : reachedWithout(walk, 1 << bit, wanted)
    if (state < 0) continue
    walk.packing.unpack(walk.table.keys, state * walk.packing.words, walk.stepper)
    const ending = model.endings[walk.stepper.ending] ?? ''
    finder.add(
      'SC050',
      ['facts', id],
      `${inVariantZh}没有问出“${id}”，也走到了好结局“${ending}”。`,
      `${inVariantEn}the good ending '${ending}' is reached without '${id}' being revealed.`,
      { route: routeTo(walk, state) },
    )
  }
  stuck(walk, finder, inVariantZh, inVariantEn)
  return walk
}

function cover(walk: Walk, coverage: Coverage): void {
  const { stepper, nodeAt, replyAt, endingAt } = walk
  const { model } = stepper
  const { script } = model
  for (const [index, node] of script.nodes.entries())
    if ((nodeAt[index] ?? -1) >= 0 || stepper.entered[index] === 1) coverage.nodes.add(node.id)
  for (const [index, reply] of script.replies.entries())
    if ((replyAt[index] ?? -1) >= 0) coverage.replies.add(reply.id)
  for (const [index, id] of model.endings.entries())
    if ((endingAt[index] ?? -1) >= 0) coverage.endings.add(id)
  for (const [index, id] of model.lines.entries())
    if (stepper.seenLines[index] === 1) coverage.lines.add(id)
  for (const [index, id] of model.criticals.entries())
    if (stepper.seenCriticals[index] === 1) coverage.criticals.add(id)
  for (const [index, { id }] of script.reactions.entries())
    if (stepper.seenReactions[index] === 1) coverage.reactions.add(id)
}

function mute({ stepper }: Walk, finder: Finder, zh: string, en: string): void {
  for (const [index, { id }] of stepper.model.script.nodes.entries())
    if (stepper.mute[index] === 1)
      finder.add(
        'SC056',
        ['talk', 'nodes', id, 'caller'],
        `${zh}走到“${id}”时可能没有一句台词成立。`,
        `${en}in '${id}' it can happen that no line fits.`,
      )
}

function learning(walk: Walk, rolled: Rolled, finder: Finder, zh: string, en: string): void {
  const { model } = walk.stepper
  for (const { id, index } of model.script.facts) {
    const tick = walk.factAt[model.factBit[index] ?? 0] ?? -1
    const by = rolled.scenario.facts[id]?.by
    if (tick < 0)
      finder.add(
        'SC051',
        ['facts', id],
        `${zh}没有一条路会透露“${id}”。`,
        `${en}no way reveals '${id}'.`,
      )
    else if (by !== undefined && tick * TICK_MS > by)
      finder.add(
        'SC052',
        ['facts', id, 'by'],
        `${zh}最快也要 ${Math.ceil(tick / 10)} 秒才问得出“${id}”。`,
        `${en}'${id}' takes at least ${Math.ceil(tick / 10)} s to learn.`,
      )
  }
}

/** One finding a node, at the state that comes soonest: where nothing can be said if there is such, else any. */
function stuck(walk: Walk, finder: Finder, zh: string, en: string): void {
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
      finder.add(
        code,
        path,
        `${zh}走到“${id ?? ''}”可能无话可说，只能挂断。`,
        `${en}in '${id ?? ''}' nothing may be left to say, and only hanging up leads on.`,
        { route },
      )
    else
      finder.add(
        code,
        path,
        `${zh}从“${id ?? '电话未接'}”起再也走不到结局。`,
        `${en}from '${id ?? 'the unanswered call'}' on no ending can be reached.`,
        { route },
      )
  }
}
