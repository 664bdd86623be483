import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { SCENARIOS } from '../../cli/content.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { textsOf } from '../../core/scenario/texts/texts.ts'
import { takesOf, voiceLines } from './voice.ts'
import { placeOf } from './words.ts'

const source = readFileSync(`${SCENARIOS}crying-girl/scenario.yaml`, 'utf8')
const content: unknown = parse(source)
const entries = textsOf(content)
const lines = voiceLines(entries, content)
const line = (id: string) => lines.find((one) => one.id === id)

it('a line list has every line of the caller under the name of its recording, and nobody else’s', () => {
  expect(lines.length).toBe(entries.filter(({ speaker }) => speaker === 'caller').length)
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  expect(line('talk.silence')).toMatchObject({ at: 'silence', scene: '' })
  expect(line('waiting.silence')).toMatchObject({ at: 'silence', scene: 'waiting' })
  expect(line('crying.with-you')).toBe(undefined)
})

it('tells how a line is said: its asides, and the moods in which alone it is', () => {
  expect(line('crying.caller')?.hint).toEqual({ zh: '哭声，断断续续', en: 'sobbing' })
  expect(line('doubt.caller')?.hint).toEqual({ zh: '', en: '' })
  const content = {
    talk: { nodes: { a: { caller: [{ zh: '（喘）喂', en: 'Hi', when: { trust: '< 20' } }] } } },
  }
  expect(voiceLines(textsOf(content), content)).toEqual([
    {
      id: 'a.caller.0',
      at: 'node',
      scene: 'a',
      hint: { zh: '喘', en: '' },
      moods: [['trust', '< 20']],
      zh: '（喘）喂',
      en: 'Hi',
    },
  ])
})

it('a line that says another name in each variant has a recording of each wording', () => {
  const parsed = parseScenario(source)
  if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
  const takes = takesOf(parsed.scenario, () => undefined)
  expect(new Set(takes.keys())).toEqual(new Set(lines.map(({ id }) => id)))
  expect(takes.get('crying.caller')).toEqual({ zh: [], en: [] })
  const named = takes.get('name.caller.1')
  expect(named?.zh.map(({ words }) => words.slice(2, 5))).toEqual(['小冉。', '佳佳。', '朵朵。'])
  expect(named?.zh.every(({ name }) => /^name\.caller\.1_[0-9a-f]{10}$/.test(name))).toBe(true)
})

it('texts are named by their place as the graph names it', () => {
  const places = new Map(entries.map((entry) => [entry.id, placeOf(entry)]))
  expect(places.get('title')).toBe('')
  expect(places.get('talk.nodes.crying.caller')).toBe('crying')
  expect(places.get('talk.nodes.crying.replies.with-you.say')).toBe('crying › with-you')
  expect(places.get('talk.groups.look.sign.say')).toBe('look › sign')
  expect(places.get('talk.nodes.unsure.caller.1')).toBe('unsure › 2')
  expect(places.get('talk.silence.caller')).toBe('silence')
  expect(places.get('vary.girl.0.name')).toBe('girl › 1 › name')
})
