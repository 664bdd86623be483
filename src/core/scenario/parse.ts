import { type Document, isAlias, isCollection, isMap, isNode, isPair } from 'yaml'
import type { z } from 'zod'
import { tooDeep } from '../taxonomy/document.ts'
import type { Diagnostic, Path } from './diagnostic.ts'
import { type PieceMemory, readInPieces } from './pieces.ts'
import { listPlaces, NO_PLACES, PlaceIndex, type Places } from './places.ts'
import type { Text } from './primitives.ts'
import { type Scenario, scenario } from './schema.ts'
import { MAX_PROBLEMS, problem, readYaml, type TextPosition } from './yaml.ts'

/** From a file's text to a scenario, with line and column on every error. Never throws, never executes, always bounded. */

/** Longest file that is read, in characters; the shipped scenarios have up to about 100,000. */
export const MAX_SOURCE = 300_000

/** Finds where a path stands in the file. */
export type Locate = (path: Path) => TextPosition

export type Parsed = (
  | { readonly ok: true; readonly scenario: Scenario; readonly locate: Locate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
) & {
  /** Where everything stands in the text, as far as it could be read. */
  readonly places: () => Places
  /** The content as written, before durations and defaults; null if the YAML can't be read. */
  readonly tree: unknown
}

const nowhere: TextPosition = { line: 1, column: 1 }

/** Reads a scenario file. `memory`: of the text before, if this is the same file a moment later. */
export function parseScenario(source: string, memory?: PieceMemory): Parsed {
  const refuse = (
    at: TextPosition,
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
    return parseBounded(source, memory)
  } catch (error) {
    // the yaml library recurses; nesting deep enough to exhaust the stack lands here
    const detail = error instanceof Error ? error.message : String(error)
    return refuse(nowhere, {
      zh: `文件无法读取：${detail}`,
      en: `The file can't be read: ${detail}`,
    })
  }
}

function parseBounded(source: string, memory?: PieceMemory): Parsed {
  const pieces = memory && readInPieces(source, memory)
  if (pieces) {
    const places = () => pieces.places
    return shape(pieces.tree, locateIn(source, pieces.places), places)
  }
  const { document, diagnostics, place } = readYaml(source)
  const places = () => listPlaces(document)
  if (diagnostics.length > 0) return { ok: false, diagnostics, places, tree: null }
  return shape(
    document.toJS({ maxAliasCount: 0 }),
    (path) => place(offsetOf(document, path)),
    places,
  )
}

/** Where the innermost part of a path that there is begins. */
function offsetOf({ contents }: Document, path: Path): number {
  let node: unknown = contents
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
  return offset
}

/** The same by the places of what was read in pieces. */
function locateIn(source: string, places: Places): Locate {
  const index = new PlaceIndex(places)
  return (path) => {
    const offset = index.nearest(path)?.from ?? 0
    const before = source.slice(0, offset)
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
  }
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
