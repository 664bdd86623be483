import { neutral } from '../../../core/scenario/texts/proposal.ts'
import { FileRefusal } from './exchange.ts'
import { escaped, isXmlSign, type XmlElement } from './xml.ts'

/** What stands inside a segment: words, `{names}` as placeholders, and signs that XML can't hold. */

const NAME = /(\{[^{}\n]*\})/

/** The `{names}` of one unit, kept aside as its original data. */
export class NamesAside {
  readonly #data = new Map<string, number>()
  readonly #ids = new Map<string, number>()

  /**
   * A placeholder of a name, the `nth` of this name in its words. In source and translation the same name's has the same
   * id, wherever it stands: so translators' programs tell which one is lost.
   */
  placeholder(name: string, nth: number): string {
    const data = numberOf(this.#data, name)
    const id = numberOf(this.#ids, `${nth} ${neutral(name)}`)
    const shown = withoutLost(name)
    return `<ph id="${id}" dataRef="d${data}" equiv="${shown}" disp="${shown}"/>`
  }

  /** Their lines, indented; none if there are no names. */
  xml(indent: string): readonly string[] {
    if (this.#data.size === 0) return []
    return [
      `${indent}<originalData>`,
      ...[...this.#data].map(
        ([name, id]) =>
          `${indent}  <data id="d${id}" xml:space="preserve">${withSigns(name)}</data>`,
      ),
      `${indent}</originalData>`,
    ]
  }
}

/** The number of a name in a list, which takes it in if it is new. */
function numberOf(list: Map<string, number>, name: string): number {
  const number = list.get(name) ?? list.size + 1
  list.set(name, number)
  return number
}

/** Words as they stand in a segment. */
export function inlineXml(words: string, names: NamesAside): string {
  const seen = new Map<string, number>()
  return words
    .split(NAME)
    .map((piece, index) => {
      if (index % 2 === 0) return withSigns(piece)
      const nth = (seen.get(neutral(piece)) ?? 0) + 1
      seen.set(neutral(piece), nth)
      return names.placeholder(piece, nth)
    })
    .join('')
}

/** Signs that XML can't hold are written by their number. */
const withSigns = (words: string): string =>
  signsOf(words)
    .map(({ sign, code }) =>
      isXmlSign(code)
        ? escaped(sign)
        : `<cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`,
    )
    .join('')

const withoutLost = (words: string): string =>
  escaped(
    signsOf(words)
      .filter(({ code }) => isXmlSign(code))
      .map(({ sign }) => sign)
      .join(''),
  )

const signsOf = (words: string) =>
  [...words].map((sign) => ({ sign, code: sign.codePointAt(0) ?? 0 }))

/** The words of a segment's source or target; `data`: the unit's original data. Throws a FileRefusal. */
export function inlineText(element: XmlElement, data: ReadonlyMap<string, string>): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : inlineOf(child, data)))
    .join('')
}

function inlineOf(child: XmlElement, data: ReadonlyMap<string, string>): string {
  const { name, attributes } = child
  switch (name) {
    case 'ph':
      return data.get(attributes.get('dataRef') ?? '') ?? attributes.get('equiv') ?? ''
    case 'cp': {
      const code = Number.parseInt(attributes.get('hex') ?? '', 16)
      if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      break
    }
    // marks and formatting that a program added: their words count
    case 'pc':
    case 'mrk':
      return inlineText(child, data)
    case 'sc':
    case 'ec':
    case 'sm':
    case 'em':
      return ''
  }
  throw new FileRefusal(
    `文件里有看不懂的标记 <${name}>。`,
    `The file has a mark that isn't understood: <${name}>.`,
  )
}
