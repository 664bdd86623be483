import type { Finder } from './finder.ts'
import type { Critical } from './key.ts'
import type { Rolled } from './roll.ts'
import type { Scenario } from './schema.ts'
import type { Script } from './script.ts'
import type { Seen } from './walk.ts'

/** What all variants together have reached; the rest is unreachable. */
export class Coverage {
  readonly nodes = new Set<string>()
  readonly replies = new Set<string>()
  readonly lines = new Set<string>()
  readonly reactions = new Set<string>()
  readonly endings = new Set<string>()
  readonly criticals = new Set<string>()
  /** Lines that some variant has, with the path of the step that speaks them. */
  readonly known = new Map<string, readonly (string | number)[]>()

  /** Notes which lines this variant has. */
  list(script: Script, rolled: Rolled): void {
    const index = new Map(
      rolled.scenario.anywhere.map((item, at) => [item.id, rolled.origin.get(item) ?? at]),
    )
    for (const id of script.texts.keys()) {
      const parts = id.split('.')
      const [first = '', second = ''] = parts
      const at = /^[0-9]+$/.test(parts.at(-1) ?? '') ? [Number(parts.at(-1))] : []
      if (first === 'anywhere')
        this.known.set(id, ['anywhere', index.get(second) ?? 0, 'caller', ...at])
      else if (
        first === 'talk' &&
        second === 'silence' &&
        !Object.hasOwn(rolled.scenario.talk.nodes, 'talk')
      )
        this.known.set(id, ['talk', 'silence', 'caller', ...at])
      else if (second === 'caller') this.known.set(id, ['talk', 'nodes', first, 'caller', ...at])
      else if (second === 'silence')
        this.known.set(id, ['talk', 'nodes', first, 'silence', 'caller', ...at])
    }
  }

  /** Adds what a variant's walk has reached. */
  add(seen: Seen): void {
    for (const part of ['nodes', 'replies', 'lines', 'reactions', 'endings', 'criticals'] as const)
      for (const id of seen[part]) this[part].add(id)
  }

  report(scenario: Scenario, finder: Finder): void {
    const { talk } = scenario
    for (const id of Object.keys(talk.nodes))
      if (!this.nodes.has(id))
        finder.add(
          'SC040',
          ['talk', 'nodes', id],
          `没有一条路走到节点“${id}”。`,
          `Nothing leads to the node '${id}'.`,
        )
    const reply = (path: readonly string[], owner: string, id: string): void => {
      if (!this.replies.has(`${owner}.${id}`))
        finder.add(
          'SC042',
          path,
          `回复“${owner}.${id}”永远不会出现。`,
          `The reply '${owner}.${id}' is never offered.`,
        )
    }
    // an unreachable node's replies go without saying
    for (const [node, { replies }] of Object.entries(talk.nodes))
      if (this.nodes.has(node))
        for (const id of Object.keys(replies ?? {}))
          reply(['talk', 'nodes', node, 'replies', id], node, id)
    for (const [group, replies] of Object.entries(talk.groups))
      for (const id of Object.keys(replies)) reply(['talk', 'groups', group, id], group, id)
    for (const [id, path] of this.known) {
      const owner = path[1] === 'nodes' ? String(path[2]) : null
      if (!this.lines.has(id) && (owner === null || this.nodes.has(owner)))
        finder.add('SC041', path, '这句台词说不出来。', 'This line is never spoken.')
    }
    for (const [index, { id }] of scenario.anywhere.entries())
      if (!this.reactions.has(id))
        finder.add(
          'SC043',
          ['anywhere', index],
          `反应“${id}”不会发生。`,
          `The reaction '${id}' never happens.`,
        )
    for (const id of Object.keys(scenario.endings))
      if (!this.endings.has(id))
        finder.add(
          'SC044',
          ['endings', id],
          `走不到结局“${id}”。`,
          `The ending '${id}' can't be reached.`,
        )
    for (const [index, critical] of scenario.key.critical.entries())
      if (!this.#isCrossable(scenario, critical))
        finder.add(
          'SC053',
          ['key', 'critical', index],
          `触发“${critical.id}”的那一步走不到。`,
          `The step that crosses '${critical.id}' is never reached.`,
        )
  }

  /** Is there a way to cross this failure? What the trainee may do at any time is not asked about. */
  #isCrossable(scenario: Scenario, { id, on }: Critical): boolean {
    if (!on) return this.criticals.has(id)
    if (this.criticals.has(id)) return true
    if ('ending' in on) return on.ending.some((ending) => this.endings.has(ending))
    if ('said' in on)
      return on.said.some((said) =>
        [...this.replies].some((reply) => reply === said || reply.endsWith(`.${said}`)),
      )
    if (!('act' in on)) return true
    const { nodes, groups } = scenario.talk
    const owners = [
      ...Object.entries(nodes).map(([owner, { replies }]) => [owner, replies ?? {}] as const),
      ...Object.entries(groups),
    ]
    return owners.some(([owner, replies]) =>
      Object.entries(replies).some(
        ([reply, { act }]) =>
          this.replies.has(`${owner}.${reply}`) && act.some((one) => on.act.includes(one)),
      ),
    )
  }
}
