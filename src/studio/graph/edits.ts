import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Edit } from '../../core/scenario/edit/edit.ts'
import { PLACEHOLDERS } from '../../core/scenario/placeholders.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { freeName } from '../names.ts'
import type { GraphEdge } from './graphOf.ts'

/** What hands do in the graph, as edits of the file. */

export interface Work {
  readonly label: Text
  readonly edits: readonly Edit[]
  /** What to choose afterwards. */
  readonly select: Path | null
}

const kindOf = (id: string): string => id.slice(0, id.indexOf(':'))
const nameOf = (id: string): string => id.slice(id.indexOf(':') + 1)

export function addNode(scenario: Scenario): Work & { readonly id: string } {
  const { nodes, groups } = scenario.talk
  const id = freeName('node', [...Object.keys(nodes), ...Object.keys(groups)])
  const path = ['talk', 'nodes', id]
  return {
    id,
    label: { zh: `加节点 ${id}`, en: `add node ${id}` },
    edits: [
      {
        kind: 'set',
        path,
        value: { caller: PLACEHOLDERS.caller },
      },
    ],
    select: path,
  }
}

export function addEnding(scenario: Scenario): Work & { readonly id: string } {
  const id = freeName('ending', Object.keys(scenario.endings))
  const path = ['endings', id]
  return {
    id,
    label: { zh: `加结局 ${id}`, en: `add ending ${id}` },
    edits: [
      {
        kind: 'set',
        path,
        value: { outcome: 'safe', after: PLACEHOLDERS.after },
      },
    ],
    select: path,
  }
}

/** A line drawn from one card to another; null if nothing can lead there. */
export function connect(scenario: Scenario, from: string, to: string): Work | null {
  const target = nameOf(to)
  const leads =
    kindOf(to) === 'talk' ? { goto: target } : kindOf(to) === 'ending' ? { end: target } : null
  if (!leads) return null
  const label = { zh: `连到 ${target}`, en: `lead to ${target}` }
  if (kindOf(from) === 'talk') {
    const node = scenario.talk.nodes[nameOf(from)]
    const reply = freeName('reply', Object.keys(node?.replies ?? {}))
    const path = ['talk', 'nodes', nameOf(from), 'replies', reply]
    const say = PLACEHOLDERS.reply
    return {
      label,
      edits: [{ kind: 'set', path, value: { act: ['OPEN_Q'], say, ...leads } }],
      select: path,
    }
  }
  if (kindOf(from) === 'line' && 'goto' in leads) {
    const path = ['line', 'callback']
    const index = scenario.line.callback.length
    return {
      label,
      edits: [{ kind: 'insert', path, index, value: { rings: '5s', ...leads } }],
      select: [...path, index],
    }
  }
  if (kindOf(from) === 'reaction') {
    const index = scenario.anywhere.findIndex(({ id }) => id === nameOf(from))
    const path = ['anywhere', index]
    return { label, edits: lead(path, scenario.anywhere[index] ?? {}, null, leads), select: path }
  }
  return null
}

/** The end of a line drawn to another card. */
export function redirect(scenario: Scenario, edge: GraphEdge, to: string): Work | null {
  const [first] = edge.leads
  const target = nameOf(to)
  const leads =
    kindOf(to) === 'talk' ? { goto: target } : kindOf(to) === 'ending' ? { end: target } : null
  if (!first || edge.leads.length > 1 || !leads) return null
  const { path, kind } = first
  const label = { zh: `改连到 ${target}`, en: `lead to ${target} instead` }
  if (kind === 'reply' || kind === 'silence' || kind === 'reaction')
    return {
      label,
      edits: lead(path, stepAt(scenario, path), nameOf(edge.to), leads),
      select: path,
    }
  if (kind === 'callback' && 'goto' in leads)
    return { label, edits: [{ kind: 'set', path: [...path, 'goto'], value: target }], select: path }
  if ('end' in leads && (kind === 'says' || kind === 'waits' || kind === 'drops'))
    return { label, edits: [{ kind: 'set', path, value: target }], select: path }
  if ('end' in leads && kind === 'lost')
    return { label, edits: [{ kind: 'set', path: [...path, 'end'], value: target }], select: path }
  return null
}

type Goto = { goto?: Scenario['anywhere'][number]['goto']; end?: string | undefined }

function stepAt(scenario: Scenario, path: Path): Goto {
  const step: unknown = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    scenario,
  )
  return typeof step === 'object' && step !== null ? step : {}
}

/** A step leads elsewhere than to `before`; the branches that lead to other places stay. */
function lead(
  path: Path,
  { goto, end }: Goto,
  before: string | null,
  leads: { goto: string } | { end: string },
): readonly Edit[] {
  if (Array.isArray(goto) && 'goto' in leads) {
    const branch = goto.findIndex(({ to }) => to === before)
    if (branch >= 0)
      return [{ kind: 'set', path: [...path, 'goto', branch, 'to'], value: leads.goto }]
  }
  const edits: Edit[] = []
  if ('goto' in leads) {
    if (end !== undefined) edits.push({ kind: 'remove', path: [...path, 'end'] })
    edits.push({ kind: 'set', path: [...path, 'goto'], value: leads.goto })
  } else {
    if (goto !== undefined) edits.push({ kind: 'remove', path: [...path, 'goto'] })
    edits.push({ kind: 'set', path: [...path, 'end'], value: leads.end })
  }
  return edits
}

export function removal(path: Path): Work {
  const name = String(path.at(-1))
  return {
    label: { zh: `删去 ${name}`, en: `delete ${name}` },
    edits: [{ kind: 'remove', path }],
    select: null,
  }
}
