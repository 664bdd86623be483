import type { Detail } from '../../core/review/sheet.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Fx, Script, ScriptNode } from '../../core/scenario/script.ts'
import { perObject } from '../../core/scoring/perObject.ts'

/** The talk as a graph, all variants laid over each other: where things lead, and what is said. */

export interface TalkLink {
  readonly from: string
  readonly to: string
  readonly best: boolean
}

export interface Talk {
  readonly start: string
  /** Node ids in the file's order, each with its first line to know it by. */
  readonly nodes: ReadonlyMap<string, { readonly line: Text | null }>
  readonly links: readonly TalkLink[]
  /** By reply id: what is said. */
  readonly replies: ReadonlyMap<string, Text>
}

/** `scripts`: one for each variant. */
export function talkOf(scripts: readonly Script[]): Talk {
  const links = new Map<string, TalkLink>()
  for (const script of scripts)
    for (const node of script.nodes)
      for (const link of linksOf(node, script)) {
        const key = `${link.from}\n${link.to}`
        if (link.best || !links.has(key)) links.set(key, link)
      }
  const [first] = scripts
  return {
    start: first?.nodes[first.start]?.id ?? '',
    nodes: new Map(
      scripts.flatMap(({ nodes }) =>
        nodes.map(({ id, lines }) => [id, { line: lines[0]?.text ?? null }] as const),
      ),
    ),
    links: [...links.values()],
    replies: new Map(
      scripts.flatMap(({ replies }) => replies.map(({ id, text }) => [id, text] as const)),
    ),
  }
}

function linksOf(node: ScriptNode, script: Script): TalkLink[] {
  const found = new Map<string, boolean>()
  const add = (fx: Fx, best: boolean): void => {
    for (const { to } of fx.goto) {
      const id = script.nodes[to]?.id
      if (id !== undefined && id !== node.id) found.set(id, best || found.get(id) === true)
    }
  }
  for (const index of node.replies) {
    const reply = script.replies[index]
    if (reply) add(reply.fx, reply.best)
  }
  add(node.fx, false)
  add(node.silence.fx, false)
  return [...found].map(([to, best]) => ({ from: node.id, to, best }))
}

/** Where trainees went that no reply leads: reactions and call-backs move the talk too. Gathered once for each list. */
const walkedLinks = perObject(
  (details: readonly Detail[]): ReadonlyMap<string, ReadonlySet<string>> => {
    const ways = new Map<string, Set<string>>()
    for (const { path } of details)
      for (const [i, { node }] of path.entries()) {
        const next = path[i + 1]?.node
        if (next === undefined || next === node) continue
        const known = ways.get(node)
        if (known) known.add(next)
        else ways.set(node, new Set([next]))
      }
    return ways
  },
)

export interface Placed {
  readonly id: string
  /** Steps from the start; nodes that nothing leads to stand after all others. */
  readonly x: number
  /** −1 … 1 within its column. */
  readonly y: number
}

/** Columns by the fewest steps from the start, over replies and over what was walked. */
export function placed(talk: Talk, details: readonly Detail[]): readonly Placed[] {
  const walked = walkedLinks(details)
  const depths = new Map([[talk.start, 0]])
  const queue = [talk.start]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const next = talk.links.flatMap(({ from, to }) => (from === at ? [to] : []))
    for (const to of [...next, ...(walked.get(at) ?? [])])
      if (!depths.has(to)) {
        depths.set(to, (depths.get(at) ?? 0) + 1)
        queue.push(to)
      }
  }
  const last = Math.max(0, ...depths.values()) + 1
  const columns = new Map<number, string[]>()
  for (const id of talk.nodes.keys()) {
    const depth = depths.get(id) ?? last
    const column = columns.get(depth)
    if (column) column.push(id)
    else columns.set(depth, [id])
  }
  return [...columns].flatMap(([x, ids]) =>
    ids.map((id, i) => ({ id, x, y: ids.length === 1 ? 0 : (2 * i) / (ids.length - 1) - 1 })),
  )
}
