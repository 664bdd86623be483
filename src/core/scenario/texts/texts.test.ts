import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SCENARIOS } from '../../../cli/content.ts'
import { source as small } from '../../testing/scenario.ts'
import { compile } from '../compile.ts'
import { editText } from '../edit/edit.ts'
import { parseScenario } from '../parse.ts'
import { roll } from '../roll.ts'
import { wordsEdit } from './incoming.ts'
import { editWords, keepsStructure } from './structure.ts'
import { textsOf } from './texts.ts'

const SHIPPED = ['pylon', 'crying-girl', 'life-noise', 'lost-child'].map(
  (id) => [id, readFileSync(`${SCENARIOS}${id}/scenario.yaml`, 'utf8')] as const,
)

describe.each(SHIPPED)('the texts of %s', (_id, text) => {
  const content: unknown = parse(text)
  const entries = textsOf(content)

  it('are all of them, each with an id of its own and both languages', () => {
    // every line or flow map that has Chinese has a text
    const chinese = text
      .split('\n')
      .flatMap((line) => line.replace(/#.*$/, '').match(/(?:^|[ {])zh: /g) ?? []).length
    expect(entries.length).toBe(chinese)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
  })

  it('carry the lines of the compiled call under the names that journals use', () => {
    const parsed = parseScenario(text)
    if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
    const named = new Set(entries.flatMap(({ line }) => line ?? []))
    const spoken = ['a', 'b', 'c'].flatMap((seed) => [
      ...compile(roll(parsed.scenario, seed, () => undefined)).texts.keys(),
    ])
    expect(spoken.filter((line) => !named.has(line))).toEqual([])
  })

  it('are known for what they are', () => {
    expect(entries.filter(({ kind }) => kind === 'other')).toEqual([])
    expect(entries.find(({ id }) => id === 'title')).toMatchObject({ part: 'about', speaker: null })
    for (const { kind, speaker } of entries)
      expect(speaker === 'caller').toBe(kind === 'line' || kind === 'silence')
  })

  it('change without the structure, and nothing else does', () => {
    const lines = entries.filter(({ isList }) => !isList)
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.constantFrom('zh', 'en'), (entry, lang) => {
        const made = editText(text, [
          wordsEdit(entry, lang, '“另一句”: another {girl}, # no comment'),
        ])
        if (!made.ok) throw new Error(made.why.en)
        expect(keepsStructure(text, made.text)).toBe(true)
        const now = textsOf(parse(made.text))
        expect(now.find(({ id }) => id === entry.id)?.[lang]).toContain('另一句')
        expect(now.filter(({ id }) => id !== entry.id)).toEqual(
          entries.filter(({ id }) => id !== entry.id),
        )
      }),
      { numRuns: 5 },
    )
  })
})

describe('texts', () => {
  it('that lack a language or hold none are found as missing or not at all', () => {
    const entries = textsOf({
      title: { zh: '标题' },
      facts: { knife: { text: { zh: '刀', en: null }, words: { zh: ['刀', '匕首'], en: [] } } },
      talk: {
        nodes: {
          a: { caller: [{ en: 'Hi' }, { zh: {}, en: 'no text' }], when: { vary: { zh: 'x' } } },
        },
      },
    })
    expect(entries.map(({ id, zh, en }) => [id, zh, en])).toEqual([
      ['title', '标题', ''],
      ['facts.knife.text', '刀', ''],
      ['facts.knife.words', '刀\n匕首', ''],
      ['talk.nodes.a.caller.0', '', 'Hi'],
    ])
    for (const nonsense of [null, 3, 'x', [], { zh: { zh: 1 } }])
      expect(() => textsOf(nonsense)).not.toThrow()
  })

  it('in a list go by the item’s own id, unless two share it', () => {
    const of = (ids: readonly string[]) =>
      textsOf({ anywhere: ids.map((id) => ({ id, caller: { zh: '喂', en: 'Hi' } })) }).map(
        ({ id, line }) => [id, line],
      )
    expect(of(['b', 'a'])).toEqual([
      ['anywhere.b.caller', 'anywhere.b'],
      ['anywhere.a.caller', 'anywhere.a'],
    ])
    expect(of(['a', 'a'])[1]).toEqual(['anywhere.1.caller', 'anywhere.a'])
  })
})

describe('a locked structure', () => {
  it.each([
    ['another goto', 'goto: calmer', 'goto: open'],
    ['a reply less', /\n {8}brush: .*/, ''],
    ['replies in another order', /(\n {8}calm: .*)(\n {8}brush: .*)/, '$2$1'],
    ['another condition', 'truth: loud } }, zh', 'truth: quiet } }, zh'],
    ['a renamed node', /\bcalmer\b/g, 'calmest'],
    ['what can’t be read', 'facts:', 'facts: ['],
  ])('notices %s', (_what, find, put) => {
    const changed = small.replace(find, put)
    expect(changed).not.toBe(small)
    expect(keepsStructure(small, changed)).toBe(false)
  })

  it('lets words, a missing language and the version change', () => {
    for (const [find, put] of [
      ['en: Old Ma', 'en: Uncle Ma'],
      [', en: A guard', ''],
      ['version: 1', 'version: 2'],
    ] as const)
      expect(keepsStructure(small, small.replace(find, put))).toBe(true)
  })

  it('lets edits of words through, and refuses all others with the reason', () => {
    const said = editWords(small, [{ kind: 'set', path: ['title', 'en'], value: 'At the gate' }])
    expect(said.ok && said.text).toContain('At the gate')
    for (const edit of [
      { kind: 'remove', path: ['talk', 'nodes', 'open', 'replies', 'brush'] },
      { kind: 'set', path: ['talk', 'nodes', 'open', 'replies', 'brush', 'goto'], value: 'tells' },
      { kind: 'rename', what: 'node', path: ['talk', 'nodes', 'open'], to: 'start' },
      { kind: 'set', path: ['talk', 'nodes', 'zh'], value: { caller: { zh: '喂', en: 'Hi' } } },
    ] as const)
      expect(editWords(small, [edit])).toMatchObject({ ok: false })
  })
})
