import { Document, isSeq } from 'yaml'

/** How new YAML is written: as the scenario files are, so that a trainer can't tell a form's line from their own. */

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

export type JsonMap = { readonly [key: string]: Json }

/** Longest line that a map or list is written on. */
const WIDTH = 118
/** Each level is indented by so many spaces. */
export const STEP = 2

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** A value on one line: `{ zh: 喂, en: Hello }`. `signed`: numbers are moves of a mood and carry their sign. */
export function inFlow(value: Json, signed = false): string {
  if (isMap(value)) {
    const parts = Object.entries(value).map(
      ([key, item]) => `${inFlow(key)}: ${inFlow(item, signed || key === 'moods')}`,
    )
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
  }
  if (isList(value)) return `[${value.map((item) => inFlow(item, signed)).join(', ')}]`
  if (typeof value === 'number') return signed && value > 0 ? `+${value}` : String(value)
  return scalar(value, true)
}

function scalar(value: string | boolean | null, flow: boolean): string {
  // several lines would depend on the indentation around them
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value)
  const document = new Document(flow ? [value] : value)
  if (isSeq(document.contents)) document.contents.flow = true
  const text = document
    .toString({ lineWidth: 0, blockQuote: false, singleQuote: true, flowCollectionPadding: false })
    .trimEnd()
  return flow ? text.slice(1, -1) : text
}

/** What stands after `key:` or `-`, with the space or line break before it; lines below are indented by `indent`. */
export function afterKey(value: Json, indent: number, column: number, signed = false): string {
  if (!isMap(value) && !isList(value))
    return ` ${typeof value === 'number' ? inFlow(value, signed) : scalar(value, false)}`
  const flow = inFlow(value, signed)
  if (flow.length <= 2 || (isSmall(value) && column + 1 + flow.length <= WIDTH)) return ` ${flow}`
  return `\n${inBlock(value, indent, signed)}`
}

/** A map or list over several lines, each indented; no line break at the end. */
export function inBlock(value: JsonMap | readonly Json[], indent: number, signed = false): string {
  const front = ' '.repeat(indent)
  if (isList(value)) return value.map((item) => front + listItem(item, indent, signed)).join('\n')
  return Object.entries(value)
    .map(([key, item]) => front + entry(key, item, indent, signed))
    .join('\n')
}

/** `key: value`, its further lines indented below it. */
export function entry(key: string, value: Json, indent: number, signed = false): string {
  const name = inFlow(key)
  const moves = signed || key === 'moods'
  return `${name}:${afterKey(value, indent + STEP, indent + name.length + 1, moves)}`
}

/** `- value`, a map's further lines below its first. */
export function listItem(value: Json, indent: number, signed = false): string {
  const flow = inFlow(value, signed)
  if (!isMap(value) || Object.keys(value).length === 0)
    return isList(value) || isMap(value)
      ? `- ${flow}`
      : `-${afterKey(value, indent + STEP, indent)}`
  if (isSmall(value) && indent + 2 + flow.length <= WIDTH) return `- ${flow}`
  return `- ${inBlock(value, indent + STEP, signed).trimStart()}`
}

/** Small enough for one line: conditions, effects, short texts; never a map of things that have maps of their own. */
function isSmall(value: Json, depth = 0): boolean {
  if (isMap(value))
    return depth < 2 && Object.values(value).every((item) => isSmall(item, depth + 1))
  if (isList(value)) return value.every((item) => isSmall(item, depth + 1))
  return true
}
