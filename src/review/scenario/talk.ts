import type { Fx, Script, ScriptNode } from '../../core/scenario/script.ts'

/** The talk of one variant as a graph: where things lead, and how far from the start each node lies. */

export interface TalkNode {
  readonly id: string
  /** Steps from the start; nodes that nothing leads to stand after all others. */
  readonly depth: number
  /** Its first line, to know it by. */
  readonly line: { readonly zh: string; readonly en: string } | null
  /** Ids of best replies that it offers. */
  readonly best: ReadonlySet<string>
}

export interface TalkLink {
  readonly from: string
  readonly to: string
  readonly best: boolean
}

export interface Talk {
  readonly nodes: ReadonlyMap<string, TalkNode>
  readonly links: readonly TalkLink[]
  /** By reply id: what is said. */
  readonly replies: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
}

export function talkOf(script: Script): Talk {
  const links = script.nodes.flatMap((node) => linksOf(node, script))
  const depths = depthsFrom(script.nodes[script.start]?.id ?? '', links)
  const last = Math.max(0, ...depths.values()) + 1
  return {
    links,
    nodes: new Map(
      script.nodes.map((node) => [
        node.id,
        {
          id: node.id,
          depth: depths.get(node.id) ?? last,
          line: node.lines[0]?.text ?? null,
          best: new Set(
            node.replies.flatMap((index) => {
              const reply = script.replies[index]
              return reply?.best ? [reply.id] : []
            }),
          ),
        },
      ]),
    ),
    replies: new Map(script.replies.map(({ id, text }) => [id, text])),
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

function depthsFrom(start: string, links: readonly TalkLink[]): ReadonlyMap<string, number> {
  const depths = new Map([[start, 0]])
  const queue = [start]
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const { from, to } of links)
      if (from === at && !depths.has(to)) {
        depths.set(to, (depths.get(at) ?? 0) + 1)
        queue.push(to)
      }
  return depths
}
