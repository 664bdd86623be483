import { describe, expect, it } from 'vitest'
import { aChoice, anEntry, aTrial, dayOf } from './fixtures.ts'
import type { Trial } from './history.ts'
import { spacing, suggest } from './next.ts'

const TODAY = 20_000
const ago = (days: number) => TODAY - days

function suggested(ids: readonly string[], trials: readonly Trial[]) {
  const newestFirst = trials.toSorted((a, b) => b.at - a.at)
  const scenarios = ids.map((id) => anEntry(id))
  return suggest({ scenarios, trials: newestFirst, today: TODAY, dayOf })
}

const order = (found: ReturnType<typeof suggested>) =>
  found.map(({ scenario, group }) => `${scenario} ${group}`)

describe('the rest between repetitions', () => {
  const rest = (...trials: readonly Trial[]) =>
    spacing(
      trials.toSorted((a, b) => b.at - a.at),
      dayOf,
    )

  it('is 1, 3, 7 and then 21 days', () => {
    const days = [1, 2, 5, 12, 33, 54]
    expect(
      days.map((_, n) => rest(...days.slice(0, n + 1).map((day) => aTrial('a', day)))),
    ).toEqual([
      { last: 1, interval: 1 },
      { last: 2, interval: 3 },
      { last: 5, interval: 7 },
      { last: 12, interval: 21 },
      { last: 33, interval: 21 },
      { last: 54, interval: 21 },
    ])
  })

  it('begins again after a day that was not clean', () => {
    const clean = [aTrial('a', 1), aTrial('a', 2), aTrial('a', 5)]
    expect(rest(...clean, aTrial('a', 12, { passed: false })).interval).toBe(1)
    expect(rest(...clean, aTrial('a', 12, { redLines: ['no-unit'] })).interval).toBe(1)
    expect(rest(...clean, aTrial('a', 12, { classPoints: 16 })).interval).toBe(1)
    expect(rest(...clean, aTrial('a', 12, { classPoints: 17 })).interval).toBe(21)
    expect(rest(...clean, aTrial('a', 12, { mode: 'coaching', counts: false })).interval).toBe(1)
  })

  it('counts a day once, by its last attempt', () => {
    expect(rest(aTrial('a', 1), aTrial('a', 1), aTrial('a', 1)).interval).toBe(1)
    expect(rest(aTrial('a', 1), aTrial('a', 2, { passed: false }), aTrial('a', 2)).interval).toBe(3)
  })
})

describe('what to practise next', () => {
  it('gives a newcomer the easier calls first, in the order of the list', () => {
    const scenarios = [
      anEntry('hard', { level: 3 }),
      anEntry('easy', { level: 1 }),
      anEntry('middle', { level: 2 }),
      anEntry('also', { level: 2 }),
    ]
    const found = suggest({ scenarios, trials: [], today: TODAY, dayOf })
    expect(order(found)).toEqual(['easy new', 'middle new', 'also new', 'hard new'])
    expect(found[0]?.reasons).toEqual([{ kind: 'new' }])
  })

  it('puts what is due first, then what is new, then what rests', () => {
    const found = suggested(
      ['fresh', 'rests', 'due'],
      [aTrial('rests', ago(0)), aTrial('due', ago(1))],
    )
    expect(order(found)).toEqual(['due due', 'fresh new', 'rests later'])
    expect(found[0]?.reasons).toEqual([{ kind: 'due', ago: 1, interval: 1 }])
    expect(found[2]?.reasons).toEqual([{ kind: 'later', inDays: 1 }])
  })

  it('is due the next calendar day, whatever the hour', () => {
    const late = aTrial('a', ago(0), { at: TODAY * 86_400_000 - 1 })
    expect(order(suggested(['a'], [late]))).toEqual(['a due'])
  })

  it('puts red lines before fails, and fails before the rest', () => {
    const found = suggested(
      ['fine', 'failed', 'red'],
      [
        aTrial('fine', ago(1)),
        aTrial('failed', ago(1), { passed: false, total: 61 }),
        aTrial('red', ago(1), { passed: false, total: 49, redLines: ['no-unit', 'no-chase'] }),
      ],
    )
    expect(order(found)).toEqual(['red due', 'failed due', 'fine due'])
    expect(found.map(({ reasons }) => reasons[0])).toEqual([
      { kind: 'red-line', count: 2 },
      { kind: 'failed', total: 61 },
      { kind: 'due', ago: 1, interval: 1 },
    ])
  })

  it('names the class that is taken for another, over all calls of that class', () => {
    const trials = [
      aTrial('other', ago(9), { attempt: 'x1', choice: aChoice('P05', 'P03.lost') }),
      aTrial('girl', ago(4), { attempt: 'x2', choice: aChoice('P05.family', 'P03.suicide') }),
      aTrial('girl', ago(1), { attempt: 'x3', choice: aChoice('P03.suicide', 'P03.suicide') }),
      aTrial('noise', ago(1), { attempt: 'x4', choice: aChoice('P10', 'P10') }),
    ]
    const girl = suggested(['girl', 'noise', 'other'], trials).find(
      ({ scenario }) => scenario === 'girl',
    )
    expect(girl?.reasons[0]).toEqual({
      kind: 'class',
      right: 'P03',
      given: 'P05',
      pips: [
        { attempt: 'x1', wrong: true },
        { attempt: 'x2', wrong: true },
        { attempt: 'x3', wrong: false },
      ],
    })
    // a sub-type that is wrong is no confusion of classes
    const noise = suggested(['noise'], trials)
    expect(noise[0]?.reasons.map(({ kind }) => kind)).toEqual(['due'])
  })

  it('says when no class was set', () => {
    const [found] = suggested(['a'], [aTrial('a', ago(1), { choice: aChoice(null, 'P03') })])
    expect(found?.reasons[0]).toMatchObject({ kind: 'class', right: 'P03', given: '' })
  })

  it('forgets mistakes that the last four attempts no longer show', () => {
    const days = [9, 8, 7, 6, 5]
    const trials = days.map((day, n) =>
      aTrial('a', ago(day), { choice: aChoice(n === 0 ? 'P05' : 'P03', 'P03') }),
    )
    expect(suggested(['a'], trials)[0]?.reasons.map(({ kind }) => kind)).not.toContain('class')
  })

  it('names the dimension that is missed most often', () => {
    const dims = (d3: number, d6: number) => [
      { id: 'D3', points: d3, max: 20 },
      { id: 'D6', points: d6, max: 15 },
    ]
    const [found] = suggested(
      ['a'],
      [
        aTrial('a', ago(8), { attempt: 'y1', dims: dims(11, 8) }),
        aTrial('a', ago(4), { attempt: 'y2', dims: dims(12, 8) }),
        aTrial('a', ago(2), { attempt: 'y3', dims: dims(12, 9) }),
      ],
    )
    expect(found?.reasons[0]).toEqual({
      kind: 'dimension',
      id: 'D6',
      pips: [
        { attempt: 'y1', wrong: true },
        { attempt: 'y2', wrong: true },
        { attempt: 'y3', wrong: false },
      ],
    })
  })

  it('prefers a new call that teaches what goes badly elsewhere', () => {
    const goal = (id: string) => [{ id, name: { zh: id, en: id } }]
    const scenarios = [
      anEntry('done', { goals: goal('readback') }),
      anEntry('unrelated', { goals: goal('no-blame') }),
      anEntry('related', { goals: goal('readback') }),
    ]
    const trials = [aTrial('done', ago(0), { total: 55, passed: false })]
    const found = suggest({ scenarios, trials, today: TODAY, dayOf })
    expect(order(found)).toEqual(['related new', 'unrelated new', 'done later'])
    expect(found[0]?.reasons).toEqual([
      { kind: 'new' },
      { kind: 'goal', goal: 'readback', mean: 55 },
    ])
  })

  it('gives at most three reasons, and always says that a call is due', () => {
    const [found] = suggested(
      ['a'],
      [
        aTrial('a', ago(1), {
          redLines: ['no-unit'],
          passed: false,
          choice: aChoice('P05', 'P03'),
          dims: [{ id: 'D6', points: 0, max: 15 }],
        }),
      ],
    )
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(['red-line', 'class', 'due'])
  })

  it('knows nothing of calls that are not in the list any more', () => {
    expect(suggested(['a'], [aTrial('gone', ago(3))]).map(({ scenario }) => scenario)).toEqual([
      'a',
    ])
    expect(suggested([], [aTrial('gone', ago(3))])).toEqual([])
  })
})
