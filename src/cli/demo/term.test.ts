import { expect, it } from 'vitest'
import { cohortScenarios, playTerm } from './term.ts'

const DAY_MS = 86_400_000

it('terms of robots come one after the other, each as long as the others', () => {
  const from = Date.UTC(2026, 8, 1)
  const plan = {
    seed: 'terms',
    trainees: 4,
    attempts: 3,
    from,
    days: 20,
    terms: 2,
    scenarios: cohortScenarios().slice(0, 1),
    learning: false,
  }
  const { attempts, trainees } = playTerm(plan)
  const days = trainees.map(({ id }) =>
    attempts.flatMap(({ attempt: { header } }) =>
      header.trainee.id === id ? [Math.floor((header.startedAt - from) / DAY_MS)] : [],
    ),
  )
  expect(days).toEqual([
    [0, 3, 6],
    [0, 3, 6],
    [10, 13, 16],
    [10, 13, 16],
  ])
})
