import type { IncomingRow } from '../../../core/scenario/texts/incoming.ts'
import { otherLanguage } from '../../../core/scenario/texts/texts.ts'
import {
  decoded,
  FileRefusal,
  isLanguage,
  MOST_ROWS,
  type OutgoingFile,
  type OutgoingRow,
  type ReadFile,
  reading,
} from './exchange.ts'
import { inlineText, inlineXml, NamesAside } from './xliffInline.ts'
import { escaped, readXml, type XmlElement } from './xml.ts'

/** Translations as XLIFF 2.0 (OASIS), which translators' own programs read. `{names}` are placeholders there. */

const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
const TAGS = { zh: 'zh-CN', en: 'en' } as const
/** A unit's id is a name token; the text's own id always stands in `name`. */
const TOKEN = /^[A-Za-z0-9._-]+$/

export function writeXliff({ name, source, target, rows }: OutgoingFile): string {
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

/** Reads XLIFF 2.0 and what followed it (2.1, 2.2), from whatever program. Never throws. */
export function readXliff(bytes: Uint8Array): ReadFile {
  return reading(() => {
    const root = readXml(decoded(bytes, false))
    if (root.name !== 'xliff' || root.space !== CORE)
      throw new FileRefusal(
        '这不是 XLIFF 2.0 文件。请在翻译软件里另存为 XLIFF 2.0。',
        'This is no XLIFF 2.0 file. Save it as XLIFF 2.0 in your translation program.',
      )
    const source = languageOf(root, 'srcLang')
    const target = languageOf(root, 'trgLang')
    if (!isLanguage(target) || !isLanguage(source) || source !== otherLanguage(target))
      throw new FileRefusal(
        '文件的语言不对：要在中文（zh）和英文（en）之间翻译。',
        'The languages of the file are wrong: it must translate between Chinese (zh) and English (en).',
      )
    const rows = below(root, 'file').flatMap(unitsIn).map(rowOf)
    if (rows.length > MOST_ROWS)
      throw new FileRefusal(`超过 ${MOST_ROWS} 条。`, `It has over ${MOST_ROWS} units.`)
    return { target, rows }
  })
}

const languageOf = (root: XmlElement, name: string): string =>
  (root.attributes.get(name) ?? '').toLowerCase().split('-')[0] ?? ''

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

const below = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children
    .filter(isElement)
    .filter(({ space, name }) => space === CORE && names.includes(name))

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
