import {
  isPair,
  isScalar,
  isSeq,
  isMap as isYamlMap,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from 'yaml'
import { sameData } from '../../sim/same.ts'
import type { Path } from '../diagnostic.ts'
import { keysAt, mayVanish } from './order.ts'
import type { Patch } from './patch.ts'
import { mustBeId, notThere, taken } from './refusal.ts'
import { dataOf, endOf, lineStart, nextLine, nodeAt, pairOf, startOf, type Tree } from './tree.ts'
import { afterKey, entry, inFlow, isList, isMap, type Json, listItem, STEP } from './write.ts'

/** Where new text goes, and which text goes away. Every function gives the patches of one edit. */

/** Numbers below this are moves of a mood, and carry their sign. */
const isSigned = (path: Path): boolean => path.includes('moods') && path[0] !== 'moods'

/** Line breaks as the file has them. */
export function broken(tree: Tree, text: string): string {
  return tree.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

export function set(tree: Tree, path: Path, value: Json): readonly Patch[] {
  if (path.length === 0) throw notThere(path)
  const there = nodeAt(tree.root, path)
  if (there === undefined) return added(tree, path, value)
  if (there !== null && sameData(dataOf(there), value)) return []
  if (isYamlMap(there) && isMap(value) && there.items.length > 0 && Object.keys(value).length > 0)
    return setEntries(tree, path, there, value)
  if (isSeq(there) && isList(value) && !there.flow && there.items.length === value.length)
    return value.flatMap((item, index) => set(tree, [...path, index], item))
  return replaced(tree, path, there, value)
}

/** A map becomes another one: only what differs is touched, if what is left can keep its place. */
function setEntries(
  tree: Tree,
  path: Path,
  there: YAMLMap,
  value: { readonly [key: string]: Json },
): readonly Patch[] {
  const have = there.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const want = Object.keys(value)
  const kept = have.filter((key) => want.includes(key))
  const same = kept.length === have.length && kept.length === want.length
  if (!same) return replaced(tree, path, there, value)
  return want
    .flatMap((key) => set(tree, [...path, key], value[key] ?? null))
    .sort((a, b) => a.from - b.from)
}

/** Puts another value where one stands. */
function replaced(tree: Tree, path: Path, there: YamlNode | null, value: Json): readonly Patch[] {
  const { text } = tree
  const parent = nodeAt(tree.root, path.slice(0, -1))
  const signed = isSigned(path)
  if (isSeq(parent)) {
    if (!there) throw notThere(path)
    if (parent.flow)
      return [{ from: startOf(there), to: there.range?.[1] ?? 0, insert: inFlow(value, signed) }]
    const insert = listItem(value, dashIndent(text, startOf(there)), signed).slice(2)
    return [
      { from: startOf(there), to: trimmedEnd(text, endOf(there)), insert: broken(tree, insert) },
    ]
  }
  if (!isYamlMap(parent)) throw notThere(path)
  const key = String(path.at(-1))
  const pair = pairOf(parent, key)
  if (!pair) throw notThere(path)
  const colon = text.indexOf(':', pair.key.range?.[1] ?? 0) + 1
  const end = there ? trimmedEnd(text, endOf(there)) : colon
  if (parent.flow)
    return [{ from: colon, to: Math.max(colon, end), insert: ` ${inFlow(value, signed)}` }]
  const indent = startOf(pair.key) - lineStart(text, startOf(pair.key))
  const insert = afterKey(value, indent + STEP, indent + key.length + 1, signed || key === 'moods')
  return [{ from: colon, to: Math.max(colon, end), insert: broken(tree, insert) }]
}

/** Block text ends after its line break, which stays. */
function trimmedEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && (text[at - 1] === '\n' || text[at - 1] === '\r' || text[at - 1] === ' ')) at -= 1
  return at
}

/** Puts something where nothing stands, with what is missing above it. */
function added(tree: Tree, path: Path, value: Json): readonly Patch[] {
  const above = path.slice(0, -1)
  const key = String(path.at(-1))
  const parent = nodeAt(tree.root, above)
  if (parent === undefined) return added(tree, above, { [key]: value })
  if (parent === null || (!isYamlMap(parent) && !isSeq(parent)))
    return replaced(tree, above, parent, { [key]: value })
  if (isSeq(parent)) {
    if (typeof path.at(-1) !== 'number') throw notThere(path)
    return inserted(tree, above, parent.items.length, value)
  }
  if (parent.items.length === 0) return replaced(tree, above, parent, { [key]: value })
  const before = placeFor(parent, above, key)
  const signed = isSigned(path)
  if (parent.flow) return intoFlowMap(tree, above, parent, before, key, value)
  return [lineAfter(tree, parent, before, (indent) => entry(key, value, indent, signed))]
}

/** How many of a map's entries stand before a new key; the format's order decides, else it comes last. */
function placeFor(map: YAMLMap, path: Path, key: string): number {
  const order = keysAt(path)
  const rank = order.indexOf(key)
  if (rank < 0) return map.items.length
  let before = 0
  for (const [index, item] of map.items.entries()) {
    const other = isScalar(item.key) ? order.indexOf(String(item.key.value)) : -1
    if (other >= 0 && other < rank) before = index + 1
  }
  return before
}

/** A new line of a block map or list, with `before` entries ahead of it. */
function lineAfter(
  tree: Tree,
  parent: YAMLMap | YAMLSeq,
  before: number,
  write: (indent: number) => string,
): Patch {
  const { text } = tree
  const first = frontOf(parent.items[0])
  const indent = isSeq(parent) ? dashIndent(text, first) : first - lineStart(text, first)
  if (before === 0) {
    // the first entry may share its line with a dash: the new one takes its place there
    const line = write(indent)
    return isSeq(parent)
      ? {
          from: lineStart(text, first),
          to: lineStart(text, first),
          insert: broken(tree, `${' '.repeat(indent)}${line}\n`),
        }
      : { from: first, to: first, insert: broken(tree, `${line}\n${' '.repeat(indent)}`) }
  }
  const at = nextLine(text, tailOf(parent.items[before - 1], text))
  const missing = at === text.length && !text.endsWith('\n') ? '\n' : ''
  const insert = `${missing}${' '.repeat(indent)}${write(indent)}\n`
  return { from: at, to: at, insert: broken(tree, insert) }
}

/** Spaces before the dash of a list's item. */
function dashIndent(text: string, first: number): number {
  const start = lineStart(text, first)
  return text.indexOf('-', start) - start
}

/** Where an entry of a map, or the value of a list's item, begins. */
export function frontOf(item: unknown): number {
  if (isPair(item)) return (item.key as YamlNode).range?.[0] ?? 0
  return (item as YamlNode).range?.[0] ?? 0
}

/** Where it ends. */
export function tailOf(item: unknown, text: string): number {
  if (!isPair(item)) return trimmedEnd(text, endOf(item as YamlNode))
  const key = item.key as YamlNode
  const colon = text.indexOf(':', key.range?.[1] ?? 0) + 1
  const value = item.value as YamlNode | null
  return Math.max(colon, value ? trimmedEnd(text, endOf(value)) : 0)
}

function intoFlowMap(
  tree: Tree,
  above: Path,
  map: YAMLMap,
  before: number,
  key: string,
  value: Json,
): readonly Patch[] {
  const { text } = tree
  const written = `${inFlow(key)}: ${inFlow(value, isSigned([...above, key]) || key === 'moods')}`
  const start = lineStart(text, startOf(map))
  const end = text.indexOf('\n', map.range?.[1] ?? 0)
  const line = (end < 0 ? text.length : end) - start
  const parent = nodeAt(tree.root, above.slice(0, -1))
  // too long for one line: it is written again over several, where that is allowed
  if (line + written.length > 150 && !text.slice(startOf(map), map.range?.[1]).includes('#')) {
    const canBreak = (isYamlMap(parent) || isSeq(parent)) && !parent.flow
    if (canBreak) {
      const have = dataOf(map)
      if (isMap(have)) {
        const entries = Object.entries(have)
        entries.splice(before, 0, [key, value])
        return replaced(tree, above, map, Object.fromEntries(entries))
      }
    }
  }
  if (before === 0) {
    const at = frontOf(map.items[0])
    return [{ from: at, to: at, insert: `${written}, ` }]
  }
  const at = tailOf(map.items[before - 1], text)
  return [{ from: at, to: at, insert: `, ${written}` }]
}

export function inserted(tree: Tree, path: Path, index: number, value: Json): readonly Patch[] {
  const list = nodeAt(tree.root, path)
  if (list === undefined) return added(tree, path, [value])
  if (!isSeq(list)) {
    if (list === null) return replaced(tree, path, null, [value])
    throw notThere(path)
  }
  if (list.items.length === 0) return replaced(tree, path, list, [value])
  const before = Math.max(0, Math.min(index, list.items.length))
  const signed = isSigned(path)
  if (!list.flow)
    return [lineAfter(tree, list, before, (indent) => listItem(value, indent, signed))]
  const written = inFlow(value, signed)
  if (before === 0) {
    const at = frontOf(list.items[0])
    return [{ from: at, to: at, insert: `${written}, ` }]
  }
  const at = tailOf(list.items[before - 1], tree.text)
  return [{ from: at, to: at, insert: `, ${written}` }]
}

export function removed(tree: Tree, path: Path): readonly Patch[] {
  const { text } = tree
  const above = path.slice(0, -1)
  const parent = nodeAt(tree.root, above)
  const there = path.length > 0 && nodeAt(tree.root, path) !== undefined
  if (!there || (!isYamlMap(parent) && !isSeq(parent))) throw notThere(path)
  if (parent.items.length === 1 && above.length > 0) {
    if (mayVanish(above)) return removed(tree, above)
    return replaced(tree, above, parent, isSeq(parent) ? [] : {})
  }
  const index = isSeq(parent)
    ? Number(path.at(-1))
    : parent.items.findIndex(
        ({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)),
      )
  const item = parent.items[index]
  const next = parent.items[index + 1]
  if (parent.flow) {
    if (next !== undefined) return [{ from: frontOf(item), to: frontOf(next), insert: '' }]
    const before = parent.items[index - 1]
    if (before === undefined) return [{ from: frontOf(item), to: tailOf(item, text), insert: '' }]
    return [{ from: tailOf(before, text), to: tailOf(item, text), insert: '' }]
  }
  return [stretchOf(text, parent, index)]
}

/** The lines of a block's entry, as a patch that takes them away. */
export function stretchOf(text: string, parent: YAMLMap | YAMLSeq, index: number): Patch {
  const item: unknown = parent.items[index]
  const from = frontOf(item)
  const start = lineStart(text, from)
  const end = nextLine(text, tailOf(item, text))
  // on one line with the dash of a list: what comes next takes its place
  const shares = !isSeq(parent) && text.slice(start, from).trim() !== ''
  const next: unknown = parent.items[index + 1]
  if (shares && next !== undefined) return { from, to: frontOf(next), insert: '' }
  return { from: start, to: end, insert: '' }
}

export function copied(tree: Tree, path: Path, as: string): readonly Patch[] {
  mustBeId(as, path[0] === 'world')
  const { text } = tree
  const parent = nodeAt(tree.root, path.slice(0, -1))
  if (!isYamlMap(parent)) throw notThere(path)
  const pair = pairOf(parent, path.at(-1) ?? '')
  if (!pair) throw notThere(path)
  if (pairOf(parent, as)) throw taken(as)
  const key = pair.key.range ?? [0, 0]
  const tail = tailOf(pair, text)
  const body = text.slice(key[1] ?? 0, tail)
  if (parent.flow) return [{ from: tail, to: tail, insert: `, ${as}${body}` }]
  const start = lineStart(text, key[0] ?? 0)
  const at = nextLine(text, tail)
  const indent = ' '.repeat((key[0] ?? 0) - start)
  const missing = at === text.length && !text.endsWith('\n') ? '\n' : ''
  return [
    {
      from: at,
      to: at,
      insert: `${broken(tree, missing)}${indent}${as}${body}${broken(tree, '\n')}`,
    },
  ]
}
