import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Text } from '../scenario/primitives.ts'

/** Reads a data file (taxonomy, rubric) with a place for every complaint. Never throws, never executes, always bounded. */

/** What is wrong and where; line and column count from 1. */
export interface Problem {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly message: Text
}

export type Path = readonly (string | number)[]

/** A rule that a schema can't say, e.g. that ids are unique. */
export interface Complaint {
  readonly path: Path
  readonly message: Text
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Longest file that is read, in characters; the shipped taxonomy has about 60,000. */
export const MAX_SOURCE = 400_000
const MAX_PROBLEMS = 50
/** Deeper nesting than this has no use here, and far deeper would exhaust the parser's stack. */
const MAX_DEPTH = 40

/** The first place where brackets, dashes or indentation nest too deeply; a cheap look before the recursive parser. */
export function tooDeep(source: string): { line: number; column: number } | null {
  let flow = 0
  const lines = source.split('\n')
  for (const [index, content] of lines.entries()) {
    const lead = /^[ \t]*(?:[-?:][ \t]+)*/.exec(content)?.[0] ?? ''
    if (lead.length > MAX_DEPTH * 4) return { line: index + 1, column: MAX_DEPTH * 4 + 1 }
    for (let column = 0; column < content.length; column += 1) {
      const char = content[column]
      if (char === '[' || char === '{') flow += 1
      else if ((char === ']' || char === '}') && flow > 0) flow -= 1
      if (flow > MAX_DEPTH) return { line: index + 1, column: column + 1 }
    }
  }
  return null
}

/**
 * JSON as a program wrote it (no space, no key twice), which is read many times faster than the YAML that it is, too;
 * undefined for any other text.
 */
function plainJson(source: string): unknown {
  if (!source.startsWith('{') || source.includes('"__proto__"')) return undefined
  try {
    const value: unknown = JSON.parse(source)
    return JSON.stringify(value) === source ? value : undefined
  } catch {
    return undefined
  }
}

/** Reads text as YAML of this schema; `extra` adds complaints about a value that already fits the schema. */
export function readDocument<S extends z.ZodType>(
  source: string,
  schema: S,
  extra: (value: z.output<S>) => readonly Complaint[],
): Read<z.output<S>> {
  const refuse = (at: { line: number; column: number }, message: Text): Read<never> => ({
    ok: false,
    problems: [{ path: '', ...at, message }],
  })
  if (source.length > MAX_SOURCE) {
    return refuse(
      { line: 1, column: 1 },
      {
        zh: `文件太大（${source.length} 个字符），最多 ${MAX_SOURCE} 个。`,
        en: `The file is too large (${source.length} characters); at most ${MAX_SOURCE}.`,
      },
    )
  }
  const deep = tooDeep(source)
  if (deep)
    return refuse(deep, {
      zh: '嵌套太深，请减少层数。',
      en: 'Nested too deeply; use fewer levels.',
    })
  const value = plainJson(source)
  if (value !== undefined) {
    const fits = schema.safeParse(value)
    // what doesn't fit is read again, for a place of each complaint
    if (fits.success && extra(fits.data).length === 0) return { ok: true, value: fits.data }
  }
  try {
    return readBounded(source, schema, extra)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refuse(
      { line: 1, column: 1 },
      { zh: `文件无法读取：${detail}`, en: `The file can't be read: ${detail}` },
    )
  }
}

function readBounded<S extends z.ZodType>(
  source: string,
  schema: S,
  extra: (value: z.output<S>) => readonly Complaint[],
): Read<z.output<S>> {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: counter,
    uniqueKeys: true,
    strict: true,
    logLevel: 'silent',
  })
  const problems: Problem[] = []
  const add = (offset: number, path: Path, message: Text): void => {
    if (problems.length >= MAX_PROBLEMS) return
    const { line, col } = counter.linePos(offset)
    problems.push({
      path: path.join('.'),
      line: Math.max(1, line),
      column: Math.max(1, col),
      message,
    })
  }

  for (const error of [...document.errors, ...document.warnings]) {
    add(error.pos[0], [], {
      zh: `YAML 语法有误：${error.message}`,
      en: `YAML syntax: ${error.message}`,
    })
  }
  visit(document, {
    Alias: (_, node) =>
      add(node.range?.[0] ?? 0, [], {
        zh: '不能用 YAML 别名（*），请把内容直接写出来。',
        en: 'YAML aliases (*) are not allowed here; write it out.',
      }),
    Pair: (_, pair) => {
      const key = pair.key
      if (isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__') return
      add(isNode(key) ? (key.range?.[0] ?? 0) : 0, [], {
        zh: '键必须是普通文字。',
        en: 'A key must be a plain word.',
      })
    },
  })
  if (problems.length > 0) return { ok: false, problems }

  const offsetOf = (path: Path): number => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const step of path) {
      if (!isCollection(node)) break
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(step),
        )
        if (!pair) break
        if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else {
        const item: unknown = node.items[Number(step)]
        if (!isNode(item)) break
        offset = item.range?.[0] ?? offset
        node = item
      }
    }
    return offset
  }

  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const { path, message } = wording(issue)
      add(offsetOf(path), path, message)
    }
    return { ok: false, problems }
  }
  for (const { path, message } of extra(checked.data)) add(offsetOf(path), path, message)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: checked.data }
}

function wording(issue: z.core.$ZodIssue): Complaint {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      path: [...path, issue.keys[0] ?? ''],
      message: { zh: `这里不认识这个字段：${keys}`, en: `Unknown field here: ${keys}` },
    }
  }
  if (issue.code === 'invalid_type') {
    return {
      path,
      message: {
        zh: `这里缺少内容或类型不对，应为 ${issue.expected}。`,
        en: `Missing or of the wrong type; expected ${issue.expected}.`,
      },
    }
  }
  return {
    path,
    message: {
      zh: `这里的值不合要求：${issue.message}`,
      en: `The value doesn't fit: ${issue.message}`,
    },
  }
}
