import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SCENARIOS } from '../../../cli/content.ts'
import { editText } from '../edit/edit.ts'
import { type IncomingRow, judge, taking, wordsEdit } from './incoming.ts'
import { textsOf } from './texts.ts'
import { startTrack, statusesOf } from './track.ts'

const source = readFileSync(`${SCENARIOS}lost-child/scenario.yaml`, 'utf8')
const entries = textsOf(parse(source))
const track = startTrack(entries)

const one = (id: string) => {
  const entry = entries.find((each) => each.id === id)
  if (!entry) throw new Error(`no ${id}`)
  return entry
}
const row = (id: string, words: string, more: Partial<IncomingRow> = {}): IncomingRow => ({
  id,
  source: one(id).zh,
  words,
  isDone: false,
  ...more,
})
const judged = (...rows: IncomingRow[]) => judge(entries, track, { target: 'en', rows })
const verdicts = (...rows: IncomingRow[]) =>
  judged(...rows).map(({ verdict }) =>
    verdict.kind === 'fault' ? verdict.fault.kind : verdict.kind,
  )

const named = one('facts.name.text')
const plain = one('title')

describe('an incoming translation', () => {
  it('that says what stands already does nothing, and a blank one neither', () => {
    expect(new Set(verdicts(...entries.map(({ id, en }) => row(id, en))))).toEqual(
      new Set(['same']),
    )
    expect(verdicts(row('title', ' \n'))).toEqual(['blank'])
  })

  it('is told apart: new wording, unknown, given twice', () => {
    const unknown = { ...row('title', 'x'), id: 'talk.nodes.gone.caller' }
    expect(verdicts(row('title', 'A boy is lost'), unknown)).toEqual(['other', 'unknown'])
    expect(verdicts(row('title', 'A'), row('title', 'B'))).toEqual(['twice', 'twice'])
  })

  it('made from another source is only taken if wished, and stays marked then', () => {
    const rows = judged(
      row('title', 'Another title', { source: '旧标题' }),
      row('summary', 'Short.'),
    )
    expect(rows[0]?.verdict).toEqual({ kind: 'stale', source: '旧标题' })
    expect(taking(entries, rows, 'en', false).edits).toHaveLength(1)
    const all = taking(entries, rows, 'en', true)
    expect(all.edits).toHaveLength(2)
    expect([...all.agreed]).toEqual(['summary'])
  })

  it('must keep the names that are filled in, each in its own language', () => {
    expect(named.zh).toContain('{elder.zh}')
    expect(verdicts(row(named.id, 'The caller is the grandfather'))).toEqual(['lost'])
    expect(verdicts(row(named.id, 'Mr {older.en}'))).toEqual(['strange'])
    expect(verdicts(row(named.id, 'Mr {elder.en} {'))).toEqual(['strange'])
    expect(judged(row(named.id, 'It is Mr {elder.zh}'))[0]).toMatchObject({
      words: 'It is Mr {elder.en}',
      verdict: { kind: 'other' },
    })
  })

  it('in the wrong language, too long or with unseen signs is not taken', () => {
    expect(verdicts(row('title', plain.zh))).toEqual(['language'])
    expect(verdicts(row('title', '孩子丢了'))).toEqual(['language'])
    expect(verdicts(row('title', 'x'.repeat(901)))).toEqual(['long'])
    for (const sign of ['\u0000', '\u202e', '\ud800', '\r'])
      expect(verdicts(row('title', `Lost${sign} child`))).toEqual(['signs'])
  })

  it('stays text, whatever it looks like', () => {
    const words = '<script>alert(1)</script> \' " & : # - [x] *a !b %c'
    const { edits } = taking(entries, judged(row('title', words)), 'en', false)
    const made = editText(source, edits)
    if (!made.ok) throw new Error(made.why.en)
    expect(textsOf(parse(made.text)).find(({ id }) => id === 'title')?.en).toBe(words)
  })

  it('of a list has a word a line, and no more than the format allows', () => {
    const list = entries.find(({ isList, kind }) => isList && kind === 'words')
    if (!list) throw new Error('no list')
    const rows = judged(row(list.id, ' one \n\n two'))
    expect(taking(entries, rows, 'en', false).edits).toEqual([
      { kind: 'set', path: [...list.path, 'en'], value: ['one', 'two'] },
    ])
    expect(verdicts(row(list.id, 'x\n'.repeat(13)))).toEqual(['many'])
    expect(verdicts(row(list.id, 'x'.repeat(61)))).toEqual(['long'])
  })

  it('that reads as before is taken as still right if the translator says so', () => {
    const changed = entries.map((entry) =>
      entry.id === 'title' ? { ...entry, zh: '孩子不见了' } : entry,
    )
    const given = (isDone: boolean) =>
      judge(changed, track, {
        target: 'en',
        rows: [{ id: 'title', source: '孩子不见了', words: plain.en, isDone }],
      }).map(({ verdict }) => verdict.kind)
    expect(statusesOf(changed, track).get('title')).toBe('changed')
    expect(given(false)).toEqual(['same'])
    expect(given(true)).toEqual(['still'])
  })

  it('changes many texts at once as it would one after the other, and nothing else', () => {
    const words = fc.constantFrom(
      'Yes.',
      "It's here: no",
      'a # b',
      '“{kid}”',
      '- x\n- y',
      'x'.repeat(200),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(entries.length - 1), words), {
          minLength: 2,
          maxLength: 9,
          selector: ([index]) => index,
        }),
        (changes) => {
          const edits = changes.flatMap(([index, said]) => {
            const entry = entries[index]
            return entry ? [wordsEdit(entry, 'en', said)] : []
          })
          const together = editText(source, edits)
          let text = source
          for (const edit of edits) {
            const made = editText(text, [edit])
            if (made.ok) text = made.text
          }
          expect(together.ok && together.text).toBe(text)
        },
      ),
      { numRuns: 12 },
    )
  })
})
