import {
  isCollection,
  isNode,
  isPair,
  isScalar,
  isSeq,
  isMap as isYamlMap,
  type Pair,
  parseDocument,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml'
import { tooDeep } from '../../taxonomy/document.ts'
import type { Path } from '../diagnostic.ts'
import { MAX_SOURCE } from '../parse.ts'
import { type PieceMemory, readInPieces } from '../pieces.ts'
import type { Json } from './write.ts'

/** The text as a tree of places. */

export interface Tree {
  readonly text: string
  readonly root: YAMLMap
}

/** The trees read last: a text before an edit and after it. Reading a long file takes its time. */
let latest: readonly { readonly text: string; readonly tree: Tree | null }[] = []

/** Reads a text for editing; null if it is no map in YAML that can be read without a doubt. */
export function readTree(text: string): Tree | null {
  const known = latest.find((one) => one.text === text) ?? { text, tree: read(text) }
  latest = [known, ...latest.filter((one) => one !== known)].slice(0, 2)
  return known.tree
}

const pieces: PieceMemory = new Map()

/** Would `readTree` read it? Asked of a text that an edit has just made, most of which is as it was before. */
export function isReadable(text: string): boolean {
  if (text.length > MAX_SOURCE || tooDeep(text)) return false
  try {
    return readInPieces(text, pieces) !== null || readTree(text) !== null
  } catch {
    return false
  }
}

function read(text: string): Tree | null {
  if (text.length > MAX_SOURCE || tooDeep(text)) return null
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
    const { contents, errors } = document
    return errors.length === 0 && isYamlMap(contents) && !contents.flow
      ? { text, root: contents }
      : null
  } catch {
    // nesting that exhausts the reader
    return null
  }
}

/** The entry of a map under a key. */
export function pairOf(map: YAMLMap, key: string | number): Pair<YamlNode, YamlNode | null> | null {
  for (const item of map.items)
    if (isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
      return item as Pair<YamlNode, YamlNode | null>
  return null
}

/** What stands at a path: undefined if the file doesn't have it, null if it has only the key. */
export function nodeAt(root: YAMLMap, path: Path): YamlNode | null | undefined {
  let node: YamlNode | null = root
  for (const step of path) {
    let next: unknown
    if (isYamlMap(node)) {
      const pair = pairOf(node, step)
      next = pair ? (pair.value ?? null) : undefined
    } else if (isSeq(node)) next = node.items[Number(step)]
    if (next !== null && !isNode(next)) return undefined
    node = next
  }
  return node
}

/** The value of a node as plain data. */
export function dataOf(node: YamlNode | null): Json {
  if (node === null) return null
  if (isYamlMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value) : '',
        dataOf(isNode(value) ? value : null),
      ]),
    )
  if (isSeq(node)) return node.items.map((item) => dataOf(isNode(item) ? item : null))
  if (isScalar(node)) {
    const { value } = node
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null
  }
  return null
}

export const startOf = (node: YamlNode): number => node.range?.[0] ?? 0

/** Where a node's own text ends: what follows it on the line is not counted. */
export function endOf(node: YamlNode): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1)
    if (isPair(last)) {
      if (isNode(last.value) && (last.value.range?.[1] ?? 0) > (last.value.range?.[0] ?? 0))
        return endOf(last.value)
      if (isNode(last.key)) return afterColon(last.key)
    }
    if (isNode(last)) return endOf(last)
  }
  return node.range?.[1] ?? 0
}

/** The place right after the colon of a key that has no value. */
function afterColon(key: YamlNode): number {
  return (key.range?.[1] ?? 0) + 1
}

export function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  // a byte order mark is no indentation
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start
}

/** The start of the line after the one in which `at` stands; `at` itself if it starts a line that follows content. */
export function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
