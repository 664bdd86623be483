import { isScalar, isSeq, isMap as isYamlMap, type Scalar } from 'yaml'
import type { Path } from '../diagnostic.ts'
import type { Patch } from './patch.ts'
import { mustBeId, notThere, taken } from './refusal.ts'
import { dataOf, nodeAt, pairOf, startOf, type Tree } from './tree.ts'
import { isList, isMap } from './write.ts'

/** What has a name that others refer to. */
export type Renamed =
  | 'node'
  | 'reply'
  | 'group'
  | 'fact'
  | 'flag'
  | 'ending'
  | 'reaction'
  | 'partner'
  | 'critical'
  | 'vary'

/** A word of the file with its place; of a key the path of its entry. */
interface Word {
  readonly path: Path
  /** The path's names, without numbers. */
  readonly names: readonly string[]
  readonly scalar: Scalar
  readonly isKey: boolean
}

/**
 * Renames a thing and all that refers to it. `path` leads to its entry; to any of its mentions for a flag, which stands
 * nowhere else.
 */
export function renamed(tree: Tree, what: Renamed, path: Path, to: string): readonly Patch[] {
  mustBeId(to, what === 'partner')
  const words = wordsIn(tree)
  const from = nameOf(tree, what, path)
  if (from === to) return []
  refuseTaken(tree, what, path, to, words)
  const patches: Patch[] = []
  for (const word of words) {
    const next = wordAfter(word, what, from, to, path)
    if (next === null) continue
    const start = startOf(word.scalar)
    const end = word.scalar.range?.[1] ?? start
    const old = tree.text.slice(start, end)
    // inside a text only the name changes, and its quotes and line breaks stay
    const insert = what === 'vary' && !word.isKey ? varyIn(old, from, to) : keepQuotes(old, next)
    if (insert !== old) patches.push({ from: start, to: end, insert })
  }
  return patches.sort((a, b) => a.from - b.from)
}

/** A name in the quotes that the old one had. */
function keepQuotes(old: string, name: string): string {
  const [quote] = old
  return quote === "'" || quote === '"' ? quote + name + quote : name
}

function nameOf(tree: Tree, what: Renamed, path: Path): string {
  const node = nodeAt(tree.root, path)
  if (node === undefined) throw notThere(path)
  if (what === 'flag' || what === 'reaction' || what === 'critical') {
    const value = dataOf(node)
    const name = what === 'flag' ? value : isMap(value) ? value.id : undefined
    if (typeof name !== 'string') throw notThere(path)
    return name
  }
  return String(path.at(-1))
}

function refuseTaken(
  tree: Tree,
  what: Renamed,
  path: Path,
  to: string,
  words: readonly Word[],
): void {
  if (what === 'flag') {
    if (words.some((word) => roleOf(word)?.includes('flag') && word.scalar.value === to))
      throw taken(to)
    return
  }
  if (what === 'reaction' || what === 'critical') {
    const list = nodeAt(tree.root, path.slice(0, -1))
    const all = list ? dataOf(list) : null
    if (isList(all) && all.some((item) => isMap(item) && item.id === to)) throw taken(to)
    return
  }
  const map = nodeAt(tree.root, path.slice(0, -1))
  if (isYamlMap(map) && pairOf(map, to)) throw taken(to)
  // nodes and groups share the names that replies are called by
  const other = what === 'node' ? 'groups' : what === 'group' ? 'nodes' : null
  const others = other ? nodeAt(tree.root, ['talk', other]) : null
  if (isYamlMap(others) && pairOf(others, to)) throw taken(to)
}

/** What the word becomes; null if it has nothing to do with it. */
function wordAfter(word: Word, what: Renamed, from: string, to: string, path: Path): string | null {
  const { scalar, isKey } = word
  const value = scalar.value
  if (isKey) {
    const isIt = word.path.join('.') === path.join('.') && what !== 'flag'
    const isDrawn =
      what === 'vary' && word.names.at(-2) === 'vary' && value === from && word.path.length > 2
    return (isIt && what !== 'reaction' && what !== 'critical') || isDrawn ? to : null
  }
  if (typeof value !== 'string') return null
  if (what === 'vary') {
    const next = varyIn(value, from, to)
    return next === value ? null : next
  }
  if (what === 'reaction' || what === 'critical') {
    const isId = word.path.join('.') === [...path, 'id'].join('.')
    if (isId) return to
    return what === 'critical' && roleOf(word)?.includes('critical') && value === from ? to : null
  }
  if (!roleOf(word)?.includes(what)) return null
  if (what !== 'reply' && what !== 'node' && what !== 'group') return value === from ? to : null
  if (what === 'reply') {
    // talk.nodes.<node>.replies.<reply>, or talk.groups.<group>.<reply>
    const home = String(path[1] === 'groups' ? path.at(-2) : path.at(-3))
    if (value === `${home}.${from}`) return `${home}.${to}`
    return value === from ? to : null
  }
  if (value === from && !roleOf(word)?.includes('reply')) return to
  return value.startsWith(`${from}.`) ? to + value.slice(from.length) : null
}

/** `{name}`, `{name.part}`, `$name` and `$name.part` under another name. */
function varyIn(text: string, from: string, to: string): string {
  return text
    .replaceAll(`{${from}}`, `{${to}}`)
    .replaceAll(`{${from}.`, `{${to}.`)
    .replace(/^\$([a-z][a-z0-9-]*)(?=$|\.)/, (all, name: string) =>
      name === from ? `$${to}` : all,
    )
}

/** What a word refers to by where it stands; null if it is nobody's name. A few may be one of two. */
function roleOf({ names, isKey, path }: Word): readonly Renamed[] | null {
  if (isKey || names[0] === 'vary') return null
  const last = names.at(-1) ?? ''
  const above = names.at(-2) ?? ''
  if (last === 'goto' || (last === 'to' && above === 'goto') || names.join('.') === 'talk.start')
    return ['node']
  if (last === 'use') return ['group']
  if (last === 'said' || last === 'not-said' || (last === 'of' && above === 'within'))
    return ['reply', 'node', 'group']
  if (['reveals', 'known', 'not-known', 'fact'].includes(last)) return ['fact']
  if (['set', 'clear', 'flag', 'not-flag'].includes(last)) return ['flag']
  if (last === 'from') return names[0] === 'key' ? ['fact', 'flag'] : ['partner']
  if (last === 'end' || last === 'ending' || names.join('.') === 'line.unanswered')
    return ['ending']
  if (names.join('.') === 'line.hung-up') return ['ending']
  if (['told', 'not-told', 'bridged', 'not-bridged', 'transferred', 'partner'].includes(last))
    return ['partner']
  if (last === 'critical' && typeof path.at(-1) === 'string') return ['critical']
  return null
}

function wordsIn({ root }: Tree): readonly Word[] {
  const words: Word[] = []
  const visit = (node: unknown, path: Path): void => {
    const names = path.filter((step) => typeof step === 'string')
    if (isYamlMap(node))
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue
        const below = [...path, String(key.value)]
        words.push({ path: below, names: [...names, String(key.value)], scalar: key, isKey: true })
        visit(value, below)
      }
    else if (isSeq(node))
      for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    else if (isScalar(node)) words.push({ path, names, scalar: node, isKey: false })
  }
  visit(root, [])
  return words
}
