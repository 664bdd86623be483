import { isScalar, isSeq, isMap as isYamlMap } from 'yaml'
import type { Path } from '../diagnostic.ts'
import type { Patch } from './patch.ts'
import { broken, frontOf, stretchOf, tailOf } from './placing.ts'
import { notThere } from './refusal.ts'
import { lineStart, nextLine, nodeAt, type Tree } from './tree.ts'

/** Moves an entry to another place among its siblings, its lines as they are. */
export function moved(tree: Tree, path: Path, to: number): readonly Patch[] {
  const { text } = tree
  const parent = nodeAt(tree.root, path.slice(0, -1))
  if (!isYamlMap(parent) && !isSeq(parent)) throw notThere(path)
  const from = isSeq(parent)
    ? Number(path.at(-1))
    : parent.items.findIndex(
        ({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)),
      )
  const item: unknown = parent.items[from]
  const target = Math.max(0, Math.min(to, parent.items.length - 1))
  if (item === undefined) throw notThere(path)
  if (target === from) return []
  /** The entry that it comes to stand before; none: it becomes the last. */
  const next: unknown = parent.items[target > from ? target + 1 : target]
  if (parent.flow) {
    const order = parent.items.map((one: unknown) => text.slice(frontOf(one), tailOf(one, text)))
    const [taken = ''] = order.splice(from, 1)
    order.splice(target, 0, taken)
    const start = frontOf(parent.items[0])
    return [{ from: start, to: tailOf(parent.items.at(-1), text), insert: order.join(', ') }]
  }
  const first = frontOf(parent.items[0])
  const shares = !isSeq(parent) && text.slice(lineStart(text, first), first).trim() !== ''
  if (shares) return shuffled(tree, parent.items, from, target)
  const away = stretchOf(text, parent, from)
  let lines = text.slice(away.from, away.to)
  if (!lines.endsWith('\n')) lines += broken(tree, '\n')
  const last = nextLine(text, tailOf(parent.items.at(-1), text))
  const at = next === undefined ? last : lineStart(text, frontOf(next))
  const missing = at === text.length && !text.endsWith('\n') ? broken(tree, '\n') : ''
  const put: Patch = { from: at, to: at, insert: missing + lines }
  return [away, put].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Entries of which the first stands behind a list's dash: all are written again in the new order. */
function shuffled(
  tree: Tree,
  items: readonly unknown[],
  from: number,
  to: number,
): readonly Patch[] {
  const { text } = tree
  const start = frontOf(items[0])
  const indent = ' '.repeat(start - lineStart(text, start))
  const order = items.map((one) => text.slice(frontOf(one), tailOf(one, text)))
  const [taken = ''] = order.splice(from, 1)
  order.splice(to, 0, taken)
  const insert = order.join(broken(tree, `\n${indent}`))
  return [{ from: start, to: tailOf(items.at(-1), text), insert }]
}
