import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SCENARIOS } from '../../cli/content.ts'
import type { OverrideOf, Said } from '../../core/review/remark.ts'
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts'
import { classWords } from './classWords.ts'
import { trailText } from './trailText.ts'

const override = (of: OverrideOf, from: string, to: string): Said => ({
  kind: 'override',
  attempt: '',
  of,
  from,
  to,
  reason: '她说有刀',
})

it.each([
  ['zh', 'attempt.of.class: P02.dv 治安 › 家庭暴力 → P05 纠纷 · 她说有刀'],
  [
    'en',
    'attempt.of.class: P02.dv Public-security offence › Domestic violence → P05 Dispute · 她说有刀',
  ],
] as const)('an override names its classes beside their ids, in %s', (lang, words) => {
  const parsed = parseTaxonomy(readFileSync(`${SCENARIOS}/taxonomy.yaml`, 'utf8'))
  if (!parsed.ok) throw new Error('no taxonomy')
  const classed = classWords(parsed.taxonomy, lang)
  const said = (what: Said) => trailText(what, (key) => key, classed)
  expect(said(override('class', 'P02.dv', 'P05'))).toBe(words)
  // a reviewer's own words, and what is no class, stay as they are
  expect(said(override('class', '—', '家暴'))).toContain(': — → 家暴 · ')
  expect(said(override('priority', 'L1', 'P05'))).toContain(': L1 → P05 · ')
})
