import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../cli/content.ts'
import { type Parsed, parseScenario } from './parse.ts'
import { type PieceMemory, readInPieces } from './pieces.ts'
import { PlaceIndex } from './places.ts'

const sources = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('scenario.yaml'))
  .map((path) => [path, readFileSync(`${SCENARIOS}${path}`, 'utf8')] as const)

/** What the text of a place says: notes and blank lines behind it belong to it or to the next, as it happens. */
function said(text: string): string {
  let end = text.trimEnd()
  for (;;) {
    const line = end.lastIndexOf('\n') + 1
    const note = end.slice(line).search(line > 0 ? /(?:^|\s)#/ : /\s#/)
    if (note < 0) return end
    end = end.slice(0, line + note).trimEnd()
  }
}

function everything(source: string, parsed: Parsed) {
  const { paths, offsets } = parsed.places()
  const index = new PlaceIndex({ paths, offsets })
  const names = paths.split('\n')
  return {
    tree: parsed.tree,
    scenario: parsed.ok ? parsed.scenario : null,
    diagnostics: parsed.ok ? [] : parsed.diagnostics,
    places: names.map((path) => {
      const place = index.find(path)
      return place && [path, place.from, place.value, said(source.slice(place.from, place.to))]
    }),
    located: parsed.ok
      ? names
          // a class has points in its own name
          .filter((path) => !/[A-Z]\d\d/.test(path))
          .map((path) => parsed.locate([...path.split('.'), 'nowhere']))
      : [],
  }
}

describe('a file read in pieces', () => {
  it.each(sources)('%s says what it says as a whole, and is cut', (_, source) => {
    const memory: PieceMemory = new Map()
    expect(everything(source, parseScenario(source, memory))).toEqual(
      everything(source, parseScenario(source)),
    )
    expect(memory.size).toBeGreaterThan(10)
  })

  const awkward = [
    '\n',
    ' ',
    '  ',
    '#',
    ':',
    ': ',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '&a',
    '*a',
    '\t',
    '\r\n',
    '---',
    '\nkey: x',
    '\n  key: x',
    '\n# note',
    '字',
    'x',
  ]
  it('says the same after any letters were typed, cut or doubled, one after the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources.filter(([, source]) => source.length < 30_000)),
        fc.array(
          fc.record({
            at: fc.nat(),
            length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
            insert: fc.oneof(fc.constantFrom(...awkward), fc.constant(''), fc.nat(300)),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        ([, first], edits) => {
          const memory: PieceMemory = new Map()
          let source = first
          for (const { at, length, insert } of edits) {
            const from = at % (source.length + 1)
            const text = typeof insert === 'number' ? source.slice(from, from + insert) : insert
            source = source.slice(0, from) + text + source.slice(from + length)
            expect(everything(source, parseScenario(source, memory))).toEqual(
              everything(source, parseScenario(source)),
            )
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('reads nothing again but what has changed', () => {
    const source = sources.find(([path]) => path.startsWith('pylon'))?.[1] ?? ''
    const memory: PieceMemory = new Map()
    readInPieces(source, memory)
    const before = new Set(memory.values())
    readInPieces(source.replace('A small contractor', 'A small contractor!'), memory)
    const fresh = [...memory.values()].filter((piece) => !before.has(piece))
    expect(fresh).toHaveLength(1)
  })
})
