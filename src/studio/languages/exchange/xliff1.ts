import type { IncomingRow } from '../../../core/scenario/texts/incoming.ts'
import { otherLanguage } from '../../../core/scenario/texts/texts.ts'
import { FileRefusal, isLanguage, type OutgoingFile, type OutgoingRow } from './exchange.ts'
import { below, languageOf, TAGS, type XliffContent } from './xliffContent.ts'
import { inlineText1, inlineXml, NamesWithin } from './xliffInline.ts'
import { escaped, type XmlElement } from './xml.ts'

/** Translations as XLIFF 1.2 (OASIS), which most translators' programs speak. `{names}` are placeholders there. */

const CORE = 'urn:oasis:names:tc:xliff:document:1.2'
/** States of a translation that somebody stands by. */
const DONE = new Set(['translated', 'signed-off', 'final'])

export function writeXliff1({ name, source, target, rows }: OutgoingFile): string {
  const languages = `source-language="${TAGS[source]}" target-language="${TAGS[target]}"`
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${CORE}" version="1.2">
  <file original="${escaped(name)}/scenario.yaml" ${languages} datatype="plaintext">
    <body>`
  return `${[head, ...rows.map(unitXml)].join('\n')}\n    </body>\n  </file>\n</xliff>\n`
}

function unitXml(row: OutgoingRow): string {
  const names = new NamesWithin()
  const source = inlineXml(row.source, names)
  const target = inlineXml(row.words, names)
  const isDone = row.status === 'done'
  const state = isDone ? 'translated' : 'needs-translation'
  const notes = [
    ['kind', row.kind],
    ['speaker', row.speaker],
    ['status', row.status],
  ].filter(([, words]) => words !== '')
  const id = escaped(row.id)
  return [
    `      <trans-unit id="${id}" resname="${id}" approved="${isDone ? 'yes' : 'no'}" xml:space="preserve">`,
    `        <source>${source}</source>`,
    ...(row.words === '' ? [] : [`        <target state="${state}">${target}</target>`]),
    ...notes.map(
      ([kind = '', words = '']) => `        <note from="${kind}">${escaped(words)}</note>`,
    ),
    '      </trans-unit>',
  ].join('\n')
}

/** The version that this names; some programs leave the address of its names away. */
export const isXliff1 = (root: XmlElement): boolean =>
  root.space === CORE || (root.space === '' && root.attributes.get('version') === '1.2')

/** What such a document says, from whatever program. Throws a FileRefusal. */
export function readXliff1(root: XmlElement): XliffContent {
  const files = below(root, 'file')
  const [first] = files.map(languagesOf)
  if (!first || files.map(languagesOf).some((one) => one.join() !== first.join()))
    throw new FileRefusal(
      '文件里混了几种语言，请一种语言导出一个文件。',
      'The file mixes several languages: export one file for each.',
    )
  const [source, target] = first
  const bodies = files.flatMap((file) => below(file, 'body'))
  return { source, target, rows: bodies.flatMap(unitsIn).map(rowOf) }
}

/** The language that is translated into may be left away: there is only one other. */
function languagesOf(file: XmlElement): readonly [source: string, target: string] {
  const source = languageOf(file.attributes.get('source-language') ?? '')
  const target = languageOf(file.attributes.get('target-language') ?? '')
  return [source, target === '' && isLanguage(source) ? otherLanguage(source) : target]
}

const unitsIn = (element: XmlElement): readonly XmlElement[] =>
  below(element, 'trans-unit', 'group').flatMap((one) =>
    one.name === 'trans-unit' ? [one] : unitsIn(one),
  )

function rowOf(unit: XmlElement): IncomingRow {
  const { attributes } = unit
  const [source] = below(unit, 'source')
  const [target] = below(unit, 'target')
  const words = target ? inlineText1(target) : ''
  return {
    id: attributes.get('resname') ?? attributes.get('id') ?? '',
    source: source ? inlineText1(source) : '',
    words: words.trim() === '' ? '' : words,
    isDone: attributes.get('approved') === 'yes' || DONE.has(target?.attributes.get('state') ?? ''),
  }
}
