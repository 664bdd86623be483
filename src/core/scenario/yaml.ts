import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Diagnostic, Path } from './diagnostic.ts'
import type { Text } from './primitives.ts'

/** YAML as scenarios may use it: no aliases, plain keys, no key twice. */

export const MAX_PROBLEMS = 50

/** Counted from 1. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

export interface YamlRead {
  readonly document: Document
  /** What speaks against it; none: it can be taken as data. */
  readonly diagnostics: readonly Diagnostic[]
  /** Where an offset of the text stands. */
  readonly place: (offset: number) => TextPosition
}

export function problem(
  code: string,
  path: Path,
  at: TextPosition,
  message: Text,
  fix: Text,
): Diagnostic {
  return { code, severity: 'error', path: path.join('.'), ...at, message, fix }
}

/** Reads bounded text as YAML; may throw where it nests too deeply for the library. */
export function readYaml(source: string): YamlRead {
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
  return { document, diagnostics, place }
}
