import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS, scenarioFiles } from '../../cli/content.ts'
import { play, ROBOTS } from '../robots/robots.ts'
import { parseScenario } from '../scenario/parse.ts'
import { proveParsed } from '../scenario/proof/prove.ts'
import type { WalkReport } from '../scenario/proof/report.ts'
import type { Entry } from '../sim/journal.ts'
import { planText, readPlan } from './plan.ts'
import { planFromJournal } from './record.ts'
import { planFromRoute } from './route.ts'
import { openSession, runPlan } from './run.ts'

const content = loadContent()

const CALLS = ['crying-girl', 'life-noise', 'lost-child', 'pylon']
const shipped = scenarioFiles(CALLS.map((id) => `${SCENARIOS}${id}`)).map((file) => {
  const parsed = parseScenario(readFileSync(file, 'utf8'))
  const ground = parsed.ok ? groundFor(content, parsed.scenario.city) : null
  if (!parsed.ok || !ground) throw new Error(`${file} is of no use`)
  return { id: parsed.scenario.id, parsed, scenario: parsed.scenario, ground }
})

type Shipped = (typeof shipped)[number]

function walkOf({ parsed, ground }: Shipped): WalkReport {
  for (const report of proveParsed(parsed, { groundOf: () => ground, goOn: () => true, runs: 0 }))
    if (report?.walk) return report.walk
  throw new Error('it was not walked')
}

test.each(shipped)('$id: the soonest way to each node and ending really arrives', (one) => {
  const { scenario, ground } = one
  const walk = walkOf(one)
  const goals = [
    ...walk.nodes.map(({ id, route }) => ({ id, route, goal: { node: id } })),
    ...walk.endings.map(({ id, route }) => ({ id, route, goal: { ending: id } })),
  ]
  expect(goals.length).toBeGreaterThan(40)
  for (const { id, route, goal } of goals) {
    if (!route) throw new Error(`no way to ${id} is known`)
    const { arrives, plan, result } = planFromRoute(id, route, goal, scenario, ground)
    expect(arrives, id).toBe(true)
    // what was found is what its file says
    const read = readPlan(planText(plan))
    expect(read.ok && read.value).toEqual(plan)
    expect(runPlan(scenario, ground, plan).trail).toEqual(result.trail)
  }
})

/** What came of the commands; those that were refused changed nothing. */
const story = (journal: readonly Entry[]) =>
  journal.flatMap((entry) =>
    entry.origin === 'script' && entry.happening.what !== 'refused'
      ? [{ at: entry.at, happening: entry.happening }]
      : [],
  )

test('a play becomes a plan that tells the same story, whoever played', () => {
  fc.assert(
    fc.property(
      fc.nat(shipped.length - 1),
      fc.constantFrom(...ROBOTS),
      fc.nat(99),
      fc.constantFrom('zh' as const, 'en' as const),
      (which, robot, n, lang) => {
        const one = shipped[which]
        if (!one) throw new Error('there is no such scenario')
        const { scenario, ground } = one
        const start = { title: 'first', seed: `play-${n}`, lang, steps: [] }
        const session = openSession(scenario, ground, start)
        play(robot, session)
        const { journal, header, rolled } = session
        const plan = planFromJournal('again', scenario, header, rolled.variant, journal)
        fc.pre(plan.steps.length > 0 && plan.steps.length <= 500)
        const read = readPlan(planText(plan))
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        const again = runPlan(scenario, ground, read.value)
        expect(again.failedAt).toBeNull()
        const last = again.journal.at(-1)?.at ?? 0
        expect(story(again.journal)).toEqual(story(journal.filter(({ at }) => at <= last)))
      },
    ),
    { numRuns: 40, seed: 11 },
  )
})

describe('a plan that goes wrong', () => {
  const one = shipped.find(({ id }) => id === 'lost-child')
  if (!one) throw new Error('lost-child is gone')
  const { scenario, ground } = one

  test('says at which step, why, and what is offered, and keeps what was played', () => {
    const result = runPlan(scenario, ground, {
      title: 'wrong',
      steps: ['answer', { say: 'nowhere.nothing' }],
    })
    expect(result.ok).toBe(false)
    expect(result.failedAt?.step).toBe(1)
    expect(result.failedAt?.why.en).toContain("'nowhere.nothing' is not offered here; offered are ")
    expect(result.trail.map(({ step }) => step)).toEqual([0])
  })

  test('names what was expected beside what is', () => {
    const result = runPlan(scenario, ground, {
      title: 'wrong',
      steps: [{ do: 'answer', expect: { line: 'held', moods: { trust: '>= 0' } } }],
      expect: { ending: 'any', score: 90 },
    })
    expect(result.trail[0]?.faults.map(({ en }) => en)).toEqual([
      'The line should be held but is up.',
    ])
    expect(result.faults.length).toBe(2)
    expect(result.ok).toBe(false)
  })

  test('waits no longer than an attempt can last', () => {
    const result = runPlan(scenario, ground, {
      title: 'wrong',
      steps: ['answer', { 'wait-for': { fact: 'no-such-fact' } }],
    })
    expect(result.failedAt?.step).toBe(1)
    expect(result.journal.at(-1)?.at).toBeLessThanOrEqual(3_600_000)
  })

  test('a variant that there is not is refused before it begins', () => {
    const result = runPlan(scenario, ground, {
      title: 'wrong',
      vary: { 'no-such-list': 'x' },
      steps: ['answer'],
    })
    expect(result.failedAt?.step).toBe(-1)
  })
})

test('reads plans with bounds, and tells line and column of what is wrong', () => {
  const wrong = readPlan('title: a\nsteps:\n  - answer\n  - shout: now\n')
  expect(wrong.ok).toBe(false)
  expect(!wrong.ok && wrong.problems[0]).toMatchObject({ line: 4 })
  expect(readPlan(`title: a\nsteps:\n${'  - answer\n'.repeat(501)}`).ok).toBe(false)
  expect(readPlan(`# ${'x'.repeat(100_001)}`).ok).toBe(false)
  expect(readPlan('title: a\nsteps: [{ wait: forever }]').ok).toBe(false)
})
