import type { Coverage } from '../coverage.ts'
import type { Rolled } from '../roll.ts'
import { linesIn, type StepSpot, stepsIn } from '../spots.ts'
import type { FactPlace } from './report.ts'

/** Where each fact of a variant can be learned: steps and lines that reveal it, each with whether any way leads there. */
export function placesOf(rolled: Rolled, coverage: Coverage): ReadonlyMap<string, FactPlace[]> {
  const places = new Map<string, FactPlace[]>()
  const add = (facts: readonly string[] | undefined, place: FactPlace): void => {
    for (const id of facts ?? []) places.set(id, [...(places.get(id) ?? []), place])
  }
  for (const step of stepsIn(rolled)) {
    const where = whereIs(rolled, step, coverage)
    add(step.fx.reveals, { ...where, path: step.path.join('.') })
    for (const { path, value } of linesIn(rolled, step)) {
      const id = lineOf(where) + (Array.isArray(step.caller) ? `.${String(path.at(-1))}` : '')
      const reached = coverage.lines.has(id)
      add(value.reveals, { kind: 'line', of: where.of, path: path.join('.'), reached })
    }
  }
  return places
}

function whereIs(
  rolled: Rolled,
  { path }: StepSpot,
  coverage: Coverage,
): Pick<FactPlace, 'kind' | 'of' | 'reached'> {
  const [first, second, third, fourth, fifth] = path.map(String)
  if (first === 'anywhere') {
    const at = rolled.scenario.anywhere.find(
      (item, index) => (rolled.origin.get(item) ?? index) === path[1],
    )
    const id = at?.id ?? ''
    return { kind: 'reaction', of: id, reached: coverage.reactions.has(id) }
  }
  if (second === 'groups') {
    const id = `${third}.${fourth}`
    return { kind: 'reply', of: id, reached: coverage.replies.has(id) }
  }
  if (second === 'silence') return { kind: 'silence', of: 'talk', reached: true }
  const node = third ?? ''
  if (fourth === 'replies') {
    const id = `${node}.${fifth}`
    return { kind: 'reply', of: id, reached: coverage.replies.has(id) }
  }
  return {
    kind: fourth === 'silence' ? 'silence' : 'node',
    of: node,
    reached: coverage.nodes.has(node),
  }
}

/** The stable id of the caller's turn (compile.ts). */
function lineOf({ kind, of }: Pick<FactPlace, 'kind' | 'of'>): string {
  if (kind === 'reaction') return `anywhere.${of}`
  return kind === 'silence' ? `${of}.silence` : `${of}.caller`
}
