import { expect, test } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { moodNodeOf, moodWay } from './moodWay.ts'

const [scenario] = shippedScenarios()
if (!scenario) throw new Error('no scenario')
const there = { trust: 40, arousal: 60, patience: 50 }
const reply = (mood: string) => ['talk', 'nodes', 'a', 'replies', 'b', 'moods', mood]

test('a reply’s effect begins where the way stands and keeps within the range', () => {
  expect(moodWay(reply('trust'), 8, there, scenario)).toEqual({ before: 40, after: 48 })
  const { min, max } = scenario.moods.arousal
  expect(moodWay(reply('arousal'), -100, there, scenario)?.after).toBe(min)
  expect(moodWay(reply('arousal'), 100, there, scenario)?.after).toBe(max)
})

test('a node’s own effect is over when one has come there', () => {
  const path = ['talk', 'nodes', 'a', 'moods', 'trust']
  expect(moodWay(path, 15, there, scenario)).toEqual({ before: 25, after: 40 })
  const { max } = scenario.moods.trust
  expect(moodWay(path, 15, { ...there, trust: max }, scenario)).toBeNull()
})

test('only moods of nodes change along a way', () => {
  expect(moodNodeOf(reply('trust'))).toBe('a')
  expect(moodNodeOf(['talk', 'groups', 'a', 'b', 'moods', 'trust'])).toBeNull()
  expect(moodNodeOf(['talk', 'nodes', 'a', 'replies', 'b', 'when', 'trust'])).toBeNull()
})
