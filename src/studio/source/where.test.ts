import { describe, expect, it } from 'vitest'
import { whereIs } from './where.ts'

/** The place of the cursor, written as `|`. */
function at(text: string) {
  const cursor = text.indexOf('|')
  const where = whereIs(text.replace('|', ''), cursor)
  return where && `${where.kind} ${where.path.join('.')} <${where.word}>`
}

describe('the cursor in a YAML text', () => {
  it.each([
    ['id: a\nle|', 'key  <le>'],
    ['level: 1|', 'value level <1>'],
    ['talk:\n  nodes:\n    crying:\n      rep|', 'key talk.nodes.crying <rep>'],
    [
      'talk:\n  nodes:\n    crying:\n      replies:\n        gentle:\n          act: [LA|]',
      'value talk.nodes.crying.replies.gentle.act <LA>',
    ],
    ['facts:\n  place: { record: lo|', 'value facts.place.record <lo>'],
    ['facts:\n  place: { record: location, wi|', 'key facts.place <wi>'],
    ['  silence: { after: 8s, moods: { tr|', 'key silence.moods <tr>'],
    ['anywhere:\n  - id: a\n    on: { told: 1|', 'value anywhere.on.told <1>'],
    ['anywhere:\n  - id: a\n    go|', 'key anywhere <go>'],
    ['key:\n  units:\n    - kind: pa|', 'value key.units.kind <pa>'],
    ['key:\n  answers:\n    - class:\n        is: P0|', 'value key.answers.class.is <P0>'],
    ['notice:\n  - su|', 'value notice <su>'],
    ["say: { zh: 'a, b: |", null],
    ['# a comment |', null],
  ])('%j', (text, wanted) => {
    expect(at(text)).toBe(wanted)
  })
})
