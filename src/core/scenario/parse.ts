import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { tooDeep } from '../taxonomy/document.ts'
import type { Diagnostic, Path } from './diagnostic.ts'
import { listPlaces, NO_PLACES, type Places } from './places.ts'
import type { Text } from './primitives.ts'
import { type Scenario, scenario } from './schema.ts'

/** From a file's text to a scenario, with line and column on every error. Never throws, never executes, always bounded. */

/** Longest file that is read, in characters; the shipped scenarios have up to about 100,000. */
export const MAX_SOURCE = 300_000
const MAX_PROBLEMS = 50

/** Finds where a path stands in the file. */
export type Locate = (path: Path) => { readonly line: number; readonly column: number }

export type Parsed = (
  | { readonly ok: true; readonly scenario: Scenario; readonly locate: Locate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
) & {
  /** Where everything stands in the text, as far as it could be read. */
  readonly places: () => Places
  /** The content as written, before durations and defaults; null if the YAML can't be read. */
  readonly tree: unknown
}

const nowhere = { line: 1, column: 1 }

function problem(
  code: string,
  path: Path,
  at: { line: number; column: number },
  message: Text,
  fix: Text,
): Diagnostic {
  return { code, severity: 'error', path: path.join('.'), ...at, message, fix }
}

/** Reads a scenario file. */
export function parseScenario(source: string): Parsed {
  const refuse = (
    at: { line: number; column: number },
    message: Text,
    fix: Text = { zh: '减少嵌套层数。', en: 'Nest less deeply.' },
  ): Parsed => ({
    ok: false,
    diagnostics: [problem('SC003', [], at, message, fix)],
    places: () => NO_PLACES,
    tree: null,
  })
  if (source.length > MAX_SOURCE)
    return refuse(
      nowhere,
      {
        zh: `文件太大：${source.length} 个字符。`,
        en: `The file is too large: ${source.length} characters.`,
      },
      {
        zh: `拆成几个脚本，每个不超过 ${MAX_SOURCE} 个字符。`,
        en: `Split it; a scenario has at most ${MAX_SOURCE} characters.`,
      },
    )
  const deep = tooDeep(source)
  if (deep)
    return refuse(deep, {
      zh: '从这里起嵌套太深。',
      en: 'From here on it is nested too deeply.',
    })
  try {
    return parseBounded(source)
  } catch (error) {
    // the yaml library recurses; nesting deep enough to exhaust the stack lands here
    const detail = error instanceof Error ? error.message : String(error)
    return refuse(nowhere, {
      zh: `文件无法读取：${detail}`,
      en: `The file can't be read: ${detail}`,
    })
  }
}

function parseBounded(source: string): Parsed {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: counter,
    // looked for below: the library compares every key with every other
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  // one slip makes the reader stumble on; what follows the first few errors is noise
  const diagnostics: Diagnostic[] = [...document.errors, ...document.warnings]
    .slice(0, 3)
    .map((error) =>
      problem(
        'SC001',
        [],
        place(error.pos[0]),
        { zh: `YAML 语法有误：${error.message}`, en: `YAML syntax: ${error.message}` },
        {
          zh: '检查这一行的缩进、引号和冒号。',
          en: 'Check the indentation, quotes and colons of this line.',
        },
      ),
    )
  visit(document, {
    Alias: (_, node) => {
      diagnostics.push(
        problem(
          'SC004',
          [],
          place(node.range?.[0] ?? 0),
          { zh: '脚本不能用 YAML 别名（*）。', en: 'Scenarios use no YAML aliases (*).' },
          {
            zh: '把内容直接写出来，或用回复组（groups）。',
            en: 'Write it out, or use a group of replies.',
          },
        ),
      )
      return diagnostics.length > MAX_PROBLEMS ? visit.BREAK : undefined
    },
    Map: (_, { items }) => {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name) && diagnostics.length <= MAX_PROBLEMS)
          diagnostics.push(
            problem(
              'SC001',
              [],
              place(isNode(key) ? (key.range?.[0] ?? 0) : 0),
              { zh: `“${name}”在这里写了两遍。`, en: `'${name}' stands twice here.` },
              { zh: '删掉一个，或改名。', en: 'Drop one of them, or rename it.' },
            ),
          )
        seen.add(name)
      }
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && String(key.value) !== '__proto__') return undefined
      diagnostics.push(
        problem(
          'SC001',
          [],
          place(isNode(key) ? (key.range?.[0] ?? 0) : 0),
          { zh: '键必须是普通文字。', en: 'A key must be a plain word.' },
          { zh: '改成小写字母、数字和连字符。', en: 'Use lower case letters, digits and hyphens.' },
        ),
      )
      return diagnostics.length > MAX_PROBLEMS ? visit.BREAK : undefined
    },
  })
  const places = () => listPlaces(document)
  if (diagnostics.length > 0) return { ok: false, diagnostics, places, tree: null }

  const locate: Locate = (path) => {
    let node: unknown = document.contents
    let offset = 0
    for (const step of path) {
      if (!isCollection(node)) break
      let next: unknown = node.get(step, true)
      if (isMap(node)) {
        // point at the key, which also exists where the value is empty
        const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step))
        if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
        next ??= pair?.value
      } else if (isNode(next)) offset = next.range?.[0] ?? offset
      if (next === undefined || isAlias(next)) break
      node = next
    }
    return place(offset)
  }

  return shape(document.toJS({ maxAliasCount: 0 }), locate, places)
}

/** The same for a file's content that was read already: every finding stands at the beginning. */
export function parseTree(tree: unknown): Parsed {
  return shape(
    tree,
    () => nowhere,
    () => NO_PLACES,
  )
}

function shape(tree: unknown, locate: Locate, places: () => Places): Parsed {
  const checked = scenario.safeParse(tree)
  if (checked.success) return { ok: true, scenario: checked.data, locate, places, tree }
  const issues = checked.error.issues.slice(0, MAX_PROBLEMS)
  return {
    ok: false,
    places,
    tree,
    diagnostics: issues.map((issue) => {
      const { path, text } = deepest(issue)
      return problem('SC002', path, locate(path), text, {
        zh: '按格式说明改这一处；编辑器可用 scenario.schema.json 提示。',
        en: 'Mend this place; scenario.schema.json lets your editor help.',
      })
    }),
  }
}

/** The most specific complaint in a union's failures, since "no branch fits" helps nobody. */
function deepest(issue: z.core.$ZodIssue): { path: Path; text: Text } {
  const base = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const best = issue.errors
      .map((branch) => [...branch].sort((a, b) => b.path.length - a.path.length))
      .sort(
        (a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0) || a.length - b.length,
      )[0]?.[0]
    if (best) {
      const inner = deepest(best)
      return { path: [...base, ...inner.path], text: inner.text }
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 5).join(', ')
    return {
      path: [...base, issue.keys[0] ?? ''],
      text: { zh: `这里不认识这个字段：${keys}`, en: `Unknown field here: ${keys}` },
    }
  }
  if (issue.code === 'invalid_type') {
    return {
      path: base,
      text: {
        zh: `这里缺少内容或类型不对，应为 ${issue.expected}。`,
        en: `Missing or of the wrong type; expected ${issue.expected}.`,
      },
    }
  }
  return {
    path: base,
    text: {
      zh: `这里的值不合要求：${issue.message}`,
      en: `The value doesn't fit: ${issue.message}`,
    },
  }
}
