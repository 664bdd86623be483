import type { Trial, TrialGround } from '../../core/robots/trial.ts'
import type { Command } from '../../core/sim/command.ts'
import type { Allowed, Evidence } from './evidence.ts'
import { replayed } from './replays.ts'
import { at, isTable, sitesIn } from './tree.ts'

/**
 * Did a change harm a sound scenario? Decided by what both allow, never by what the checker says. A change is harmful if
 * afterwards
 * - it can't be read or played, or a text that stood in both languages stands in one only;
 * - something that is still in it and could be come to before no longer can: node, line, reply, reaction, ending, critical
 *   failure, fact, or a fact in time;
 * - the walk comes to a dead end, a good ending without a required fact, a reply that does nothing, or to two replies in
 *   the same words, where it didn't;
 * - the best path gets worse than 95 or by more than 5 points, or crosses a red line, or never ends;
 * - careless habits pass, or score as they must not; silence never ends;
 * - where the story is as it was, so that the same work meets the same moments: the work that was best before loses more
 *   than 5 points or crosses a red line; or leaving out a duty, a fact or a unit costs nothing any more that cost 2 points
 *   or a red line.
 */
export function harmOf(base: Evidence, mutant: Evidence, ground: TrialGround): readonly string[] {
  const before = base.allowed
  const after = mutant.allowed
  if (!before) throw new Error('the sound scenario can not be played')
  if (!after) return ['can not be played']
  const questions = [
    () => untranslated(base.tree, mutant.tree),
    () => lost(before, after),
    () => found(before, after),
    () => bestPath(before, after),
    () => habits(before, after),
    ...(sameStory(base.tree, mutant.tree)
      ? [() => sameWork(before, after, ground), () => leftOut(before, after, ground)]
      : []),
  ]
  // one kind of harm is enough, and the last ones take long to look for
  for (const ask of questions) {
    const harm = ask()
    if (harm.length > 0) return harm
  }
  return []
}

/** The best path must reach this. */
const BEST = 95
/** Fewer points than this are no great loss. */
const LOSS = 5
const CARELESS = [
  'random',
  'silent',
  'always-first',
  'always-longest',
  'always-l1',
  'hasty',
] as const

function sameStory(base: unknown, mutant: unknown): boolean {
  const parts = ['vary', 'caller', 'moods', 'talk', 'line', 'world', 'anywhere', 'endings']
  return parts.every(
    (part) => JSON.stringify(at(base, [part])) === JSON.stringify(at(mutant, [part])),
  )
}

function untranslated(base: unknown, mutant: unknown): string[] {
  const lacking = (tree: unknown): number =>
    sitesIn(tree).filter(
      ({ value, path }) =>
        isTable(value) &&
        ('zh' in value || 'en' in value) &&
        path[0] !== 'vary' &&
        !(/\p{Script=Han}/u.test(String(value.zh)) && /[A-Za-z{]/.test(String(value.en ?? ''))),
    ).length
  return lacking(mutant) > lacking(base) ? ['a text in one language only'] : []
}

function lost(before: Allowed, after: Allowed): string[] {
  const { talk, anywhere, endings, key, facts } = after.scenario
  const replies = new Set([
    ...Object.entries(talk.nodes).flatMap(([id, node]) =>
      Object.keys(node.replies ?? {}).map((reply) => `${id}.${reply}`),
    ),
    ...Object.entries(talk.groups).flatMap(([id, group]) =>
      Object.keys(group).map((reply) => `${id}.${reply}`),
    ),
  ])
  const gone = (
    part: 'nodes' | 'replies' | 'lines' | 'reactions' | 'endings' | 'criticals',
    has: (id: string) => boolean,
  ) =>
    [...before[part]]
      .filter((id) => has(id) && !after[part].has(id))
      .map((id) => `${part}: ${id} is out of reach`)
  const late = Object.entries(facts).flatMap(([id, { by }]) => {
    const was = before.facts.get(id)
    const is = after.facts.get(id)
    if (was === undefined) return []
    if (is === undefined) return [`fact ${id} can't be learned`]
    return by !== undefined && is > by ? [`fact ${id} only comes too late`] : []
  })
  return [
    ...gone('nodes', (id) => Object.hasOwn(talk.nodes, id)),
    ...gone('replies', (id) => replies.has(id)),
    ...gone('reactions', (id) => anywhere.some((one) => one.id === id)),
    ...gone('endings', (id) => Object.hasOwn(endings, id)),
    ...gone('criticals', (id) => key.critical.some((one) => one.id === id)),
    ...gone('lines', (id) => after.written.has(id)),
    ...late,
  ]
}

function found(before: Allowed, after: Allowed): string[] {
  return [
    ...[...after.walkFindings].filter((one) => !before.walkFindings.has(one)),
    ...[...after.twins]
      .filter((pair) => !before.twins.has(pair))
      .map((pair) => `offered together in the same words: ${pair}`),
  ]
}

function bestPath(before: Allowed, after: Allowed): string[] {
  const was = before.robot('best')
  const is = after.robot('best')
  return [
    ...((is.score.min < BEST && was.score.min >= BEST) || was.score.min - is.score.min > LOSS
      ? [`best path: ${is.score.min}`]
      : []),
    ...(is.redLineRate > was.redLineRate ? ['best path crosses a red line'] : []),
    ...(is.endings.none ? ['best path never ends'] : []),
  ]
}

function sameWork(before: Allowed, after: Allowed, ground: TrialGround): string[] {
  return before.best().flatMap((trial, index) => {
    const card = replayed(trial, index, after.scenario, ground)
    if (!card) return []
    const loss = (trial.card.total ?? 0) - (card.total ?? 0)
    if (card.redLines.length > trial.card.redLines.length) return ['good work crosses a red line']
    return loss > LOSS ? [`good work loses ${loss} points`] : []
  })
}

const COSTS = 2

interface Omission {
  readonly name: string
  readonly index: number
  readonly trial: Trial
  readonly leaves: (command: Command) => boolean
  /** What it costs in the sound scenario, in points, and whether it crosses a red line. */
  readonly cost: number
  readonly crosses: boolean
}

const omissions = new WeakMap<Allowed, readonly Omission[]>()

/** Every duty and fact of the best work left out once, in the first variant that has it: those that cost something. */
function omissionsIn(before: Allowed, ground: TrialGround): readonly Omission[] {
  const known = omissions.get(before)
  if (known) return known
  const tried = new Set<string>()
  const made = before.best().flatMap((trial, index) =>
    trial.journal.flatMap((entry): Omission[] => {
      const name = entry.origin === 'trainee' ? omissionOf(entry.command, ground) : null
      if (name === null || tried.has(name)) return []
      tried.add(name)
      const leaves = (command: Command): boolean => omissionOf(command, ground) === name
      const card = replayed(trial, index, before.scenario, ground, leaves)
      if (!card) return []
      const cost = trial.card.raw - card.raw
      const crosses = card.redLines.length > 0
      return cost >= COSTS || crosses ? [{ name, index, trial, leaves, cost, crosses }] : []
    }),
  )
  omissions.set(before, made)
  return made
}

function leftOut(before: Allowed, after: Allowed, ground: TrialGround): string[] {
  return omissionsIn(before, ground).flatMap(({ name, index, trial, leaves, cost, crosses }) => {
    const is = replayed(trial, index, after.scenario, ground, leaves)
    const full = replayed(trial, index, after.scenario, ground)
    if (!is || !full) return []
    if (crosses && is.redLines.length === 0)
      return [`without '${name}' no red line is crossed any more`]
    return cost >= COSTS && full.raw - is.raw <= 0
      ? [`leaving out '${name}' costs nothing any more`]
      : []
  })
}

/** What is left out together: telling a partner, sending a kind of unit, a field of the record. */
function omissionOf(command: Command, { atlas }: TrialGround): string | null {
  switch (command.do) {
    case 'send':
      return `send ${atlas.units.find(({ id }) => id === command.unit)?.kind ?? ''}`
    case 'tell':
    case 'bridge':
    case 'transfer':
      return `${command.do} ${command.partner}`
    case 'set':
      return ['class', 'priority', 'owner', 'narrative'].includes(command.change.field)
        ? null
        : `record ${command.change.field}`
    default:
      return null
  }
}

function habits(before: Allowed, after: Allowed): string[] {
  return CARELESS.flatMap((robot) => {
    const was = before.robot(robot)
    const is = after.robot(robot)
    const silent = robot === 'silent'
    return [
      ...(is.passes > was.passes ? [`${robot} passes`] : []),
      ...(is.score.mean >= 60 && was.score.mean < 60 ? [`${robot} averages ${is.score.mean}`] : []),
      ...(silent && is.score.max >= 20 && was.score.max < 20 ? ['silence scores 20'] : []),
      ...(silent && is.endings.none && !was.endings.none ? ['silence never ends'] : []),
    ]
  })
}
