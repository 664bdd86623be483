import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import rubricText from '../../../scenarios/rubric.yaml?raw'
import taxonomyText from '../../../scenarios/taxonomy.yaml?raw'
import { ROBOTS, type RobotId } from '../robots/robots.ts'
import { stagesOf, trial } from '../robots/trial.ts'
import type { Command } from '../sim/command.ts'
import { Session } from '../sim/session.ts'
import { inputFor, scenarioFrom } from '../testing/drive.ts'
import { groundFrom } from '../testing/ground.ts'
import { classPoints } from './choices.ts'
import { share, timePoints } from './context.ts'
import { score } from './score.ts'
import type { DimensionId, Scorecard } from './scorecard.ts'
import { median } from './timing.ts'

const ground = groundFrom(taxonomyText, rubricText)
const scenario = scenarioFrom()

/** A call on the gate, scored. */
function scored(...acts: [number, Command][]): { card: Scorecard; session: Session } {
  const input = inputFor(scenario)
  const session = new Session(input)
  for (const [at, command] of acts) session.dispatch(command, at)
  return { card: score(input.header, session.journal, { ...ground, ...input }), session }
}
const points = (card: Scorecard, dim: DimensionId, code: string): number | undefined =>
  card.dims.find(({ id }) => id === dim)?.items.find((item) => item.code === code)?.points
const place = String(inputFor(scenario).rolled.scenario.facts.place?.is)

const good: [number, Command][] = [
  [3000, { do: 'answer' }],
  [8000, { do: 'say', reply: 'open.calm' }],
  [14_000, { do: 'say', reply: 'calmer.ask' }],
  [15_000, { do: 'set', change: { field: 'class', value: 'P12' } }],
  [15_500, { do: 'set', change: { field: 'priority', value: 'L3' } }],
  [16_000, { do: 'set', change: { field: 'owner', value: '110' } }],
  [19_000, { do: 'set', change: { field: 'location', value: { place, text: '' } } }],
  [20_000, { do: 'send', unit: 'north-1' }],
  [23_000, { do: 'say', reply: 'tells.wait' }],
  [29_000, { do: 'say', reply: 'waits.bye' }],
  [40_000, { do: 'finish' }],
]
const without = (test: (command: Command) => boolean): [number, Command][] =>
  good.filter(([, command]) => !test(command))

describe('golden tables', () => {
  test.each([
    [7, 0, 60_000, 120_000, 7],
    [7, 60_000, 60_000, 120_000, 7],
    [7, 60_001, 60_000, 120_000, 6],
    [7, 90_000, 60_000, 120_000, 3],
    [7, 119_999, 60_000, 120_000, 0],
    [7, 120_000, 60_000, 120_000, 0],
    [7, null, 60_000, 120_000, 0],
    [2, 12_500, 10_000, 15_000, 1],
  ])('s = clamp((L − t) / (L − T)): %i points after %s ms', (max, ms, target, limit, earned) => {
    expect(timePoints(max, ms, target, limit)).toBe(earned)
  })

  test.each([
    ['P03.suicide.minor', 14],
    ['P03.suicide', 9],
    ['P03.lost', 5],
    ['P03.ill', 10],
    ['P03', 10],
    ['P09', 3],
    ['P10', 0],
    [null, 0],
  ])('class and sub-type: %s earns %i of 14', (chosen, earned) => {
    const answer = {
      class: { is: 'P03.suicide.minor', also: { 'P03.suicide': 9, 'P03.lost': 5, P09: 3 } },
      priority: 'L1' as const,
      owner: '110' as const,
    }
    expect(classPoints(answer, chosen, 10, 14)).toBe(earned)
  })

  test('points are shared whole, the largest remainder first', () => {
    expect(share(9, [1, 1, 1, 1])).toEqual([3, 2, 2, 2])
    expect(share(3, [5, 0, 1])).toEqual([3, 0, 0])
    expect(share(4, [])).toEqual([])
  })

  test('the median of an even count is the lower of the middle two', () => {
    expect([median([]), median([3]), median([4, 2]), median([9, 1, 5])]).toEqual([null, 3, 2, 5])
  })
})

describe('a sound call', () => {
  const { card } = scored(...good)
  test('crosses no red line and names its evidence', () => {
    expect(card.redLines).toEqual([])
    expect(card.classification).toMatchObject({ points: 20, exact: true, triage: 0 })
    expect(points(card, 'D3', 'location-found')).toBeGreaterThan(0)
    expect(points(card, 'D4', 'dispatch-time')).toBe(10)
    expect(card.times.find(({ stage }) => stage === 'first-dispatch')).toMatchObject({
      ms: 17_000,
      met: true,
    })
    expect(card.total).toBe(card.raw)
  })
  test('no narrative, no points for one', () => {
    expect(points(card, 'D7', 'narrative')).toBe(0)
  })
})

describe('what costs', () => {
  test('speed never buys accuracy: a fast dispatch for the wrong owner or to the wrong place earns nothing', () => {
    const owner = good.map(([at, command]): [number, Command] =>
      command.do === 'set' && command.change.field === 'owner'
        ? [at, { do: 'set', change: { field: 'owner', value: '12345' } }]
        : [at, command],
    )
    expect(points(scored(...owner).card, 'D4', 'dispatch-gated')).toBe(0)
    const lost = good.map(([at, command]): [number, Command] =>
      command.do === 'set' && command.change.field === 'location'
        ? [at, { do: 'set', change: { field: 'location', value: { x: 0, y: 0, text: '' } } }]
        : [at, command],
    )
    expect(points(scored(...lost).card, 'D4', 'dispatch-gated')).toBe(0)
  })

  test('a late answer crosses R1 and caps the total', () => {
    const { card } = scored(
      ...good.map(([at, command]): [number, Command] => [at + 14_000, command]),
    )
    expect(card.redLines).toMatchObject([{ line: 'R1', kind: 'answer-late' }])
    expect(card.total).toBeLessThanOrEqual(49)
    expect(card.passed).toBe(false)
  })

  test('a named failure of the story crosses its line', () => {
    const { card } = scored(
      ...without(({ do: what }) => what === 'finish').slice(0, 8),
      [23_000, { do: 'say', reply: 'tells.out' }],
      [30_000, { do: 'call-back' }],
    )
    expect(card.redLines.map(({ id }) => id)).toContain('sent-out')
  })

  test('hanging up first crosses R1', () => {
    expect(
      scored([3000, { do: 'answer' }], [4000, { do: 'hang-up' }]).card.redLines.map(
        ({ kind }) => kind,
      ),
    ).toContain('trainee-hung-up')
  })

  test('a class taken back is remembered: the first choice costs what was known then', () => {
    const hasty: [number, Command][] = [
      ...good.slice(0, 1),
      [3500, { do: 'set', change: { field: 'class', value: 'N03' } }],
      ...good.slice(1),
    ]
    const { card } = scored(...hasty)
    expect(card.classification.choices[0]).toMatchObject({ class: 'N03', final: false })
    expect(points(card, 'D1', 'first-choice')).toBe(-4)
    expect(card.classification.points).toBe(16)
  })

  test('a line talked over has told its facts when it was cut off, not when it would have ended', () => {
    const { card } = scored(
      ...good.slice(0, 3),
      [16_000, { do: 'say', reply: 'tells.wait' }],
      [16_100, { do: 'set', change: { field: 'class', value: 'P12' } }],
    )
    expect(points(card, 'D6', 'interruptions')).toBeLessThan(0)
    expect(card.classification.choices[0]?.known).toEqual([{ fact: 'place', at: 16_000 }])
  })

  test('a left call has no total', () => {
    expect(scored([3000, { do: 'answer' }], [4000, { do: 'leave' }]).card).toMatchObject({
      total: null,
      passed: false,
    })
  })

  test('a time taken while the tab was hidden has no stated error', () => {
    const input = inputFor(scenario)
    const session = new Session(input)
    session.dispatch({ do: 'answer' }, 3000)
    session.observe({ saw: 'hidden' }, 4000)
    session.observe({ saw: 'shown' }, 9000)
    session.dispatch({ do: 'set', change: { field: 'class', value: 'P12' } }, 10_000)
    const card = score(input.header, session.journal, { ...ground, ...input })
    expect(card.times.find(({ stage }) => stage === 'first-class')?.error).toBeNull()
    expect(card.times.find(({ stage }) => stage === 'answer')?.error).not.toBeNull()
  })
})

describe('whatever is played', () => {
  test('points are whole, within bounds, sum to the total, and name entries that exist', () => {
    const stages = stagesOf(scenario, ground)
    fc.assert(
      fc.property(fc.constantFrom<RobotId>(...ROBOTS), fc.nat(), fc.nat(), (robot, seed, at) => {
        const stage = stages[at % stages.length]
        if (!stage) return
        const { card, journal, header } = trial(robot, stage, ground, `s${seed}`)
        let sum = 0
        for (const dim of card.dims) {
          sum += dim.points
          expect(Number.isInteger(dim.points)).toBe(true)
          expect(dim.points).toBeGreaterThanOrEqual(0)
          expect(dim.points).toBeLessThanOrEqual(dim.max)
          for (const item of dim.items) for (const n of item.evidence) expect(journal[n]?.n).toBe(n)
        }
        expect(card.raw).toBe(sum)
        expect(card.total).toBe(card.redLines.length > 0 ? Math.min(sum, 49) : sum)
        expect(card.satisfaction.halves).toBeGreaterThanOrEqual(2)
        expect(card.satisfaction.halves).toBeLessThanOrEqual(10)
        expect(score(header, structuredClone(journal), { ...ground, ...stage })).toEqual(card)
      }),
      { numRuns: 200 },
    )
  })
})
