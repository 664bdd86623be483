import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadContent, SCENARIOS } from '../../cli/content.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { keyWordsAt } from './hover.ts'

const content = loadContent()
const text = readFileSync(`${SCENARIOS}crying-girl/scenario.yaml`, 'utf8')
const parsed = parseScenario(text)
if (!parsed.ok) throw new Error('crying-girl')
const ground: ChoiceGround = {
  scenario: parsed.scenario,
  taxonomy: content.taxonomy,
  city: null,
}
const told = (source: string, of: string, lang: 'zh' | 'en' = 'zh') =>
  keyWordsAt(source, source.indexOf(of) + 1, ground, lang)

describe('what is told of a key', () => {
  test('is its name in a trainer’s words, in both languages', () => {
    expect(told(text, 'summary:')?.name).toBe('简介')
    expect(told(text, 'summary:', 'en')?.name).toBe('Summary')
    expect(told(text, 'summary:')?.lines).toContain('必填')
  })

  test('says what may stand there, in brackets too', () => {
    const source =
      'talk:\n  nodes:\n    a:\n      replies:\n        b: { act: [OPEN_Q], when: { trust: ">= 3" } }\n'
    expect(told(source, 'act:')?.lines.at(-1)).toContain('OPEN_Q')
    expect(told(source, 'trust:')?.name).toBe('信任')
    expect(told('level: 2\n', 'level')?.lines.join(' ')).toMatch(/1|易/)
  })

  test('is nothing for the author’s own names, values, comments and plain words', () => {
    const source =
      'talk:\n  nodes:\n    level:\n      caller: { zh: 级别 level 高, en: x }\n# level: 3\n'
    expect(told(source, 'level:\n')).toBeNull()
    expect(told(source, 'level 高')).toBeNull()
    expect(told(source, 'level: 3')).toBeNull()
  })
})
