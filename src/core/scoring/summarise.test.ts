import { describe, expect, it } from 'vitest'
import { practise, type Result, summarise } from './summarise.ts'

const DAY = 86_400_000

const result = (changes: Partial<Result>): Result => ({
  attempt: `a${changes.at ?? 0}`,
  scenario: 'girl',
  at: 0,
  total: 90,
  classPoints: 20,
  classMax: 20,
  passed: true,
  redLines: [],
  firstDispatchMs: 50_000,
  ...changes,
})

describe('summarise', () => {
  it('has nothing to say of no attempts', () => {
    const history = summarise([])
    expect(history).toMatchObject({ count: 0, classPercent: null, firstDispatchMs: null })
    expect(history.scenarios.size).toBe(0)
  })

  it('takes class accuracy over the last ten only, in whatever order they come', () => {
    const old = Array.from({ length: 5 }, (_, i) => result({ at: i, classPoints: 0 }))
    const fresh = Array.from({ length: 10 }, (_, i) => result({ at: 100 + i, classPoints: 16 }))
    const history = summarise([...fresh, ...old])
    expect(history).toMatchObject({ count: 15, classPercent: 80, classOver: 10 })
  })

  it('takes the median of the dispatches there were', () => {
    const times = [90_000, null, 30_000, 60_000]
    const history = summarise(times.map((ms, at) => result({ at, firstDispatchMs: ms })))
    expect(history.firstDispatchMs).toBe(60_000)
  })

  it('keeps last and best of each scenario apart', () => {
    const history = summarise([
      result({ at: 2, total: 70, classPoints: 10 }),
      result({ at: 1, total: 85, classPoints: 18 }),
    ])
    expect(history.scenarios.get('girl')).toMatchObject({
      times: 2,
      best: 85,
      bestClass: 90,
      last: { total: 70 },
      due: 2 + 3 * DAY,
    })
  })
})

describe('practise', () => {
  it('puts red lines first, then fails, wrong classes, what is due and what is new', () => {
    const history = summarise([
      result({ scenario: 'due', at: 0 }),
      result({ scenario: 'class', at: 5 * DAY, classPoints: 14 }),
      result({ scenario: 'failed', at: 5 * DAY, passed: false, total: 70 }),
      result({ scenario: 'red', at: 5 * DAY, passed: false, redLines: ['no-unit'], total: 49 }),
      result({ scenario: 'fine', at: 5 * DAY }),
    ])
    const ids = ['new', 'fine', 'due', 'class', 'failed', 'red']
    expect(practise(history, ids, 5 * DAY + 1)).toEqual([
      { scenario: 'red', reason: 'red-line', figure: 49 },
      { scenario: 'failed', reason: 'failed', figure: 70 },
      { scenario: 'class', reason: 'class', figure: 70 },
      { scenario: 'due', reason: 'due', figure: 5 },
      { scenario: 'new', reason: 'new', figure: null },
    ])
  })

  it('leaves out what is neither needed nor due', () => {
    expect(practise(summarise([result({ at: 0 })]), ['girl'], DAY - 1)).toEqual([])
  })
})
