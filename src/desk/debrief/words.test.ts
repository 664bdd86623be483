import { describe, expect, it } from 'vitest'
import { groundFor, loadContent, shippedScenarios } from '../../cli/content.ts'
import { stagesOf, trial } from '../../core/robots/trial.ts'
import { CHANNELS, type Channel } from '../../ui/channel.ts'
import { played, translator } from './fixtures.ts'
import { itemsOf } from './marks.ts'
import { namesOf } from './names.ts'
import { readRows } from './readRows.ts'
import { itemText, refusalText, rowText, stageFrom, stageName, valueText } from './words.ts'

const content = loadContent()

describe.each(['zh', 'en'] as const)('the debrief in words, %s', (lang) => {
  const t = translator(lang)

  it('has words for every row, item and stage of real calls', () => {
    for (const scenario of shippedScenarios()) {
      const ground = groundFor(content, scenario.city)
      if (!ground) throw new Error(`no city ${scenario.city}`)
      const [stage] = stagesOf(scenario, ground)
      if (!stage) throw new Error('no variant')
      for (const robot of ['best', 'random', 'hasty', 'silent', 'always-first'] as const) {
        const { card, journal } = trial(robot, stage, ground, 'words')
        const { script, rolled } = stage
        const parts = { script, rolled, atlas: ground.atlas, taxonomy: content.taxonomy }
        const words = { t, names: namesOf(parts, lang) }
        const rows = readRows({ journal, script, taxonomy: content.taxonomy, card })
        const texts = [
          ...rows.map((row) => rowText(row, words, parts)),
          ...itemsOf(card.dims).map((item) => itemText(item, words, parts)),
          ...card.times.flatMap((time) => [
            stageName(time, words, scenario.channel),
            stageFrom(time, words, scenario.channel),
          ]),
        ]
        for (const text of texts) expect(text).toMatch(/^(?!.*({{|undefined|\[object)).*\S/)
      }
    }
  })

  it('words the line and its times by the channel', () => {
    const ground = played([
      [1000, { do: 'answer' }],
      [9000, { do: 'hang-up' }],
    ])
    const words = { t, names: namesOf(ground, lang) }
    const rows = readRows(ground)
    const said = (channel: Channel) => {
      const rolled = { ...ground.rolled, scenario: { ...ground.rolled.scenario, channel } }
      return rows.map((row) => rowText(row, words, { rolled }))
    }
    const stage = ground.card?.times.find((time) => time.stage === 'answer')
    if (!stage) throw new Error('the answer is not timed')
    const all = CHANNELS.map((channel) => [
      ...said(channel),
      stageName(stage, words, channel),
      stageFrom(stage, words, channel),
    ])
    // each channel says these in its own way
    for (const texts of all)
      for (const text of texts) expect(text).toMatch(/^(?!.*({{|undefined)).*\S/)
    expect(new Set(all.map((texts) => texts.join('\n'))).size).toBe(CHANNELS.length)
  })

  it('names values of the record as people say them', () => {
    const words = { t, names: namesOf(played([]), lang) }
    expect(valueText('owner', '110', words)).toContain('110')
    expect(valueText('people', 3, words)).toBe('3')
    expect(valueText('location', { place: 'shop', text: 'shop' }, words)).toBe(
      lang === 'zh' ? '福满家' : 'Fumanjia',
    )
    expect(valueText('location', { x: 1, y: 2, text: '南门' }, words)).toBe('南门')
    expect(valueText('class', 'P12', words)).not.toBe('P12')
    expect(valueText('narrative', null, words)).toBe('')
  })

  it('has a word even for a reason that it does not know', () => {
    const words = { t, names: namesOf(played([]), lang) }
    expect(refusalText('line-not-up', words)).not.toBe(refusalText('not-invented-yet', words))
  })
})
