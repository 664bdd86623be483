import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SCENARIOS } from '../../../cli/content.ts'
import { judge } from '../../../core/scenario/texts/incoming.ts'
import { textsOf } from '../../../core/scenario/texts/texts.ts'
import { startTrack, type TextStatus } from '../../../core/scenario/texts/track.ts'
import { readCsv, writeCsv } from './csv.ts'
import type { OutgoingFile, OutgoingRow, ReadFile } from './exchange.ts'
import { readXliff } from './xliff.ts'
import { writeXliff1 } from './xliff1.ts'
import { writeXliff2 } from './xliff2.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const FORMATS = {
  csv: { write: writeCsv, read: readCsv },
  'xliff 1.2': { write: writeXliff1, read: readXliff },
  'xliff 2.0': { write: writeXliff2, read: readXliff },
} as const

const file = (rows: readonly OutgoingRow[], more: Partial<OutgoingFile> = {}): OutgoingFile => ({
  name: 'gate',
  source: 'zh',
  target: 'en',
  rows,
  ...more,
})
const rowOf = (id: string, source: string, words: string, status: TextStatus = 'done') => ({
  id,
  kind: 'line',
  speaker: 'caller',
  source,
  words,
  status,
})

function rowsIn(read: ReadFile) {
  if (!read.ok) throw new Error(read.why.en)
  return read.file.rows
}
const whyNot = (read: ReadFile): string => (read.ok ? 'taken' : read.why.en)

/** Whatever an author may have typed, and much that nobody would. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !/\p{Cs}/u.test(text)),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\n',
        '\r',
        '\r\n',
        '{girl}',
        '{x.zh}',
        '{',
        '}',
        '<b>',
        '&amp;',
        ']]>',
        '<!--',
        '＝',
        '喂',
        ' ',
        '\u0000',
        '\uFEFF',
        'a',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
)
const id = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), { minLength: 1, maxLength: 4 })
const rows = fc.uniqueArray(
  fc.record({
    id: id.map((parts) => parts.join('.')),
    source: words,
    words,
    status: fc.constantFrom<TextStatus>('done', 'changed', 'missing'),
  }),
  { minLength: 1, maxLength: 6, selector: (row) => row.id },
)

describe.each(Object.entries(FORMATS))('%s', (_name, { write, read }) => {
  it('brings back what went out, sign by sign', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (given, isBack) => {
        const out = file(
          given.map((row) => ({ ...row, kind: 'line', speaker: '' })),
          isBack ? { source: 'en', target: 'zh' } : {},
        )
        const back = read(bytes(write(out)))
        if (!back.ok) throw new Error(back.why.en)
        expect(back.file.target).toBe(out.target)
        expect(
          back.file.rows.map((row) => [row.id, row.source, row.words.trim() && row.words]),
        ).toEqual(given.map((row) => [row.id, row.source, row.words.trim() && row.words]))
        expect(back.file.rows.map(({ isDone }) => isDone)).toEqual(
          given.map(({ status }) => status === 'done'),
        )
      }),
      { numRuns: 300 },
    )
  })

  it.each(['pylon', 'crying-girl', 'life-noise', 'lost-child'])(
    'of %s comes back as it went: nothing to change',
    (name) => {
      const entries = textsOf(parse(readFileSync(`${SCENARIOS}${name}/scenario.yaml`, 'utf8')))
      const out = file(entries.map(({ id, zh, en }) => rowOf(id, zh, en)))
      const back = read(bytes(write(out)))
      if (!back.ok) throw new Error(back.why.en)
      const judged = judge(entries, startTrack(entries), back.file)
      expect(judged.length).toBe(entries.length)
      expect(judged.filter(({ verdict }) => verdict.kind !== 'same')).toEqual([])
    },
  )

  it('refuses what is too large, in another code or nothing of the kind, with the reason', () => {
    expect(whyNot(read(new Uint8Array(10_000_000).fill(97)))).toMatch(/too large/)
    for (const other of ['', 'PK\u0003\u0004', '{"a": 1}', '<html></html>', 'a,b,c\n1,2,3'])
      expect(read(bytes(other)).ok).toBe(false)
    expect(read(Uint8Array.from([0xc3, 0x28, 0xff, 0xfe, 0x80])).ok).toBe(false)
  })

  it('never throws and never hangs on what was damaged', () => {
    const good = write(
      file([rowOf('a.b', '你好，{girl}', 'Hi "{girl}"'), rowOf('c', '喂', '=1+1')]),
    )
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, cut, put) => {
        const read_ = read(bytes(good.slice(0, at) + put + good.slice(at + cut)))
        expect(typeof read_.ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('a CSV file', () => {
  it('holds no cell that a spreadsheet would take for a formula', () => {
    const dangers = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1+1',
      '－1',
      "'=1",
      '=cmd|"/c calc"!A0',
    ]
    const text = writeCsv(file(dangers.map((danger, n) => rowOf(`r${n}`, danger, danger))))
    expect(text.match(/(?:^|,)"[=+\-@\t\r\n＝＋－＠]/gm)).toBe(null)
    expect(rowsIn(readCsv(bytes(text))).map((row) => row.words)).toEqual(dangers)
  })

  it('is read as spreadsheets save it: other separators, other codes, columns moved', () => {
    const table = 'status\ttranslation en\tid\tsource zh\ndone\tHello, you\ttitle\t你好\n'
    const expected = [{ id: 'title', source: '你好', words: 'Hello, you', isDone: true }]
    expect(rowsIn(readCsv(bytes(table)))).toEqual(expected)
    expect(rowsIn(readCsv(bytes(table.replaceAll('\t', ';'))))).toEqual(expected)
    const wide = [
      0xff,
      0xfe,
      ...[...table].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]
    expect(rowsIn(readCsv(Uint8Array.from(wide)))).toEqual(expected)
    // 你好 in GB 18030
    const [front = '', back = ''] = table.split('你好')
    const chinese = [...bytes(front), 0xc4, 0xe3, 0xba, 0xc3, ...bytes(back)]
    expect(rowsIn(readCsv(Uint8Array.from(chinese)))).toEqual(expected)
  })

  it('without its head, into no language of ours, or cut short is refused', () => {
    const good = writeCsv(file([rowOf('title', '你好', 'Hello')]))
    expect(whyNot(readCsv(bytes(good.replace('translation en', 'translation fr'))))).toMatch(/head/)
    expect(whyNot(readCsv(bytes(good.replace('translation en', 'translation zh'))))).toMatch(/head/)
    expect(whyNot(readCsv(bytes(good.replace('"id"', '"key"'))))).toMatch(/head/)
    expect(whyNot(readCsv(bytes(good.slice(0, -5))))).toMatch(/quotes/)
  })
})

describe('an XLIFF 2.0 file', () => {
  const good = writeXliff2(file([rowOf('a.b', '你好，{girl}', 'Hi {girl}')]))
  const changed = (find: string | RegExp, put: string): ReadFile => {
    const other = good.replace(find, put)
    expect(other).not.toBe(good)
    return readXliff(bytes(other))
  }

  it('with entities of its own or a document type is refused before anything is expanded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n} "&e${n + 1};&e${n + 1};">`).join('')}]>`
    expect(whyNot(changed('<xliff', `${bomb}<xliff`))).toMatch(/DOCTYPE/)
    expect(whyNot(changed('<xliff', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff'))).toMatch(
      /DOCTYPE/,
    )
    expect(whyNot(changed('<file', '<!ENTITY x "y"><file'))).toMatch(/DOCTYPE/)
    expect(changed('你好', '&e0;').ok).toBe(false)
    expect(changed('你好', '&constructor;').ok).toBe(false)
    expect(changed('你好', '&#0;').ok).toBe(false)
  })

  it('too deep, unpaired or not in our languages is refused', () => {
    expect(whyNot(changed('你好', '<pc>'.repeat(60)))).toMatch(/deep/)
    expect(changed('</unit>', '</units>').ok).toBe(false)
    expect(changed('</xliff>', '').ok).toBe(false)
    expect(changed('</xliff>', '</xliff><xliff/>').ok).toBe(false)
    expect(whyNot(changed('trgLang="en"', 'trgLang="fr"'))).toMatch(/languages/)
    expect(whyNot(changed('trgLang="en"', 'trgLang="zh-TW"'))).toMatch(/languages/)
    expect(whyNot(changed('2.0" version', '1.0" version'))).toMatch(/no XLIFF 1.2 or 2.0/)
    expect(changed('2.0" version', '1.2" version').ok).toBe(false)
    expect(whyNot(changed('<ph ', '<script '))).toMatch(/script/)
  })

  it('gives a name the same placeholder in source and translation, wherever it stands', () => {
    const out = writeXliff2(file([rowOf('a', '{x.zh}，{girl}', '{girl}, {x.en}, {girl}')]))
    const ids = (name: string) =>
      [...(out.match(new RegExp(`<${name} .*`))?.[0] ?? '').matchAll(/<ph id="(\d)"/g)].map(
        ([, id]) => id,
      )
    expect(ids('source')).toEqual(['1', '2'])
    expect(ids('target')).toEqual(['2', '1', '3'])
  })

  it('keeps names as placeholders and shows scripts as words', () => {
    expect(good).toContain('<data id="d1" xml:space="preserve">{girl}</data>')
    const text = '<script>alert(1)</script>'
    const out = writeXliff2(file([rowOf('a', text, text)]))
    expect(out).not.toContain('<script')
    expect(rowsIn(readXliff(bytes(out)))[0]?.words).toBe(text)
  })

  it('is read as other programs leave it: prefixes, CDATA, marks, cut into segments', () => {
    const other = `<?xml version="1.0"?><!-- by hand -->
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:m" version="2.1" srcLang='en-GB' trgLang="zh">
<x:file id="f"><m:tool a="1">skip</m:tool><x:group id="g"><x:unit id="a.b">
<x:originalData><x:data id="n">{girl}</x:data></x:originalData>
<x:segment state="final"><x:source>Hello <x:ph id="1" dataRef="n"/>.</x:source><x:target><![CDATA[你好 <]]><x:mrk id="2"><x:ph id="1" dataRef="n"/></x:mrk>。</x:target></x:segment>
<x:ignorable><x:source> </x:source></x:ignorable>
<x:segment state="reviewed"><x:source>Bye&#33;</x:source><x:target>再见&#xff01;</x:target></x:segment>
</x:unit></x:group></x:file></x:xliff>`
    const read = readXliff(bytes(other))
    expect(read).toEqual({
      ok: true,
      file: {
        target: 'zh',
        rows: [
          { id: 'a.b', source: 'Hello {girl}. Bye!', words: '你好 <{girl}。 再见！', isDone: true },
        ],
      },
    })
  })
})

describe('an XLIFF 1.2 file', () => {
  const good = writeXliff1(file([rowOf('a.b', '你好，{girl}', 'Hi {girl}')]))
  const changed = (find: string | RegExp, put: string): ReadFile => {
    const other = good.replace(find, put)
    expect(other).not.toBe(good)
    return readXliff(bytes(other))
  }

  it('with entities or a document type, too deep, unpaired or not in our languages is refused', () => {
    expect(whyNot(changed('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'))).toMatch(/DOCTYPE/)
    expect(whyNot(changed('你好', '<g>'.repeat(60)))).toMatch(/deep/)
    expect(changed('</trans-unit>', '</unit>').ok).toBe(false)
    expect(whyNot(changed('target-language="en"', 'target-language="fr"'))).toMatch(/languages/)
    expect(whyNot(changed('target-language="en"', 'target-language="zh-TW"'))).toMatch(/languages/)
    expect(whyNot(changed(/<ph [\s\S]*?<\/ph>/, '<script/>'))).toMatch(/script/)
    const second = '</file><file source-language="en" target-language="zh"><body/></file>'
    expect(whyNot(changed('</file>', second))).toMatch(/several languages/)
    expect(changed(/<file[\s\S]*<\/file>/, '').ok).toBe(false)
  })

  it('is as its schema wants it: notes after the translation, one id for the same name', () => {
    expect(good).toMatch(/<source>[\s\S]*<\/source>\s*<target [\s\S]*<\/target>\s*<note /)
    const out = writeXliff1(file([rowOf('a', '{x.zh}，{girl}', '{girl}, {x.en}, {girl}')]))
    const ids = (name: string) =>
      [...(out.match(new RegExp(`<${name}\\b.*`))?.[0] ?? '').matchAll(/<ph id="(\d)"/g)].map(
        ([, id]) => id,
      )
    expect(ids('source')).toEqual(['1', '2'])
    expect(ids('target')).toEqual(['2', '1', '3'])
  })

  it('is read as other programs leave it: no namespace, groups, segments, other matches', () => {
    const other = `<?xml version="1.0"?>
<xliff version="1.2" xmlns:s="urn:sdl"><file original="x" source-language="en_GB" datatype="x">
<header><s:tool>skip</s:tool></header><body><group id="g"><trans-unit id="7" resname="a.b">
<source>Hello <ph id="1">{girl}</ph>. Bye!</source>
<seg-source><mrk mtype="seg" mid="1">Hello</mrk></seg-source>
<target state="final"><mrk mtype="seg" mid="1"><g id="2">你好 <x id="1" equiv-text="{girl}"/></g>。</mrk> <mrk mtype="seg" mid="2"><bpt id="3">&lt;b&gt;</bpt>再见！</mrk></target>
<alt-trans><source>Hello</source><target>别的</target></alt-trans>
</trans-unit><bin-unit id="b"/></group>
<trans-unit id="c"><source>Yes</source><target state="needs-review-translation">是</target></trans-unit>
<trans-unit id="d"><source>No</source></trans-unit></body></file></xliff>`
    expect(readXliff(bytes(other))).toEqual({
      ok: true,
      file: {
        target: 'zh',
        rows: [
          { id: 'a.b', source: 'Hello {girl}. Bye!', words: '你好 {girl}。 再见！', isDone: true },
          { id: 'c', source: 'Yes', words: '是', isDone: false },
          { id: 'd', source: 'No', words: '', isDone: false },
        ],
      },
    })
  })
})
