import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundFrom } from '../testing/ground.ts'
import { source } from '../testing/scenario.ts'
import { diagnose } from './diagnose.ts'
import { editText } from './edit/edit.ts'
import { fixFor } from './fixes.ts'
import { parseScenario } from './parse.ts'

/** Each fix, taken, must make its problem go away and add no error. */

const read = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/${name}`, import.meta.url), 'utf8')
const ground = groundFrom(read('taxonomy.yaml'), read('rubric.yaml'))
const check = (text: string) =>
  diagnose(text, { groundOf: (city) => (city === 'grid' ? ground : null) }).diagnostics

function change(from: string, to: string): string {
  expect(source).toContain(from)
  return source.replace(from, to)
}
const brush = (what: string): string => change('brush: { act', `brush: { ${what}, act`)

const cases: readonly (readonly [code: string, text: string])[] = [
  ['SC010', change('goto: calmer,', 'goto: calmr,')],
  ['SC011', change('use: [ground]', 'use: [grund]')],
  ['SC012', change('reveals: [place]', 'reveals: [plac]')],
  ['SC015', change('end: late }', 'end: latte }')],
  ['SC016', change('on: { told: power }', 'on: { told: powr }')],
  ['SC029', change('  spot: [', '  extra: [a, b]\n  spot: [')],
  ['SC030', change('- { class: { is: P12 }', '- { when: { known: [place] }, class: { is: P12 }')],
  ['SC032', change('trust: { start: 20 }', 'trust: { start: 20, max: 10 }')],
  ['SC038', brush('end: late')],
  [
    'SC040',
    change(
      '  nodes:\n',
      '  nodes:\n    island: { caller: { zh: 在这儿。, en: Here. }, end: settled }\n',
    ),
  ],
  [
    'SC041',
    change(
      '- { zh: 他就站着。, en: He just stands there. }',
      '- { zh: 他就站着。, en: He just stands there. }\n        - { zh: 没有了。, en: Nothing more. }',
    ),
  ],
  ['SC042', brush('when: { known: [place], not-known: [place] }')],
  [
    'SC043',
    change(
      'anywhere:\n',
      'anywhere:\n  - { id: odd, on: { clock: 1m }, when: { trust: ">= 101" }, set: [x] }\n',
    ),
  ],
  [
    'SC044',
    change('endings:\n', 'endings:\n  never: { outcome: safe, after: { zh: 好。, en: Good. } }\n'),
  ],
  ['SC048', change('goto: waits, best', "goto: [{ when: { trust: '>= 100' }, to: waits }], best")],
  [
    'SC050',
    change(
      '      reveals: [place]\n      replies:\n',
      '      replies:\n        more: { act: [LOC_DIRECT], say: { zh: 什么地方？, en: What place? }, reveals: [place], again: true }\n',
    ),
  ],
  ['SC051', change('reveals: [place]', 'reveals: []')],
  ['SC052', change('weight: 8,', 'weight: 8, by: 1s,')],
  ['SC080', change('also: { P02: 8, P09: 6 }', 'also: { P02: 8, P02.fight: 7 }')],
  ['SC081', change('also: { P02: 8, P09: 6 }', 'also: { P09: 6 }')],
  ['SC083', change('weight: 3,', 'weight: 0,')],
  ['SC085', change('partners: [{ partner: son, need: useful }, ', 'partners: [')],
  [
    'SC089',
    change(
      '{ partner: power, need: useful }',
      '{ partner: power, do: bridge, need: useful }',
    ).replace('channel: phone', 'channel: sms'),
  ],
  ['SC086', brush('when: { known: [place], not-known: [place] }')],
]

test.each(cases)('%s', (code, text) => {
  const before = check(text)
  const problem = before.find((one) => one.code === code)
  const parsed = parseScenario(text)
  if (!problem || !parsed.ok) throw new Error(before.map((one) => one.message.en).join('\n'))
  const fix = fixFor(problem, parsed.scenario)
  expect(fix?.label.zh).toMatch(/\p{Script=Han}/u)
  const mended = editText(text, fix?.edits ?? [])
  if (!mended.ok) throw new Error(mended.why.en)
  const after = check(mended.text)
  const same = after.filter((one) => one.code === code && one.path === problem.path)
  expect(same.map(({ message }) => message.en)).toEqual([])
  const errors = (list: typeof after) =>
    list
      .filter(({ severity }) => severity === 'error')
      .map((one) => `${one.code} ${one.message.en}`)
  for (const error of errors(after)) expect(errors(before)).toContain(error)
})

test('what only a person can mend has no fix', () => {
  const text = change('en: He just stands there.', 'en: 他就站着。')
  const parsed = parseScenario(text)
  const problem = check(text).find(({ code }) => code === 'SC060')
  expect(problem && parsed.ok && fixFor(problem, parsed.scenario)).toBeNull()
})

test('what stands in a list is taken away by its name', () => {
  const text = change('anywhere:\n', 'anywhere:\n  - { id: never, on: { clock: 59m } }\n')
  const problem = check(text).find(({ code, path }) => code === 'SC043' && path === 'anywhere.0')
  const parsed = parseScenario(text)
  if (!problem || !parsed.ok) throw new Error('the reaction is not found')
  expect(fixFor(problem, parsed.scenario)?.label).toEqual({
    zh: '删掉“never”',
    en: "remove 'never'",
  })
})

test('a truth that does not fit its field is told in words', () => {
  const texts = check(
    change('record: location, is: $spot,', 'record: location, is: { zh: 路口, en: the corner },'),
  )
  expect(texts.find(({ code }) => code === 'SC019')?.message).toEqual({
    zh: 'grid 的地名表里没有“路口”。',
    en: "The gazetteer of grid has no 'the corner'.",
  })
})
