import { describe, expect, test } from 'vitest'
import { loadContent, shippedScenarios } from '../../cli/content.ts'
import { condition } from '../../core/scenario/rules.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { conditionWords } from './sentence.ts'

const [scenario = null] = shippedScenarios().filter(({ id }) => id === 'crying-girl')
const ground: ChoiceGround = { scenario, taxonomy: loadContent().taxonomy, city: null }

describe('a condition in words', () => {
  test('says moods and names as a trainer would', () => {
    const when = { trust: '>= 35', 'not-known': ['place'], sent: ['patrol'] }
    expect(conditionWords(when, ground, 'zh')).toMatch(
      /^信任不低于 35，并且还不知道“.*”，并且已派“.*巡.*”$/,
    )
    expect(conditionWords(when, ground, 'en')).toMatch(
      /^trust at least 35, and ‘.*’ not known yet, and ‘.*’ sent$/,
    )
  })

  test('has words of its own for everything that a condition may hold', () => {
    const each: Record<string, string> = {
      within: '{"of":"a","for":"40s"}',
      vary: '{"truth":"loud"}',
    }
    for (const key of Object.keys(condition.shape)) {
      const value =
        key in each
          ? JSON.parse(each[key] ?? '')
          : ['trust', 'arousal', 'patience'].includes(key)
            ? '< 20'
            : ['x']
      for (const lang of ['zh', 'en'] as const)
        expect(conditionWords({ [key]: value }, ground, lang)).not.toMatch(/[{["]|not-/)
    }
  })

  test('is empty where there is none', () => {
    expect(conditionWords({}, ground, 'zh')).toBe('')
  })
})
