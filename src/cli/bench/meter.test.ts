import { describe, expect, test } from 'vitest'
import { BARS, barsOf } from './bars.ts'
import { inTurn, median, rate } from './meter.ts'
import { row } from './row.ts'

describe('the bench', () => {
  test('takes medians: the middle, or between the middle two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7])
    expect(median([])).toBeNaN()
  })

  test('lets ours and the peer take turns and counts no round of warming up', async () => {
    const turns: string[] = []
    const tell = (who: string) => () => turns.push(who)
    const result = await inTurn(3, tell('ours'), tell('peer'), 2)
    expect(turns).toEqual(Array.from({ length: 5 }, () => ['ours', 'peer']).flat())
    expect(result).toEqual({ ours: 7, peer: 8 })
  })

  test('hands each step its number', () => {
    const seen: number[] = []
    expect(rate((n) => seen.push(n), 1)).toBeGreaterThan(0)
    expect(seen.slice(0, 3)).toEqual([0, 1, 2])
    expect(seen).toEqual(seen.map((_, n) => n))
  })

  test('rounds figures and keeps their ratio', () => {
    expect(row('x', 'ms', 123.456, 1000, 'y')).toEqual({
      name: 'x',
      unit: 'ms',
      ours: 123.5,
      peer: 1000,
      ratio: 0.1235,
      peerName: 'y',
    })
  })

  test('asks every bar of a row and says whether it is met', () => {
    const sd = 'response: SD of the error'
    expect(barsOf(row(sd, 'ms', 3, 4, 'jsPsych')).map(({ met }) => met)).toEqual([false, true])
    expect(barsOf(row('scoring alone', '/s', 20_000, 1, 'x'))[0]?.met).toBe(true)
    expect(BARS.every(({ text }) => text !== '')).toBe(true)
  })
})
