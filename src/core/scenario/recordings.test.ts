import { describe, expect, it } from 'vitest'
import { gridAtlas } from '../testing/atlas.ts'
import { scenarioFrom } from '../testing/drive.ts'
import { source } from '../testing/scenario.ts'
import { compile } from './compile.ts'
import { callerLinesIn, isVaried, recordingNames, wordingName, wordingsOf } from './recordings.ts'
import { rollVariant } from './roll.ts'
import type { Scenario } from './schema.ts'

const places = (id: string) => gridAtlas.place(id)?.name

/** Each combination of values, not only those that differ in structure. */
function everyVariant(scenario: Scenario): readonly Readonly<Record<string, number>>[] {
  return Object.entries(scenario.vary).reduce<Record<string, number>[]>(
    (all, [name, values]) =>
      all.flatMap((base) => values.map((_, index) => ({ ...base, [name]: index }))),
    [{}],
  )
}

/** What the caller says in a variant, by the ids that the desk uses. */
function spokenIn(scenario: Scenario, variant: Readonly<Record<string, number>>) {
  const script = compile(rollVariant(scenario, variant, 's', places))
  return [
    ...script.nodes.flatMap(({ lines, silence }) => [...lines, ...silence.lines]),
    ...script.reactions.flatMap(({ lines }) => lines),
  ]
}

describe('the lines that a caller may say', () => {
  const busy = source.replace(
    'on: { arrived: patrol }, goto: here }',
    "on: { arrived: patrol }, caller: [{ when: { vary: { spot: shop } }, zh: '{who.name}在{spot}。', en: '{who.name} is at {spot}.' }, { zh: 来了。, en: They came. }], goto: here }",
  )
  const scenario = scenarioFrom(busy)
  const lines = callerLinesIn(scenario)

  it('are exactly those that the desk speaks, in all variants together', () => {
    const spoken = everyVariant(scenario).flatMap((variant) => spokenIn(scenario, variant))
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(spoken.map(({ id }) => id)))
    for (const lang of ['zh', 'en'] as const) {
      const said = new Map<string, Set<string>>()
      for (const { id, text } of spoken) {
        const known = said.get(id) ?? new Set()
        said.set(id, known.add(text[lang]))
      }
      for (const line of lines)
        expect([line.id, new Set(wordingsOf(scenario, line, lang, places))]).toEqual([
          line.id,
          said.get(line.id),
        ])
    }
  })

  it('stand where their path says', () => {
    for (const { path, text } of lines) {
      const at = path.reduce<unknown>(
        (value, key) => (value as Record<string | number, unknown>)[key],
        scenario,
      )
      expect(at).toMatchObject(text)
    }
  })
})

describe('the name of a recording', () => {
  it('is of these words first, then of the line', () => {
    const [own, any] = recordingNames('open.caller', '门口有个人，老马怕出事。')
    expect(any).toBe('open.caller')
    expect(own).toMatch(/^open\.caller_[0-9a-f]{10}$/)
    expect(own).not.toBe(wordingName('open.caller', '门口有个人，老田怕出事。'))
  })

  it('is asked of lines with names only', () => {
    expect(isVaried('{who.name}怕出事。')).toBe(true)
    expect(isVaried('在{spot}旁边。')).toBe(true)
    expect(isVaried('没有 {} 名字')).toBe(false)
  })

  it('is that of the text itself where a name leads nowhere', () => {
    const lost = { text: { zh: '{nobody}在吗？', en: 'Hello?' }, when: [] }
    expect(wordingsOf(scenarioFrom(), lost, 'zh', places)).toEqual(['{nobody}在吗？'])
  })
})
