import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../../../cli/content.ts'
import { groundFrom } from '../../testing/ground.ts'
import { source } from '../../testing/scenario.ts'
import { type ProveOptions, prove } from './prove.ts'
import type { ProofReport } from './report.ts'
import type { Route } from './route.ts'
import type { WalkMemory } from './walks.ts'

const read = (name: string): string => readFileSync(`${SCENARIOS}${name}`, 'utf8')
const ground = groundFrom(read('taxonomy.yaml'), read('rubric.yaml'))
const groundOf = (city: string) => (city === 'grid' ? ground : null)
const content = loadContent()

function reports(text: string, options: Partial<ProveOptions> = {}): readonly ProofReport[] {
  return [...prove(text, { groundOf, ...options })].flatMap((report) => report ?? [])
}

const acts = (route: Route | null | undefined) => route?.steps.map(({ act }) => act)

describe('the proof', () => {
  test('comes in stages, each with what the one before found', () => {
    const all = reports(source, { runs: 8 })
    expect(all.map(({ stage, last }) => [stage, last])).toEqual([
      ['quick', false],
      ['walked', false],
      ['robots', true],
    ])
    const [quick, walked, played] = all
    expect(quick?.walk).toBeNull()
    expect(walked?.walk?.states).toBeGreaterThan(100)
    expect(walked?.robots).toBeNull()
    expect(played?.walk).toEqual(walked?.walk)
    expect(played?.robots?.rows.map(({ robot }) => robot)).toContain('hasty')
  })

  test('stops where an error forbids to go on', () => {
    expect(reports('id: [')).toMatchObject([{ stage: 'quick', last: true, ok: false, id: '' }])
    const dangling = reports(source.replace('goto: calmer,', 'goto: calmest,'), { runs: 8 })
    expect(dangling).toMatchObject([{ stage: 'quick', last: true, ok: false, id: 'gate' }])
  })

  test('is plain data', () => {
    for (const report of reports(source, { runs: 4 })) {
      expect(structuredClone(report)).toEqual(report)
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    }
  })

  test('pauses often, and can be left at any pause', () => {
    const proof = prove(read('lost-child/scenario.yaml'), {
      groundOf: (city) => groundFor(content, city),
    })
    let pauses = 0
    for (const report of proof) {
      if (report === null) pauses += 1
      if (pauses > 30) break
    }
    expect(pauses).toBe(31)
    expect([...proof]).toEqual([])
  })

  test('tells the soonest way to each ending, node and fact, in both languages', () => {
    const walk = reports(source)[1]?.walk
    const ending = (id: string) => walk?.endings.find((one) => one.id === id)
    expect(ending('settled')?.outcome).toBe('safe')
    expect(acts(ending('nobody')?.route)).toEqual([
      { kind: 'answer' },
      { kind: 'say', reply: 'open.brush', interrupts: false },
      { kind: 'lost' },
    ])
    expect(ending('nobody')?.route?.ms).toBeGreaterThan(60_000)
    expect(acts(ending('cut')?.route)).toEqual([{ kind: 'answer' }, { kind: 'hang-up' }])
    const tells = walk?.nodes.find(({ id }) => id === 'tells')?.route
    expect(tells?.steps.map(({ node }) => node)).toEqual(['open', 'calmer', 'tells'])
    expect(tells?.steps.map(({ text }) => text.zh)).toEqual([
      '接听',
      '“您别急，我在听。”',
      '“你在哪儿？”',
    ])
    expect(tells?.steps[2]?.text.en).toBe('“Where are you?”')
    // names are filled in as the variant draws them
    expect(JSON.stringify(walk)).not.toMatch(/\{[a-z]+\.[a-z]+\}/)
  })

  test('tells where each fact can be learned, and how soon', () => {
    const facts = reports(source)[1]?.walk?.facts
    expect(facts?.map(({ id, places }) => [id, places])).toEqual([
      ['place', [{ kind: 'node', of: 'tells', path: 'talk.nodes.tells', reached: true }]],
      [
        'knife',
        [{ kind: 'line', of: 'calmer', path: 'talk.nodes.calmer.caller.0', reached: true }],
      ],
    ])
    expect(facts?.[0]?.route?.ms).toBeGreaterThan(2000)
    // the knife is there in one variant only
    expect(facts?.[1]?.route?.variant.truth).toBe(1)
  })

  test('bounds the call: nothing ends sooner than the shortest, no end waits longer than the longest', () => {
    const walk = reports(source)[1]?.walk
    const times = walk?.endings.map(({ route }) => route?.ms ?? 0) ?? []
    expect(walk?.shortest?.ms).toBe(Math.min(...times))
    expect(walk?.longest?.ms).toBeGreaterThanOrEqual(Math.max(...times))
  })

  test('plays the best path and says what it does, with its points', () => {
    const best = reports(source, { runs: 8 }).at(-1)?.robots?.best
    expect(best?.ending).toBe('settled')
    expect(best?.points).toBeGreaterThan(0)
    expect(best?.steps[0]).toMatchObject({ command: { do: 'answer' }, node: 'open' })
    expect(best?.steps.map(({ text }) => text.zh)).toContain('“旁边有什么？”')
  })
})

describe('walks that are kept', () => {
  /** Reports without what may differ in time. */
  const proved = (text: string, memory?: WalkMemory) =>
    reports(text, {
      groundOf: (city) => groundFor(content, city),
      ...(memory ? { memory } : {}),
    })

  test('are taken again while only words change, and walked anew when the story does', () => {
    const text = read('life-noise/scenario.yaml')
    const memory: WalkMemory = new Map()
    proved(text, memory)
    const walks = [...memory.values()]
    expect(walks.length).toBe(3)
    proved(text.replace(/zh: 您好，/, 'zh: 你好，'), memory)
    expect([...memory.values()]).toEqual(walks)
    expect([...memory.values()].every((walk, index) => walk === walks[index])).toBe(true)
    const other = text.replace(/arousal: \{ start: \d+/, 'arousal: { start: 51')
    expect(other).not.toBe(text)
    proved(other, memory)
    expect([...memory.values()].some((walk) => walks.includes(walk))).toBe(false)
  })

  test('never change what is said: any change of any line, with and without memory', () => {
    const text = read('life-noise/scenario.yaml')
    const lines = text.split('\n')
    const memory: WalkMemory = new Map()
    proved(text, memory)
    const known = new Map(memory)
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.constantFrom<(line: string) => string | null>(
          (line) => line.replace(/(zh: )(\S)/, '$1嗯$2'),
          (line) => line.replace(/(en: )(\w)/, '$1so $2'),
          (line) => line.replace(/\d+/, (digits) => String(Number(digits) + 1)),
          (line) => line.replace('true', 'false'),
          (line) => line.replace(/\[([a-z-]+), /, '['),
          () => null,
        ),
        (at, mend) => {
          const line = mend(lines[at] ?? '')
          const changed = [
            ...lines.slice(0, at),
            ...(line === null ? [] : [line]),
            ...lines.slice(at + 1),
          ]
          const mutant = changed.join('\n')
          expect(proved(mutant, new Map(known))).toEqual(proved(mutant))
        },
      ),
      { numRuns: 25, seed: 7 },
    )
  })
})
