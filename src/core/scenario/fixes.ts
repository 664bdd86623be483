import type { Diagnostic, Path } from './diagnostic.ts'
import type { Edit } from './edit/edit.ts'
import type { Text } from './primitives.ts'
import type { Condition } from './rules.ts'
import type { Scenario } from './schema.ts'

/** What mends a problem by itself, where something does: an edit of the file that a trainer can take or leave. */
export interface Fix {
  /** What it does, for the button and for 'undo …'. */
  readonly label: Text
  readonly edits: readonly Edit[]
}

/** A diagnostic's path as steps; indices are numbers. */
export function stepsOf({ path }: Pick<Diagnostic, 'path'>): Path {
  if (path === '') return []
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  // a class's id has dots of its own
  const also = steps[0] === 'key' ? steps.indexOf('also') : -1
  return also < 0 ? steps : [...steps.slice(0, also + 1), ...joined(steps.slice(also + 1))]
}

const joined = (steps: Path): Path => (steps.length === 0 ? [] : [steps.join('.')])

/** What stands at a path of the scenario as parsed; undefined if nothing does. */
function at(scenario: Scenario, path: Path): unknown {
  let value: unknown = scenario
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === String(step))?.[1]
  }
  return value
}

/** The fix of a problem; null if only a person can mend it. `scenario` as it was read from the very text. */
export function fixFor(problem: Diagnostic, scenario: Scenario): Fix | null {
  const path = stepsOf(problem)
  if (problem.instead !== undefined) return instead(problem.instead, path)
  switch (problem.code) {
    case 'SC029':
    case 'SC040':
    case 'SC042':
    case 'SC043':
    case 'SC044':
    case 'SC053':
    case 'SC085':
      return removing(path, scenario)
    case 'SC041':
      // the only line of a turn is not taken away
      return typeof path.at(-1) === 'number' ? removing(path, scenario) : null
    case 'SC030':
      return {
        label: { zh: '去掉第一条答案的条件', en: 'drop the condition of the first answer' },
        edits: [{ kind: 'remove', path: [...path, 'when'] }],
      }
    case 'SC032':
      return withinRange(path, scenario)
    case 'SC038':
      return {
        label: { zh: '只留“去往”', en: "keep 'Leads to' alone" },
        edits: [{ kind: 'remove', path }],
      }
    case 'SC048':
      return lastBranch(path, scenario)
    case 'SC050':
      return asking(problem, scenario)
    case 'SC051':
      return telling(path, scenario)
    case 'SC052':
      return {
        label: { zh: '去掉时限', en: 'drop the deadline' },
        edits: [{ kind: 'remove', path }],
      }
    case 'SC080':
      return path.includes('also') ? removing(path, scenario) : null
    case 'SC081':
      return partMarks(path, scenario)
    case 'SC083':
      return {
        label: { zh: '给 1 分', en: 'let it earn 1 point' },
        edits: [{ kind: 'set', path, value: 1 }],
      }
    case 'SC084':
      return {
        label: { zh: '要求报值班长', en: 'require telling the duty lead' },
        edits: [
          {
            kind: 'insert',
            path: ['key', 'partners'],
            index: scenario.key.partners.length,
            value: { partner: 'duty-lead', need: 'required', within: '60s' },
          },
        ],
      }
    case 'SC086':
      return {
        label: { zh: '去掉相反的一边', en: 'drop the contrary' },
        edits: [{ kind: 'remove', path }],
      }
    case 'SC089':
      return {
        label: { zh: '改成告知', en: 'let it be told' },
        edits: [{ kind: 'set', path, value: 'tell' }],
      }
    default:
      return null
  }
}

function instead(name: string, path: Path): Fix {
  return {
    label: { zh: `改成“${name}”`, en: `write '${name}'` },
    edits: [{ kind: 'set', path, value: name }],
  }
}

function removing(path: Path, scenario: Scenario): Fix | null {
  if (path.length < 2) return null
  return { label: removal(path, scenario), edits: [{ kind: 'remove', path }] }
}

/** Who stands in a list is called by its id, or by its number. */
function removal(path: Path, scenario: Scenario): Text {
  const last = path.at(-1)
  const item = typeof last === 'number' ? at(scenario, path) : undefined
  const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : null
  if (typeof last === 'number' && id === null)
    return { zh: `删掉第 ${last + 1} 条`, en: `remove no. ${last + 1}` }
  const name = id ?? String(last)
  return { zh: `删掉“${name}”`, en: `remove '${name}'` }
}

/** The start of a mood, moved to the nearest bound. */
function withinRange(path: Path, scenario: Scenario): Fix | null {
  const [first, name] = path
  if (first !== 'moods' || (name !== 'trust' && name !== 'arousal' && name !== 'patience'))
    return null
  const mood = scenario.moods[name]
  if (!mood) return null
  const value = Math.min(mood.max, Math.max(mood.min, mood.start))
  return {
    label: { zh: `改成 ${value}`, en: `make it ${value}` },
    edits: [{ kind: 'set', path, value }],
  }
}

/** A last branch without a condition, to where the last one leads. */
function lastBranch(path: Path, scenario: Scenario): Fix | null {
  const branches = at(scenario, path)
  if (!Array.isArray(branches)) return null
  const last: unknown = branches.at(-1)
  if (typeof last !== 'object' || last === null || !('to' in last)) return null
  const to = String(last.to)
  return {
    label: { zh: `其余都去“${to}”`, en: `otherwise to '${to}'` },
    edits: [{ kind: 'insert', path, index: branches.length, value: { to } }],
  }
}

/** The reply by which a good ending is reached without a fact asks for that fact. */
function asking({ path, route = [] }: Diagnostic, scenario: Scenario): Fix | null {
  const fact = path.split('.')[1]
  const act = route.at(-1)?.act
  if (fact === undefined || act?.kind !== 'say') return null
  const reply = replyPath(scenario, act.reply)
  const when = at(scenario, [...reply, 'when']) as Condition | undefined
  return {
    label: { zh: `加条件：已知“${fact}”`, en: `ask for '${fact}' first` },
    edits: [
      { kind: 'set', path: [...reply, 'when', 'known'], value: [...(when?.known ?? []), fact] },
    ],
  }
}

/** The caller's first words tell the fact; it can be told elsewhere later. */
function telling(path: Path, { talk }: Scenario): Fix | null {
  const fact = path[1]
  const node = talk.nodes[talk.start]
  if (typeof fact !== 'string' || !node) return null
  return {
    label: { zh: `在“${talk.start}”里说出`, en: `tell it in '${talk.start}'` },
    edits: [
      {
        kind: 'set',
        path: ['talk', 'nodes', talk.start, 'reveals'],
        value: [...(node.reveals ?? []), fact],
      },
    ],
  }
}

/** Points for the class above the right one, which earns 14; our own figure, between those of the calls that ship. */
const PART_MARK = 10

/** Nothing but the class above the right one earns a part. */
function partMarks(path: Path, scenario: Scenario): Fix | null {
  const right = at(scenario, path)
  if (typeof right !== 'string') return null
  const also = [...path.slice(0, -1), 'also']
  const parent = right.split('.').slice(0, -1).join('.')
  if (parent === '')
    return {
      label: { zh: '别的类别都不给分', en: 'no other class earns marks' },
      edits: [{ kind: 'remove', path: also }],
    }
  return {
    label: { zh: `只有“${parent}”给一部分分`, en: `only '${parent}' earns a part` },
    edits: [{ kind: 'set', path: also, value: { [parent]: PART_MARK } }],
  }
}

/** Where a reply stands in the file, by its full id. */
export function replyPath(scenario: Scenario, id: string): Path {
  const [owner = '', name = ''] = id.split('.')
  const { nodes } = scenario.talk
  const own = Object.hasOwn(nodes, owner) ? nodes[owner]?.replies : undefined
  return own && Object.hasOwn(own, name)
    ? ['talk', 'nodes', owner, 'replies', name]
    : ['talk', 'groups', owner, name]
}
