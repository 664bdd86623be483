import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS, scenarioFiles } from '../../cli/content.ts'
import { diagnose } from './diagnose.ts'
import { MAX_SOURCE } from './parse.ts'

/** Scenario files are untrusted: whatever is done to one, the checker answers, in time, with a line for every error. */

const content = loadContent()
const sources = scenarioFiles([SCENARIOS]).map((file) => readFileSync(file, 'utf8'))
/** One file may take this long, ms of this process's own work. */
const MOST_MS = 8000

const NASTY = [
  '<script>globalThis.hacked = true</script>',
  '<img src=x onerror=alert(1)>',
  `$${'{'}globalThis.hacked = 'yes'}`,
  '{{constructor.constructor("return this")()}}',
  '!!js/function "function () { globalThis.hacked = true }"',
  '__proto__: { hacked: true }',
  'constructor: { prototype: { hacked: true } }',
  '? { a: b } : c',
  '*anchor',
  '&anchor x',
  '<<: *anchor',
  '$__proto__.x',
  '{__proto__.x}',
  '\u0000',
  '\ud800',
  '\u202e倒过来',
  '1e999',
  '-0',
  '99999999999999999999',
  '.nan',
  '[',
  '}',
  '"',
  "'",
  '\t',
  '- - - - - -',
  '%YAML 9.9',
  '---\nid: another',
]

const bomb = (depth: number): string =>
  ['a: &a0 [x, x]']
    .concat(Array.from({ length: depth }, (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}]`))
    .join('\n')

type Mutation = (source: string, at: number, other: number) => string

const lineAt = (source: string, at: number): [string[], number] => {
  const lines = source.split('\n')
  return [lines, at % lines.length]
}

const mutations: Record<string, Mutation> = {
  'drops a line': (source, at) => {
    const [lines, index] = lineAt(source, at)
    return lines.toSpliced(index, 1).join('\n')
  },
  'doubles a line': (source, at) => {
    const [lines, index] = lineAt(source, at)
    return lines.toSpliced(index, 0, lines[index] ?? '').join('\n')
  },
  'moves a line': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    const [line = ''] = lines.splice(index, 1)
    return lines.toSpliced(other % lines.length, 0, line).join('\n')
  },
  'indents a line': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    lines[index] = ' '.repeat(other % 9) + (lines[index] ?? '').trimStart()
    return lines.join('\n')
  },
  'cuts the file short': (source, at) => source.slice(0, at % source.length),
  'puts something nasty in': (source, at, other) => {
    const place = at % source.length
    return source.slice(0, place) + (NASTY[other % NASTY.length] ?? '') + source.slice(place)
  },
  'puts something nasty for a value': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    lines[index] = (lines[index] ?? '').replace(/: .*$/, `: ${NASTY[other % NASTY.length] ?? ''}`)
    return lines.join('\n')
  },
  'says something nasty': (source, at, other) => {
    const texts = [...source.matchAll(/zh: ([^,}\n]+)/g)]
    const match = texts[at % texts.length]
    const word = JSON.stringify(NASTY[other % 6] ?? '')
    return match
      ? `${source.slice(0, match.index)}zh: ${word}${source.slice(match.index + match[0].length)}`
      : source
  },
  'breaks a name': (source, at, other) => {
    const names = [
      ...source.matchAll(/(?:goto|to|id|end|start|use|known|flag): ?\[?([a-z][a-z-]+)/g),
    ]
    const match = names[at % names.length]
    if (!match?.[1]) return source
    const place = match.index + match[0].length - match[1].length
    const name = other % 3 === 0 ? 'nowhere' : other % 3 === 1 ? '__proto__' : match[1].slice(1)
    return source.slice(0, place) + name + source.slice(place + match[1].length)
  },
  'changes a type': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    const value = ['[1, 2]', '{ a: 1 }', 'null', 'true', '-5', '""', '2026-01-01'][other % 7]
    lines[index] = (lines[index] ?? '').replace(/: .+$/, `: ${value}`)
    return lines.join('\n')
  },
  'swaps two pieces': (source, at, other) => {
    const a = at % source.length
    const b = other % source.length
    const [from, to] = a < b ? [a, b] : [b, a]
    const size = Math.min(40, to - from)
    return (
      source.slice(0, from) +
      source.slice(to, to + size) +
      source.slice(from + size, to) +
      source.slice(from, from + size) +
      source.slice(to + size)
    )
  },
  'nests deeply': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    const depth = 20 + (other % 3000)
    return lines.toSpliced(index, 0, `deep: ${'['.repeat(depth)}${']'.repeat(depth)}`).join('\n')
  },
  'plants a bomb of aliases': (source, _, other) => `${source}\n${bomb(other % 60)}\n`,
  'grows huge': (source, at, other) => {
    const [lines, index] = lineAt(source, at)
    return lines
      .toSpliced(index, 0, ...Array.from({ length: other % 20_000 }, (_, i) => `x${i}: y`))
      .join('\n')
  },
  'multiplies variants': (source, _, other) =>
    source.replace(
      /^vary:\n/m,
      `vary:\n${Array.from({ length: other % 12 }, (_, i) => `  v${i}: [${Array.from({ length: 24 }, (_, j) => `w${j}`).join(', ')}]\n`).join('')}`,
    ),
  'sets durations and numbers out of all bounds': (source, at, other) => {
    const numbers = [...source.matchAll(/\b\d+(?:ms|s|m)?\b/g)]
    const match = numbers[at % Math.max(1, numbers.length)]
    if (!match) return source
    const value = ['0s', '999999m', '-1', '1e308', '0x10', '00'][other % 6] ?? ''
    return source.slice(0, match.index) + value + source.slice(match.index + match[0].length)
  },
}

const kinds = Object.keys(mutations)

function work(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function survives(text: string): void {
  const start = work()
  const { ok, diagnostics } = diagnose(text, {
    groundOf: (city) => groundFor(content, city),
    // the proof's own bound is tried elsewhere; here many files are tried
    states: 5000,
  })
  expect(work() - start).toBeLessThan(MOST_MS)
  const lines = text.split('\n').length
  if (!ok) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  for (const { code, line, column, message, fix } of diagnostics) {
    expect(code).toMatch(/^SC[0-9]{3}$/)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message.zh && message.en && fix.zh && fix.en).toBeTruthy()
  }
  expect('hacked' in globalThis).toBe(false)
  expect('hacked' in {}).toBe(false)
}

describe('a hostile scenario file', () => {
  test('of 500 mutated ones never breaks the checker', () => {
    const mutated = fc.record({
      source: fc.nat(sources.length - 1),
      steps: fc.array(
        fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), other: fc.nat() }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(mutated, ({ source, steps }) => {
        let text = sources[source] ?? ''
        for (const { kind, at, other } of steps) text = mutations[kind]?.(text, at, other) ?? text
        survives(text)
      }),
      { numRuns: 500 },
    )
  }, 300_000)

  test.each([
    ['is empty', ''],
    ['is a word', 'hello'],
    ['is a list', '- a\n- b'],
    ['is nothing but brackets', '['.repeat(500_000)],
    [
      'is nothing but indentation',
      Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['is too large', 'x'.repeat(MAX_SOURCE + 1)],
    ['is a bomb', bomb(200)],
    ['is binary', String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['has a key that reaches into objects', '__proto__:\n  hacked: true\nid: x'],
    ['has many commas', `id: [${','.repeat(100_000)}]`],
  ])('that %s is answered with an error and its line', (_, text) => {
    survives(text)
    expect(diagnose(text, { groundOf: () => null }).ok).toBe(false)
  })
})
