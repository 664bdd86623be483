import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../cli/content.ts'
import { headingOf } from './heading.ts'
import { parseScenario } from './parse.ts'

const TITLE = { zh: '孩子不见了', en: 'Lost: a boy, five' }

describe('what a file is called', () => {
  it.each([
    ['on one line', "title: { zh: 孩子不见了, en: 'Lost: a boy, five' }"],
    ['on lines of their own', "title:\n  zh: 孩子不见了\n\n  en: 'Lost: a boy, five'"],
    [
      'with remarks',
      "title: # what lists show\n  # both\n  zh: 孩子不见了\n  en: 'Lost: a boy, five'",
    ],
    ['in a flow over lines', 'title: {\n    zh: 孩子不见了,\n    en: "Lost: a boy, five"\n  }'],
    ['folded', 'title:\n  zh: 孩子不见了\n  en: >-\n    Lost: a boy,\n    five'],
  ])('is read %s', (_how, title) => {
    expect(headingOf(`# a call\nid: lost-child\n${title}\nsummary: x\n`)).toEqual({
      id: 'lost-child',
      title: TITLE,
    })
    expect(headingOf(`${title.replaceAll('\n', '\r\n')}\r\nid: 'lost-child'`)).toEqual({
      id: 'lost-child',
      title: TITLE,
    })
  })

  it.each([
    ['nothing', ''],
    ['half a title', 'title: { zh: 甲 }'],
    ['no YAML', 'title: { zh: 甲, en: [\nid: ['],
    ['aliases', 'title: { zh: &a 甲, en: *a }'],
    ['a list', 'title: [甲, A]\nid: 5'],
    ['a title without an end', `title:\n${'  x\n'.repeat(5000)}`],
    ['a title of something else', 'talk:\n  title: { zh: 甲, en: A }'],
  ])('is not made up from %s', (_what, text) => {
    expect(headingOf(text)).toEqual({ id: null, title: null })
  })

  it('is what the whole file says, for each that ships', () => {
    for (const folder of readdirSync(SCENARIOS, { withFileTypes: true })) {
      if (!folder.isDirectory() || folder.name === 'cities' || folder.name === 'templates') continue
      const text = readFileSync(`${SCENARIOS}${folder.name}/scenario.yaml`, 'utf8')
      const parsed = parseScenario(text)
      if (!parsed.ok) throw new Error(folder.name)
      expect(headingOf(text)).toEqual({ id: parsed.scenario.id, title: parsed.scenario.title })
    }
  })
})
