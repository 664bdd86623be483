import { describe, expect, it } from 'vitest'
import { classStory } from './classStory.ts'
import { LOUD, played, QUIET, type Step } from './fixtures.ts'

const choose = (at: number, name: string, priority: 'L1' | 'L2' | 'L3'): Step[] => [
  [at, { do: 'set', change: { field: 'class', value: name } }],
  [at + 300, { do: 'set', change: { field: 'priority', value: priority } }],
  [at + 600, { do: 'set', change: { field: 'owner', value: '110' } }],
]

function story(steps: readonly Step[], seed = LOUD) {
  const { card, rolled } = played([[2000, { do: 'answer' }], ...steps], seed, 40_000)
  if (!card) throw new Error('not scored')
  return classStory(card.classification, rolled.scenario.key.answers)
}
const calm: Step = [7000, { do: 'say', reply: 'open.calm' }]

describe('the story of the classification', () => {
  it('is empty where nothing was chosen', () => {
    expect(story([])).toMatchObject({ verdict: 'none', choices: [] })
  })

  it('knows a choice that was right at once', () => {
    expect(story(choose(5000, 'P12', 'L3'), QUIET).verdict).toBe('at-once')
  })

  it('judges each choice by what was known at its moment', () => {
    // P12 is right before the knife is known; afterwards P02.fight is
    const told = story([...choose(5000, 'P12', 'L3'), calm, ...choose(20_000, 'P02.fight', 'L2')])
    expect(told.verdict).toBe('at-once')
    expect(told.choices.every(({ right }) => right)).toBe(true)
    expect(told.choices[1]?.fresh.map(({ fact }) => fact)).toEqual(['knife'])
    expect(told.choices[1]?.rests).toEqual(['knife'])
  })

  it('tells how long a wrong first choice stood', () => {
    const told = story([...choose(5000, 'P05', 'L2'), ...choose(17_000, 'P12', 'L3')], QUIET)
    expect(told).toMatchObject({ verdict: 'corrected', correctedAfter: 12_000 })
  })

  it('sees a right choice that was given up, and one that was never made', () => {
    expect(
      story([...choose(5000, 'P12', 'L3'), ...choose(17_000, 'P05', 'L2')], QUIET).verdict,
    ).toBe('worsened')
    expect(story(choose(5000, 'P05', 'L2'), QUIET).verdict).toBe('wrong')
  })

  it('points to the known fact that was passed over', () => {
    const told = story([calm, ...choose(20_000, 'P12', 'L3')])
    expect(told.choices[0]).toMatchObject({ right: false, rests: ['knife'] })
  })
})
