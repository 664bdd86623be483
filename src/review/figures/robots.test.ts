import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../../cli/content.ts'
import { BEHAVIOURS, type Level } from '../../core/review/remark.ts'
import { type Detail, detailOf, type Sheet, sheetOf } from '../../core/review/sheet.ts'
import {
  type CohortPlan,
  type CohortScenario,
  cohortTrainees,
  playCohort,
} from '../../core/robots/cohort.ts'
import { draw, sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { whole } from '../../core/scenario/work.ts'
import { score } from '../../core/scoring/score.ts'
import { spearman, splitHalf } from '../statistics/ranks.ts'
import { byTrainee } from './cohort.ts'
import { itemRows } from './items.ts'
import { type Marked, raterFigures } from './raters.ts'

/** Do the figures say what is known to be so? Sixty robots of known skill, eight scenarios, one of which leaks. */

const NAMES = [
  'crying-girl/scenario.yaml',
  'life-noise/scenario.yaml',
  'lost-child/scenario.yaml',
  'pylon/scenario.yaml',
  'templates/simple-report/scenario.yaml',
  'templates/divert-12345/scenario.yaml',
  'templates/crisis/scenario.yaml',
  'templates/silent-call/scenario.yaml',
]
const LEAKING = 'lost-child'

const content = loadContent()

function load(name: string): CohortScenario {
  const source = readFileSync(`${SCENARIOS}/${name}`, 'utf8')
  const parsed = parseScenario(source)
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.diagnostics[0])}`)
  const { scenario } = parsed
  const ground = groundFor(content, scenario.city)
  if (!ground) throw new Error(`${name}: no city ${scenario.city}`)
  return { scenario, hash: sha256(source), ground, leaks: scenario.id === LEAKING }
}

const plan: CohortPlan = {
  seed: 'known-skill',
  trainees: 60,
  attempts: 30,
  from: Date.UTC(2026, 8, 1),
  days: 60,
  scenarios: NAMES.map(load),
  learning: false,
}

const sheets: Sheet[] = []
const details: Detail[] = []

beforeAll(() => {
  whole(
    playCohort(plan, ({ header, entries, stage, ground }) => {
      const { script, rolled } = stage
      const card = score(header, entries, { ...ground, script, rolled })
      const sheet = sheetOf(header, card)
      if (!sheet) return
      sheets.push(sheet)
      details.push(detailOf(header, entries, card, script))
    }),
  )
}, 240_000)

describe('sixty robots of known skill', () => {
  it('are ranked by their scores as by their skill', () => {
    const own = byTrainee(sheets)
    const skills: number[] = []
    const means: number[] = []
    for (const { id, skill } of cohortTrainees(plan)) {
      const list = own.get(id) ?? []
      skills.push(skill)
      means.push(list.reduce((sum, { total }) => sum + total, 0) / list.length)
    }
    expect(spearman(skills, means)).toBeGreaterThanOrEqual(0.95)
  })

  it('score alike in both halves of their calls', () => {
    const rows = [...byTrainee(sheets).values()].map((list) => list.map(({ total }) => total))
    expect(splitHalf(rows)).toBeGreaterThanOrEqual(0.9)
  })

  it('give away the scenario that can be learned by heart, and no other', () => {
    const leaking = itemRows(sheets).filter(({ flags }) => flags.includes('leaking'))
    expect(leaking.map(({ scenario }) => scenario)).toEqual([LEAKING])
  })

  it('show every sound scenario to tell good from weak', () => {
    for (const { scenario, discrimination, flags } of itemRows(sheets)) {
      expect([scenario, flags.includes('not-telling')]).toEqual([scenario, false])
      expect(discrimination).toBeGreaterThan(0.2)
    }
  })

  it('leave a way through the call that ends where it began to count', () => {
    const totals = new Map(sheets.map(({ attempt, total }) => [attempt, total]))
    expect(details).toHaveLength(totals.size)
    for (const { path } of details.slice(0, 50)) expect(path.length).toBeGreaterThan(0)
  })
})

describe('five raters, one of whom marks by chance', () => {
  const raters = ['甲', '乙', '丙', '丁', '戊']
  const careless = '丁'

  function marks(seed: string, attempts: number): Marked[] {
    return Array.from({ length: attempts }, (_, i) => i).flatMap((i) =>
      raters.map((by): Marked => {
        const entries = BEHAVIOURS.map((id) => {
          const truth = 1 + draw(seed, `${i}/${id}`, 5)
          const noise = [-1, 0, 0, 0, 0, 0, 1][draw(seed, `${i}/${id}/${by}`, 7)] ?? 0
          const level = by === careless ? 1 + draw(seed, `${i}/${id}/${by}/any`, 5) : truth + noise
          return [id, Math.max(1, Math.min(5, level))] as const
        })
        const levels = Object.fromEntries(entries) as Record<(typeof BEHAVIOURS)[number], Level>
        return { attempt: String(i), by, round: 'r', marks: levels }
      }),
    )
  }

  it.each(['a', 'b', 'c'])('name the careless one, with seed %s', (seed) => {
    const { raters: rows } = raterFigures(marks(seed, 12))
    expect(rows.filter((row) => row.careless).map(({ rater }) => rater)).toEqual([careless])
  })

  it('name nobody where all take care, and nobody by a handful of marks', () => {
    const careful = marks('d', 12).filter(({ by }) => by !== careless)
    expect(raterFigures(careful).raters.some((row) => row.careless)).toBe(false)
    expect(raterFigures(marks('e', 1)).raters.some((row) => row.careless)).toBe(false)
  })
})
