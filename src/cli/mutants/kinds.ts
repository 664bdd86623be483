import { at, change, endsLike, isTable, type Site, type Step, sitesIn, withAt } from './tree.ts'

/** The slips that authors make, each made on purpose in a sound scenario. */

export interface Mutant {
  readonly kind: Kind
  /** Where it was made. */
  readonly path: string
  readonly tree: unknown
}

/** Draws a number from 0 to `below` − 1. */
export type Chance = (below: number) => number

type Make = (tree: unknown, chance: Chance) => Omit<Mutant, 'kind'> | null

/** One of the sites that fit, changed. */
function changing(
  fits: (site: Site, tree: unknown) => boolean,
  into: (site: Site, tree: unknown, chance: Chance) => unknown,
): Make {
  return (tree, chance) => {
    const sites = sitesIn(tree).filter((site) => fits(site, tree))
    const site = sites[chance(Math.max(1, sites.length))]
    if (!site) return null
    return {
      path: site.path.join('.'),
      tree: withAt(tree, site.path, into(site, tree, chance)),
    }
  }
}

const gone = (): undefined => undefined

const isReply = ({ path }: Site): boolean =>
  endsLike(path, 'talk', 'nodes', '*', 'replies', '*') || endsLike(path, 'talk', 'groups', '*', '*')
const inReply = (path: readonly Step[]): boolean =>
  (path[1] === 'nodes' && path[3] === 'replies' && path.length > 5) ||
  (path[1] === 'groups' && path.length > 4)

const namesOf = (tree: unknown, ...path: readonly Step[]): readonly string[] => {
  const table = at(tree, path)
  return isTable(table) ? Object.keys(table) : []
}

function other(names: readonly string[], than: unknown, chance: Chance): string {
  const rest = names.filter((name) => name !== than)
  return rest[chance(Math.max(1, rest.length))] ?? ''
}

/** `>= 35` with its bound moved so that less fits. */
function stricter(comparison: string): string {
  const [, sign = '>=', bound = '0'] = /^(>=|<=|>|<|=) ?([0-9]+)$/.exec(comparison) ?? []
  const value = Number(bound)
  const moved = sign.startsWith('>') ? Math.min(100, value + 40) : Math.max(0, value - 40)
  return `${sign} ${moved}`
}

const UNITS = ['patrol', 'station', 'traffic', 'swat', 'fire', 'ambulance']
const CLASSES = ['P01.theft', 'P02.fight', 'P03.fall', 'P04', 'P05.neighbour', 'P07', 'N01']

const makers = {
  'dropped reply': changing(isReply, gone),
  'swapped target': changing(
    ({ path, value }) =>
      (endsLike(path, 'goto') || endsLike(path, 'to')) && typeof value === 'string',
    ({ value }, tree, chance) => other(namesOf(tree, 'talk', 'nodes'), value, chance),
  ),
  'raised guard': changing(
    ({ path, value }) =>
      path[0] === 'talk' &&
      path.at(-2) === 'when' &&
      ['trust', 'arousal', 'patience'].includes(String(path.at(-1))) &&
      typeof value === 'string',
    ({ value }) => stricter(String(value)),
  ),
  'removed reveal': changing(({ path }) => endsLike(path, 'reveals', '*'), gone),
  'shortened window': changing(
    ({ path, value }) =>
      typeof value === 'string' &&
      /^[0-9]+(ms|s|m)$/.test(value) &&
      (endsLike(path, 'within', 'for') ||
        endsLike(path, 'dropped', 'for') ||
        endsLike(path, 'silence', 'after') ||
        endsLike(path, 'partners', '*', 'within') ||
        endsLike(path, 'on', 'within') ||
        endsLike(path, 'by') ||
        endsLike(path, 'line', 'waits')),
    () => '1s',
  ),
  'unreachable ending': (tree, chance) => {
    const endings = namesOf(tree, 'endings')
    const ending = endings[chance(Math.max(1, endings.length))]
    if (ending === undefined) return null
    const instead = other(endings, ending, chance)
    const copy: unknown = structuredClone(tree)
    for (const { path, value } of sitesIn(copy))
      if (value === ending && ['end', 'unanswered', 'hung-up'].includes(String(path.at(-1))))
        change(copy, path, instead)
    return { path: `endings.${ending}`, tree: copy }
  },
  'wrong unit': changing(
    ({ path, value }) =>
      (endsLike(path, 'key', 'units', '*', 'kind') || endsLike(path, 'on', 'arrived')) &&
      typeof value === 'string',
    ({ value }, _, chance) => other(UNITS, value, chance),
  ),
  'missing translation': (tree, chance) => {
    const sites = sitesIn(tree).filter(
      ({ path, value }) =>
        isTable(value) &&
        typeof value.zh === 'string' &&
        typeof value.en === 'string' &&
        value.zh.length > 2 &&
        path[0] !== 'vary',
    )
    const site = sites[chance(Math.max(1, sites.length))]
    if (!site || !isTable(site.value)) return null
    const instead = [undefined, site.value.zh, ' '][chance(3)]
    return {
      path: site.path.join('.'),
      tree: withAt(tree, [...site.path, 'en'], instead),
    }
  },
  'deleted silence': changing(
    ({ path, value }) =>
      endsLike(path, 'talk', 'nodes', '*', 'silence') ||
      (endsLike(path, 'anywhere', '*') &&
        isTable(value) &&
        isTable(value.on) &&
        'silences' in value.on),
    gone,
  ),
  'flipped mood sign': changing(
    ({ path, value }) =>
      inReply(path) && path.at(-2) === 'moods' && typeof value === 'number' && value !== 0,
    ({ value }) => -Number(value),
  ),
  'removed required partner': changing(
    ({ path, value }) =>
      endsLike(path, 'key', 'partners', '*') && isTable(value) && value.need === 'required',
    gone,
  ),
  'mute critical': (tree, chance) => {
    const count = at(tree, ['key', 'critical'])
    if (!Array.isArray(count) || count.length === 0) return null
    const index = chance(count.length)
    const critical: unknown = count[index]
    if (!isTable(critical)) return null
    const path = `key.critical.${index}`
    if (isTable(critical.on) && chance(2) === 0)
      return {
        path,
        tree: withAt(tree, ['key', 'critical', index, 'when'], {
          known: ['place'],
          'not-known': ['place'],
        }),
      }
    const copy: unknown = structuredClone(tree)
    for (const { path: step, value } of sitesIn(copy))
      if (step.at(-1) === 'critical' && value === critical.id) change(copy, step, undefined)
    if (isTable(critical.on)) change(copy, ['key', 'critical', index, 'on'], undefined)
    return { path, tree: copy }
  },
  'fact weight': changing(
    ({ path, value }) => endsLike(path, 'facts', '*', 'weight') && Number(value) > 0,
    () => 0,
  ),
  'changed class': changing(
    ({ path }) => endsLike(path, 'key', 'answers', '*', 'class', 'is'),
    ({ value }, _, chance) => other(CLASSES, value, chance),
  ),
  'dropped way out': changing(
    ({ path, value }) => endsLike(path, 'goto', '*') && isTable(value) && value.when === undefined,
    gone,
  ),
  'dropped reaction': changing(({ path }) => endsLike(path, 'anywhere', '*'), gone),
  'lost best mark': changing(({ path, value }) => path.at(-1) === 'best' && value === true, gone),
  'copied reply': (tree, chance) => {
    const nodes = namesOf(tree, 'talk', 'nodes').filter(
      (id) => namesOf(tree, 'talk', 'nodes', id, 'replies').length > 1,
    )
    const node = nodes[chance(Math.max(1, nodes.length))] ?? ''
    const [from = '', to = ''] = namesOf(tree, 'talk', 'nodes', node, 'replies')
    const say = at(tree, ['talk', 'nodes', node, 'replies', from, 'say'])
    if (say === undefined || to === '') return null
    const path = ['talk', 'nodes', node, 'replies', to, 'say']
    return { path: path.join('.'), tree: withAt(tree, path, say) }
  },
  'lines out of order': (tree, chance) => {
    const sites = sitesIn(tree).filter(
      ({ path, value }) =>
        path.at(-1) === 'caller' &&
        Array.isArray(value) &&
        value.length > 1 &&
        isTable(value.at(-1)) &&
        value.at(-1).when === undefined,
    )
    const site = sites[chance(Math.max(1, sites.length))]
    if (!site || !Array.isArray(site.value)) return null
    const lines: readonly unknown[] = site.value
    return {
      path: site.path.join('.'),
      tree: withAt(tree, site.path, [lines.at(-1), ...lines.slice(0, -1)]),
    }
  },
} satisfies Readonly<Record<string, Make>>

export type Kind = keyof typeof makers
export const KINDS = Object.keys(makers) as readonly Kind[]

/** A mutant of this kind; null if the scenario has nothing of the sort. */
export function mutate(kind: Kind, tree: unknown, chance: Chance): Mutant | null {
  const made = makers[kind](tree, chance)
  return made && { kind, ...made }
}
