import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readMemory } from './memory.ts'
import { baselineOf, doneNow, type Happened } from './progress.ts'

const template = readFileSync(
  fileURLToPath(
    new URL('../../../scenarios/templates/simple-report/scenario.yaml', import.meta.url),
  ),
  'utf8',
)
const NOTHING: Happened = {
  isClean: false,
  wasWrong: false,
  hasPlayed: false,
  isPublished: false,
}

/** The steps that a change of the template's text ticks. */
function ticked(from: string, to: string, happened: Partial<Happened> = {}) {
  const before = baselineOf(parse(template))
  const now = baselineOf(parse(template.replace(from, to)))
  if (!before || !now) throw new Error('the template has no content')
  return doneNow(before, now, { ...NOTHING, ...happened })
}

describe('the guide', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['nothing', 'id:', 'id:', []],
    ['a comment', '# 真相', '# 事实', []],
    ['a title', '还在跳的广场舞', '河边的喇叭', ['title']],
    ['the first line', '都十点半了', '都十一点了', ['line']],
    ['another line', '你们就这么打发人？', '就这样？', []],
    ['a fact', 'is: noise-record, weight: 2', 'is: noise-record, weight: 3', ['facts']],
    ['a node', '    back: {', '    more: { caller: { zh: 啊, en: Ah } }\n    back: {', ['node']],
    [
      'a reply',
      '        send: {',
      '        more: { act: [PAUSE], say: { zh: 嗯, en: Mm } }\n        send: {',
      ['reply'],
    ],
  ])('ticks what %s stands for, and nothing else', (_what, from, to, steps) => {
    expect(template).toContain(from)
    expect(ticked(from, to)).toEqual(['pick', ...steps])
  })

  it('ticks mending only after something was wrong', () => {
    expect(ticked('id:', 'id:', { isClean: true })).toEqual(['pick'])
    expect(ticked('id:', 'id:', { wasWrong: true })).toEqual(['pick'])
    expect(ticked('id:', 'id:', { isClean: true, wasWrong: true })).toEqual(['pick', 'mend'])
  })

  it('knows nothing of content that is none', () => {
    for (const content of [null, undefined, 'x', 7, []]) expect(baselineOf(content)).toBeNull()
    expect(baselineOf({ talk: 3, facts: [] })).toMatchObject({ nodes: 0, replies: 0 })
  })

  it('forgets what is none of its own', () => {
    const nothing = { isOpen: false, page: 'steps', drafts: {} }
    for (const text of [null, '', '{', '7', '{"isOpen":"yes"}', '{"drafts":[]}'])
      expect(readMemory(text)).toEqual(nothing)
    const kept = { isOpen: true, page: 'reference', drafts: {} }
    expect(readMemory(JSON.stringify(kept))).toEqual(kept)
  })
})
