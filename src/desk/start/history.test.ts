import { describe, expect, it } from 'vitest'
import type { Header } from '../../core/sim/attempt.ts'
import type { AttemptResult, StoredAttempt } from '../../storage/ports.ts'
import { aChoice, aTrial } from './fixtures.ts'
import { figuresOf, recordsOf, trialsOf } from './history.ts'

const RESULT: AttemptResult = {
  total: 82,
  classPoints: 16,
  classMax: 20,
  passed: true,
  redLines: [],
  ending: 'found',
  firstDispatchMs: 61_000,
}

function stored(n: number, change: Partial<StoredAttempt> = {}, header: Partial<Header> = {}) {
  const made: StoredAttempt = {
    header: {
      id: `0193f2a0-0000-7000-8000-00000000000${n}`,
      scenario: { id: 'pylon', version: 1, hash: 'ab'.repeat(32) },
      engine: 1,
      seed: 's',
      mode: 'practice',
      lang: 'zh',
      trainee: { id: 't', name: '林一', badge: '1' },
      startedAt: 1000 + n,
      ...header,
    },
    status: 'finished',
    entries: 1,
    result: RESULT,
    ...change,
  }
  return made
}

describe('the trials of a trainee', () => {
  it('are the finished and scored attempts, newest first', () => {
    const trials = trialsOf([
      stored(1),
      stored(2, { status: 'left', result: null }),
      stored(3, { status: 'interrupted', result: null }),
      stored(4, { result: null }),
      stored(5, {}, { demo: true }),
      stored(6),
    ])
    expect(trials.map(({ at }) => at)).toEqual([1006, 1001])
    expect(trials[0]).toMatchObject({ scenario: 'pylon', total: 82, choice: null, dims: [] })
  })

  it('count only if worked from the first ring without hints', () => {
    const trials = trialsOf([
      stored(1, {}, { mode: 'exam' }),
      stored(2, {}, { mode: 'coaching' }),
      stored(3, {}, { from: { attempt: 'x', n: 3 } }),
    ])
    expect(trials.map(({ counts }) => counts)).toEqual([false, false, true])
  })
})

describe('the figures of the profile', () => {
  it('are empty for a newcomer', () => {
    expect(figuresOf([])).toEqual({
      count: 0,
      over: 0,
      classPercent: null,
      firstDispatchMs: null,
      underTriage: null,
    })
  })

  it('leave coaching out, and look at the last ten', () => {
    const old = aTrial('a', 1, { classPoints: 0 })
    const trials = [
      aTrial('a', 30, { counts: false, mode: 'coaching', classPoints: 0 }),
      ...Array.from({ length: 10 }, (_, n) => aTrial('a', 20 - n, { classPoints: 16 })),
      old,
    ]
    expect(figuresOf(trials)).toMatchObject({ count: 12, over: 10, classPercent: 80 })
  })

  it('take the first dispatch only where a life was at risk', () => {
    const grave = { choice: aChoice('P03', 'P03') }
    const minor = {
      choice: { ...aChoice('P10', 'P10'), right: { class: 'P10', priority: 'L3' } },
    }
    const trials = [
      aTrial('a', 3, { ...grave, firstDispatchMs: 40_000 }),
      aTrial('a', 2, { ...grave, firstDispatchMs: 58_000 }),
      aTrial('a', 1, { ...grave, firstDispatchMs: 90_000 }),
      aTrial('b', 1, { ...minor, firstDispatchMs: 400_000 }),
    ]
    expect(figuresOf(trials).firstDispatchMs).toBe(58_000)
  })

  it('count a risk to life that was put too low or nowhere', () => {
    const trials = [
      aTrial('a', 4, { choice: aChoice('P03', 'P03', -1) }),
      aTrial('a', 3, { choice: aChoice('P03', 'P03', null) }),
      aTrial('a', 2, { choice: aChoice('P03', 'P03', 0) }),
      aTrial('a', 1, {
        choice: { ...aChoice('P10', 'P10', -1), right: { class: 'P10', priority: 'L2' } },
      }),
    ]
    expect(figuresOf(trials).underTriage).toBe(2)
    expect(figuresOf([aTrial('a', 1)]).underTriage).toBeNull()
  })
})

it('keeps the last trial and the best share of class points of each call', () => {
  const records = recordsOf([
    aTrial('a', 3, { total: 70, classPoints: 10 }),
    aTrial('a', 2, { total: 90, classPoints: 18 }),
    aTrial('b', 1),
  ])
  expect(records.get('a')).toMatchObject({ last: { total: 70 }, bestClass: 90 })
  expect(records.get('b')).toMatchObject({ bestClass: 100 })
})
