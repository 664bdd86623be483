import type { Path } from '../../core/scenario/diagnostic.ts'
import { shapesAt } from '../../core/scenario/edit/shape.ts'
import type { Json } from '../../core/scenario/edit/write.ts'
import { PLACEHOLDERS } from '../../core/scenario/placeholders.ts'
import { type ChoiceGround, choicesAt } from '../choices/choices.ts'

/** What stands in a field that was just added: the least that fits the format, to be overwritten. */

const DURATIONS: ReadonlySet<string> = new Set([
  'after',
  'by',
  'for',
  'waits',
  'rings',
  'ack',
  'clock',
  'held',
  'within',
  'answer',
  'place',
  'first-class',
  'final-class',
  'first-dispatch',
  'span',
])
const COMPARED: ReadonlySet<string> = new Set(['trust', 'arousal', 'patience'])

/** Also for an item of a list: the path then ends with its index. */
export function startingValue(path: Path, ground: ChoiceGround, depth = 0): Json {
  const names = path.filter((step): step is string => typeof step === 'string')
  const last = names.at(-1) ?? ''
  const inCondition = names.slice(0, -1).lastIndexOf('when') === names.length - 2
  const shapes = shapesAt(path)
  const first = choicesAt(path, ground)?.[0]?.id
  const has = (kind: string): boolean => shapes.some((shape) => shape.kind === kind)
  if (last === 'span' || (names.at(-2) === 'targets' && typeof path.at(-1) === 'string'))
    return ['30s', '60s']
  if (last === 'off') return [0, 0]
  if (has('text')) return PLACEHOLDERS.anything
  const fixed = shapes.find((shape) => shape.kind === 'fixed')
  if (typeof path.at(-1) === 'string' && has('list') && !has('string') && !has('fixed'))
    return [startingValue([...path, 0], ground, depth + 1)]
  if (first !== undefined) return first
  if (fixed?.kind === 'fixed' && fixed.values[0] !== undefined) return fixed.values[0]
  if (has('boolean')) return true
  const number = shapes.find((shape) => shape.kind === 'number')
  if (number?.kind === 'number' && !has('string')) return Math.max(0, number.min ?? 0)
  const object = shapes.find((shape) => shape.kind === 'object')
  if (object?.kind === 'object' && depth < 5) {
    const keys = object.required.length > 0 ? object.required : object.keys.slice(0, 1)
    return Object.fromEntries(
      keys.map((key) => [key, startingValue([...path, key], ground, depth + 1)]),
    )
  }
  if (has('record')) return {}
  if (has('list')) return []
  if (COMPARED.has(last) && inCondition) return '>= 50'
  if (last === 'radius' || (last === 'within' && names[0] === 'facts')) return '60m'
  if (last === 'within' && names.at(-2) === 'when') return { of: '', for: '40s' }
  return DURATIONS.has(last) ? '10s' : 'new'
}
