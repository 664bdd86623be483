import { describe, expect, test } from 'vitest'
import { loadContent } from '../../cli/content.ts'
import type { TrialGround } from '../robots/trial.ts'
import { gridAtlas } from '../testing/atlas.ts'
import { source } from '../testing/scenario.ts'
import { CATALOGUE } from './catalogue.ts'
import { diagnose } from './diagnose.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Each kind of mistake, made once on purpose in a small scenario that is sound: its code must come, at its line. */

const { rubric, taxonomy } = loadContent()
const ground: TrialGround = { atlas: gridAtlas, rubric, taxonomy }
const check = (text: string, states?: number): readonly Diagnostic[] =>
  diagnose(text, {
    groundOf: (city) => (city === 'grid' ? ground : null),
    ...(states === undefined ? {} : { states }),
  }).diagnostics

/** The source with one thing changed; the test fails if that thing isn't there. */
function change(from: string, to: string, text = source): string {
  if (!text.includes(from)) throw new Error(`not in the source: ${from}`)
  return text.replace(from, to)
}

/** An extra node, reaction, … under an existing heading. */
const under = (heading: string, lines: string, text = source): string =>
  change(`${heading}\n`, `${heading}\n${lines}\n`, text)

const lineOf = (text: string, mark: string): number =>
  text.slice(0, text.indexOf(mark)).split('\n').length

const BRUSH = 'brush: { act: [MINIMISE],'
const reply = (when: string): string => change(BRUSH, `brush: { ${when}, act: [MINIMISE],`)
const quietNodes = `anywhere: []\nendings:\n  nowhere: { outcome: lost, after: { zh: 没有了。, en: Nothing. } }`
/** Nothing happens by itself, so that nodes can be dead ends. */
const still = (text: string): string =>
  text
    .replace(/anywhere:\n(?: {2}- .*\n)+endings:/, quietNodes)
    .replace(
      'silence: { after: 6s, caller: { zh: 喂？, en: Hello? }, moods: { trust: -5 } }',
      'silence: { after: 6s }',
    )

/** code, changed text, something that stands on the line to be named */
const cases: readonly (readonly [code: string, text: string, mark: string])[] = [
  ['SC001', change('talk:\n', 'talk: [\n'), '  start: open'],
  ['SC002', change('level: 1', 'level: 7'), 'level: 7'],
  ['SC002', change('minutes: 3', 'minutes: 3\ncolour: red'), 'colour'],
  ['SC003', change('level: 1', `level: ${'['.repeat(60)}`), 'level:'],
  ['SC004', change('level: 1', 'level: &a 1').replace('minutes: 3', 'minutes: *a'), 'minutes:'],
  ['SC010', change('goto: calmer,', 'goto: calmest,'), 'calmest'],
  ['SC011', change('use: [ground]', 'use: [grund]'), 'use: [grund]'],
  ['SC012', change('reveals: [place]', 'reveals: [palce]'), 'palce'],
  ['SC013', reply('when: { flag: [never] }'), 'never'],
  ['SC014', reply('when: { said: [nothing] }'), 'nothing'],
  ['SC015', change('end: late }', 'end: latter }'), 'latter'],
  ['SC016', change('on: { told: power }', 'on: { told: powr }'), 'powr'],
  ['SC017', change('kind: patrol, need', 'kind: swat, need'), 'swat'],
  ['SC018', change('city: grid', 'city: nowhere'), 'city: nowhere'],
  ['SC019', change('is: $spot', 'is: harbour'), 'harbour'],
  ['SC020', change('is: P02.fight', 'is: P02.fought'), 'P02.fought'],
  ['SC021', change('teaches: [rapport-before-location]', 'teaches: [juggling]'), 'juggling'],
  ['SC022', change('channel: phone', 'channel: phone\nnotice: [dragons]'), 'dragons'],
  ['SC023', change('is: knife', 'is: sabre'), 'sabre'],
  ['SC024', change('critical: sent-out', 'critical: sent-in'), 'sent-in'],
  ['SC025', change('critical: sent-out, ', ''), 'id: sent-out'],
  ['SC026', change('id: late, on', 'id: power, on'), 'id: power, on: { clock'],
  ['SC027', change('{who.name}怕', '{who.nick}怕'), 'who.nick'],
  ['SC027', change('is: $spot', 'is: $sopt'), '$sopt'],
  [
    'SC028',
    change('zh: 他手里有刀', 'zh: 他手里有刀').replace(
      '- { when: { vary: { truth: loud } }',
      '- { when: { vary: { truth: laud } }',
    ),
    'laud',
  ],
  ['SC029', change('  spot: [', '  extra: [a, b]\n  spot: ['), 'extra:'],
  [
    'SC030',
    change('- { class: { is: P12 }', '- { when: { known: [place] }, class: { is: P12 }'),
    'class: { is: P12 }',
  ],
  [
    'SC031',
    change(
      '  achievable:',
      '  weights: { location: 1, what: 1, people: 1, danger: 1, when: 1, callback: 1 }\n  achievable:',
    ),
    'weights:',
  ],
  [
    'SC032',
    change('trust: { start: 20 }', 'trust: { start: 20, max: 10 }'),
    'trust: { start: 20, max',
  ],
  [
    'SC033',
    change('record: location, is: $spot, within: 80m,', 'record: looks, is: $spot,'),
    'id: arrives',
  ],
  [
    'SC034',
    under(
      'anywhere:',
      Array.from(
        { length: 31 },
        (_, i) => `  - { id: r${i}, on: { clock: ${i + 1}m }, goto: open }`,
      ).join('\n'),
    ),
    'anywhere:',
  ],
  [
    'SC035',
    change(
      'vary:\n',
      `vary:\n${[1, 2, 3].map((n) => `  v${n}: [a, b, c, d, e]\n`).join('')}`,
    ).replace(BRUSH, `brush: { when: { vary: { v1: a, v2: a, v3: a } }, act: [MINIMISE],`),
    'vary:',
  ],
  ['SC036', source, 'line: R2'],
  [
    'SC037',
    under('anywhere:', '  - { id: stay, on: { trainee: hang-up }, moods: { trust: -5 } }'),
    'id: stay',
  ],
  ['SC038', reply('end: late'), 'end: late, act'],
  [
    'SC039',
    change('late: { outcome: late,', 'late: { outcome: late, when: { vary: { truth: loud } },'),
    'late: { outcome: late,',
  ],
  [
    'SC040',
    under('  nodes:', '    island: { caller: { zh: 在这儿。, en: Here. }, end: settled }'),
    'island:',
  ],
  [
    'SC041',
    change(
      '- { zh: 他就站着。, en: He just stands there. }',
      '- { zh: 他就站着。, en: He just stands there. }\n        - { zh: 没有了。, en: Nothing more. }',
    ),
    'Nothing more',
  ],
  ['SC042', reply('when: { known: [place], not-known: [place] }'), BRUSH.slice(0, 6)],
  [
    'SC043',
    under(
      'anywhere:',
      '  - { id: odd, on: { clock: 1m }, when: { known: [place], not-known: [place] }, set: [x] }',
    ),
    'id: odd',
  ],
  [
    'SC044',
    under('endings:', '  never: { outcome: safe, after: { zh: 好。, en: Good. } }'),
    'never:',
  ],
  [
    'SC045',
    still(
      change(
        'replies:\n        bye: { act: [CLOSE], say: { zh: 有事再打110。, en: Call again if need be. }, goto: bye, best: true }',
        'moods: { trust: 1 }',
      ),
    ),
    'waits:\n',
  ],
  [
    'SC047',
    still(change('goto: bye, best: true }', 'goto: waits, again: true, best: true }')),
    'waits:\n',
  ],
  [
    'SC048',
    change('goto: waits, best', "goto: [{ when: { trust: '>= 100' }, to: waits }], best"),
    "goto: [{ when: { trust: '>= 100' }",
  ],
  [
    'SC049',
    change(
      '      replies:\n        calm:',
      `      replies:\n${Array.from({ length: 9 }, (_, i) => `        r${i}: { act: [LABEL], say: { zh: 第${'一二三四五六七八九'[i]}句, en: Sentence ${i} }, moods: { trust: ${i + 1} }, goto: open }\n`).join('')}        calm:`,
    ),
    'open:\n',
  ],
  [
    'SC050',
    change('moods: { trust: -20 }, goto: open }', 'moods: { trust: -20 }, goto: bye }'),
    'place: { record: location',
  ],
  ['SC051', change('      reveals: [place]\n', ''), 'place: { record: location'],
  [
    'SC064',
    change('zh: 没事的。, en: It is nothing.', 'zh: （待写）, en: It is nothing.'),
    '（待写）',
  ],
  ['SC052', change('weight: 8,', 'weight: 8, by: 1s,'), 'by: 1s'],
  [
    'SC053',
    change(
      'out: { act: [UNSAFE]',
      'out: { when: { known: [knife], not-known: [knife] }, act: [UNSAFE]',
    ).replaceAll(', when: { vary: { truth: loud } } }', ' }'),
    'id: sent-out',
  ],
  ['SC054', reply('when: { within: { of: calm, for: 1s } }'), 'within: { of: calm'],
  [
    'SC055',
    change('zh: 没事的。, en: It is nothing.', 'zh: 您别急，我在听。, en: I am listening.'),
    'brush:',
  ],
  [
    'SC056',
    change(
      '- { zh: 他就站着。, en: He just stands there. }',
      "- { when: { trust: '>= 100' }, zh: 他就站着。, en: He just stands there. }",
    ),
    'caller:\n        - { when: { vary',
  ],
  [
    'SC080',
    change('also: { P02: 8, P09: 6 }', 'also: { P02: 8, P02.fight: 7 }'),
    'class: { is: P02.fight',
  ],
  [
    'SC080',
    change('class: { is: P12 }, priority: L3', 'class: { is: P12 }, priority: N'),
    'is: P12',
  ],
  ['SC081', change('also: { P02: 8, P09: 6 }', 'also: { P09: 6 }'), 'class: { is: P02.fight'],
  ['SC081', change('also: { P02: 8, P09: 6 }', 'also: { P02: 8, P02.dv: 9 }'), 'is: P02.fight'],
  ['SC082', change(', { partner: power, need: useful }', ''), 'on: { told: power }'],
  [
    'SC082',
    change(
      'line: R2, kind: unsafe-instruction,',
      "on: { not-told: '119', within: 60s }, line: R2, kind: unsafe-instruction,",
    ),
    'id: sent-out',
  ],
  ['SC083', change('weight: 3,', 'weight: 0,'), 'knife: {'],
  ['SC085', change('partners: [{ partner: son, need: useful }, ', 'partners: ['), 'son: {'],
  ['SC086', reply('when: { known: [place], not-known: [place] }'), 'known: [place], not-known'],
  ['SC087', change('units: [{ kind: patrol', 'units: [{ kind: station'), 'kind: station'],
  [
    'SC088',
    change('need: required }]\n', 'need: required }, { kind: patrol, need: useful }]\n'),
    'kind: patrol',
  ],
  [
    'SC089',
    change(
      '{ partner: son, need: useful }',
      '{ partner: son, do: transfer, need: useful }',
    ).replace('channel: phone', 'channel: wechat'),
    'do: transfer',
  ],
  ['SC060', change('en: He just stands there.', "en: ' '"), "en: ' '"],
  ['SC060', change('en: He just stands there.', 'en: 他就站着。'), 'en: 他就站着。'],
  ['SC061', change('en: He just stands there.', 'en: He just stands 着 there.'), 'stands 着'],
]

describe('the checker', () => {
  test('finds nothing in the sound scenario but the note that it is made to have', () => {
    expect(check(source).map(({ code }) => code)).toEqual(['SC036'])
  })

  test.each(cases)('%s', (code, text, mark) => {
    const found = check(text)
    const hits = found.filter((one) => one.code === code)
    expect(
      hits,
      found.map((one) => `${one.code} ${one.line} ${one.message.en}`).join('\n'),
    ).not.toEqual([])
    expect(hits.map(({ line }) => line)).toContain(lineOf(text, mark))
    for (const one of found) {
      expect(one.message.zh).toMatch(/\p{Script=Han}/u)
      expect(one.message.en).not.toMatch(/undefined|\[object/)
      expect(one.fix.zh && one.fix.en).toBeTruthy()
      expect(one.column).toBeGreaterThan(0)
    }
  })

  test('stops at a bound and says so', () => {
    expect(check(source, 100).map(({ code }) => code)).toContain('SC057')
  })

  test('shows the way to a trouble', () => {
    const [, text] = cases.find(([code]) => code === 'SC050') ?? ['', '']
    const found = check(text).find(({ code }) => code === 'SC050')
    expect(found?.route?.map(({ act }) => act)).toEqual([
      { kind: 'answer' },
      { kind: 'say', reply: 'open.brush', interrupts: false },
    ])
    expect(found?.route?.map(({ node }) => node)).toEqual(['open', 'bye'])
    expect(found?.route?.map(({ text }) => text.zh)).toEqual(['接听', '“没事的。”'])
  })

  test('names the best reply that leaks by its length or its place', () => {
    const chain = Array.from({ length: 9 }, (_, i) => {
      const next = i === 8 ? 'bye' : `n${i + 1}`
      return `    n${i}: { caller: { zh: 嗯。, en: Mm. }, replies: { good: { again: true, act: [LABEL], say: { zh: 这是最长也最好的一句话。, en: This is the longest and the best of them. }, goto: ${next}, best: true }, bad: { again: true, act: [MINIMISE], say: { zh: 不, en: No }, goto: ${next} }, worse: { again: true, act: [BLAME], say: { zh: 别, en: Oh }, goto: ${next} } } }`
    }).join('\n')
    const text = under(
      '  nodes:',
      chain,
      change('goto: bye, best: true }', 'goto: n0, best: true }'),
    )
    const codes = check(text).map(({ code }) => code)
    expect(codes).toContain('SC062')
    expect(codes).toContain('SC063')
  })

  test('lets robots play: careless habits must not pass', () => {
    const { diagnostics } = diagnose(source, { groundOf: () => ground, runs: 8 })
    expect(diagnostics.map(({ code }) => code)).toContain('SC072')
  })

  test('explains every code in both languages', () => {
    for (const [code, { title, why, fix }] of Object.entries(CATALOGUE)) {
      expect(code).toMatch(/^SC[0-9]{3}$/)
      for (const text of [title, why, fix]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u)
        expect(text.en.length).toBeGreaterThan(5)
      }
    }
  })
})
