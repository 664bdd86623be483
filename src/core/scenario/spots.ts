import type { Path } from './diagnostic.ts'
import type { Rolled } from './roll.ts'
import type { CallerLines, Condition, Destination, Effects, Reply } from './rules.ts'

/** Everything in a rolled scenario that refers to something, each with its place in the file. */

export interface Spot<T> {
  readonly path: Path
  readonly value: T
}

/** One step of the story: what a reply, a silence, a node or a reaction does and says. */
export interface StepSpot {
  readonly path: Path
  readonly fx: Partial<Effects>
  readonly caller: CallerLines | undefined
}

/** A list's items with their places in the file, which a variant's own list has lost. */
function items<T extends object>(rolled: Rolled, path: Path, list: readonly T[]): Spot<T>[] {
  return list.map((value, index) => ({
    path: [...path, rolled.origin.get(value) ?? index],
    value,
  }))
}

/** All replies, of nodes and of groups. `full` is the id by which conditions and journals name it. */
export function repliesIn(rolled: Rolled): (Spot<Reply> & { readonly full: string })[] {
  const { nodes, groups } = rolled.scenario.talk
  const own = Object.entries(nodes).flatMap(([node, { replies }]) =>
    Object.entries(replies ?? {}).map(([id, value]) => ({
      full: `${node}.${id}`,
      path: ['talk', 'nodes', node, 'replies', id],
      value,
    })),
  )
  const shared = Object.entries(groups).flatMap(([group, replies]) =>
    Object.entries(replies).map(([id, value]) => ({
      full: `${group}.${id}`,
      path: ['talk', 'groups', group, id],
      value,
    })),
  )
  return [...own, ...shared]
}

export function reactionsIn(rolled: Rolled): Spot<Rolled['scenario']['anywhere'][number]>[] {
  return items(rolled, ['anywhere'], rolled.scenario.anywhere)
}

export function stepsIn(rolled: Rolled): StepSpot[] {
  const { talk } = rolled.scenario
  const steps: StepSpot[] = [
    { path: ['talk', 'silence'], fx: talk.silence, caller: talk.silence.caller },
  ]
  for (const [id, node] of Object.entries(talk.nodes)) {
    const path = ['talk', 'nodes', id]
    const { reveals, moods, set, end, caller, silence } = node
    steps.push({ path, fx: { reveals, moods, set, end }, caller })
    if (silence) steps.push({ path: [...path, 'silence'], fx: silence, caller: silence.caller })
  }
  for (const { path, value } of repliesIn(rolled))
    steps.push({ path, fx: value, caller: undefined })
  for (const { path, value } of reactionsIn(rolled))
    steps.push({ path, fx: value, caller: value.caller })
  return steps
}

/** The lines of a caller's turn, with their places. */
export function linesIn(
  rolled: Rolled,
  { path, caller }: StepSpot,
): Spot<{
  zh: string
  en: string
  when?: Condition | undefined
  reveals?: string[] | undefined
}>[] {
  if (!caller) return []
  if (!Array.isArray(caller)) return [{ path: [...path, 'caller'], value: caller }]
  return items(rolled, [...path, 'caller'], caller)
}

/** Where a step leads: each node with its place and, if it is a branch, its condition. */
export function branchesIn(
  rolled: Rolled,
  path: Path,
  goto: Destination | undefined,
): Spot<{ to: string; when?: Condition | undefined }>[] {
  if (goto === undefined) return []
  if (typeof goto === 'string') return [{ path: [...path, 'goto'], value: { to: goto } }]
  return items(rolled, [...path, 'goto'], goto).map((spot) => ({
    path: [...spot.path, 'to'],
    value: spot.value,
  }))
}

/** Every condition, wherever it stands. */
export function conditionsIn(rolled: Rolled): Spot<Condition>[] {
  const found: Spot<Condition>[] = []
  const add = (path: Path, when: Condition | undefined): void => {
    if (when) found.push({ path: [...path, 'when'], value: when })
  }
  const { scenario } = rolled
  for (const step of stepsIn(rolled)) {
    for (const { path, value } of linesIn(rolled, step)) add(path, value.when)
    for (const { path, value } of branchesIn(rolled, step.path, step.fx.goto))
      add(path.slice(0, -1), value.when)
  }
  for (const { path, value } of repliesIn(rolled)) add(path, value.when)
  for (const { path, value } of reactionsIn(rolled)) add(path, value.when)
  for (const { path, value } of items(rolled, ['line', 'callback'], scenario.line.callback))
    add(path, value.when)
  for (const [id, fact] of Object.entries(scenario.facts)) add(['facts', id], fact.when)
  for (const [id, partner] of Object.entries(scenario.world.partners))
    add(['world', 'partners', id], partner.when)
  add(['world', 'stall'], scenario.world.stall?.when)
  for (const [id, ending] of Object.entries(scenario.endings)) add(['endings', id], ending.when)
  const { key } = scenario
  for (const name of ['answers', 'units', 'partners', 'stage', 'critical'] as const)
    for (const { path, value } of items<{ when?: Condition | undefined }>(
      rolled,
      ['key', name],
      key[name],
    ))
      add(path, value.when)
  return found
}

/** The entries of one of the key's lists, with their places. */
export function keyItems<T extends object>(
  rolled: Rolled,
  name: 'answers' | 'units' | 'partners' | 'stage' | 'critical',
  list: readonly T[],
): Spot<T>[] {
  return items(rolled, ['key', name], list)
}

/** Entries of the list of call-backs, with their places. */
export function callbacksIn(
  rolled: Rolled,
): Spot<Rolled['scenario']['line']['callback'][number]>[] {
  return items(rolled, ['line', 'callback'], rolled.scenario.line.callback)
}
