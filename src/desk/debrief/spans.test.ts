import { describe, expect, it } from 'vitest'
import { played } from './fixtures.ts'
import { timeline } from './spans.ts'

describe('the spans of the timeline', () => {
  it('say how long each class stood, and which is the last', () => {
    const { classes, end } = timeline(
      played([
        [2000, { do: 'answer' }],
        [5000, { do: 'set', change: { field: 'class', value: 'P12' } }],
        [9000, { do: 'set', change: { field: 'class', value: 'P02.fight' } }],
        [11_000, { do: 'tell', partner: 'power' }],
      ]),
    )
    expect(classes.map(({ from, to, final }) => [from, to, final])).toEqual([
      [5000, 9000, false],
      [9000, end, true],
    ])
  })

  it('follow a unit from the order to its place, and a partner to the answer', () => {
    const { units, partners } = timeline(
      played(
        [
          [2000, { do: 'answer' }],
          [8000, { do: 'set', change: { field: 'location', value: { place: 'shop', text: '' } } }],
          [9000, { do: 'send', unit: 'north-1' }],
          [10_000, { do: 'tell', partner: '119' }],
        ],
        undefined,
        300_000,
      ),
    )
    const [patrol, fire] = units
    expect(patrol).toMatchObject({ unit: 'north-1', sentAt: 9000, by: null })
    expect(patrol?.signedAt).toBeGreaterThan(9000)
    expect(patrol?.arrivals).toHaveLength(1)
    expect(patrol?.arrivals[0]?.right).toBe(true)
    expect(fire).toMatchObject({ unit: 'fire-1', by: '119' })
    expect(partners).toMatchObject([{ partner: '119', at: 10_000, answeredAt: 16_000 }])
  })

  it('mark when nobody could hear anybody, and the moods as steps', () => {
    const { away, trust } = timeline(
      played([
        [2000, { do: 'answer' }],
        [7000, { do: 'say', reply: 'open.calm' }],
        [12_000, { do: 'hold' }],
        [14_000, { do: 'resume' }],
      ]),
    )
    expect(away).toEqual([{ from: 12_000, to: 14_000 }])
    expect(trust.slice(0, 2)).toEqual([
      { at: 0, value: 20 },
      { at: 7000, value: 35 },
    ])
  })

  it('are not stretched by an attempt that closed by itself', () => {
    const { end, endedAt } = timeline(played([], undefined, 3_700_000))
    expect(end).toBeLessThan(120_000)
    expect(endedAt).not.toBeNull()
  })

  it('leave out what was refused', () => {
    const { units, classes } = timeline(played([[1000, { do: 'send', unit: 'nobody' }]]))
    expect([units, classes]).toEqual([[], []])
  })
})
