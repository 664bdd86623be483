import type { IncomingRow } from '../../../core/scenario/texts/incoming.ts'
import type { OutgoingFile, OutgoingRow } from './exchange.ts'
import { below, languageOf, TAGS, type XliffContent } from './xliffContent.ts'
import { inlineText, inlineXml, NamesAside } from './xliffInline.ts'
import { escaped, type XmlElement } from './xml.ts'

/** Translations as XLIFF 2.0 (OASIS), which translators' own programs read. `{names}` are placeholders there. */

const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
/** A unit's id is a name token; the text's own id always stands in `name`. */
const TOKEN = /^[A-Za-z0-9._-]+$/

export function writeXliff2({ name, source, target, rows }: OutgoingFile): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${CORE}" version="2.0" srcLang="${TAGS[source]}" trgLang="${TAGS[target]}">
  <file id="texts" original="${escaped(name)}/scenario.yaml">`
  return `${[head, ...rows.map(unitXml)].join('\n')}\n  </file>\n</xliff>\n`
}

function unitXml(row: OutgoingRow, index: number): string {
  const names = new NamesAside()
  const source = inlineXml(row.source, names)
  const target = inlineXml(row.words, names)
  const state = row.status === 'done' ? 'translated' : 'initial'
  const notes = [
    ['kind', row.kind],
    ['speaker', row.speaker],
    ['status', row.status],
  ].filter(([, words]) => words !== '')
  return [
    `    <unit id="${TOKEN.test(row.id) ? row.id : `_${index}`}" name="${escaped(row.id)}">`,
    '      <notes>',
    ...notes.map(
      ([kind = '', words = '']) => `        <note category="${kind}">${escaped(words)}</note>`,
    ),
    '      </notes>',
    ...names.xml('      '),
    `      <segment state="${state}">`,
    `        <source xml:space="preserve">${source}</source>`,
    ...(row.words === '' ? [] : [`        <target xml:space="preserve">${target}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n')
}

/** The version that this names, and those that followed it (2.1, 2.2). */
export const isXliff2 = (root: XmlElement): boolean => root.space === CORE

/** What such a document says, from whatever program. Throws a FileRefusal. */
export function readXliff2(root: XmlElement): XliffContent {
  return {
    source: languageOf(root.attributes.get('srcLang') ?? ''),
    target: languageOf(root.attributes.get('trgLang') ?? ''),
    rows: below(root, 'file').flatMap(unitsIn).map(rowOf),
  }
}

const unitsIn = (element: XmlElement): readonly XmlElement[] =>
  below(element, 'unit', 'group').flatMap((one) => (one.name === 'unit' ? [one] : unitsIn(one)))

/** A unit's segments are one text, however a program has cut it. */
function rowOf(unit: XmlElement): IncomingRow {
  const data = new Map(
    below(unit, 'originalData')
      .flatMap((one) => below(one, 'data'))
      .map((one) => [one.attributes.get('id') ?? '', inlineText(one, new Map())]),
  )
  const parts = below(unit, 'segment', 'ignorable')
  const text = (part: XmlElement, name: string): string | null => {
    const [one] = below(part, name)
    return one ? inlineText(one, data) : null
  }
  const segments = parts.filter(({ name }) => name === 'segment')
  const isBlank = segments.every((part) => (text(part, 'target') ?? '').trim() === '')
  return {
    id: unit.attributes.get('name') ?? unit.attributes.get('id') ?? '',
    source: parts.map((part) => text(part, 'source') ?? '').join(''),
    words: isBlank
      ? ''
      : parts
          .map(
            (part) =>
              text(part, 'target') ?? (part.name === 'ignorable' ? text(part, 'source') : ''),
          )
          .join(''),
    isDone: segments.every((part) => (part.attributes.get('state') ?? 'initial') !== 'initial'),
  }
}
