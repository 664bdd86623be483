import { FileRefusal } from './exchange.ts'
import { escaped, isXmlSign, type XmlElement } from './xml.ts'

/** What stands inside a segment: words, `{names}` as placeholders, and signs that XML can't hold. */

const NAME = /(\{[^{}\n]*\})/

/** The `{names}` of one unit, kept aside as its original data. */
export class NamesAside {
  readonly #ids = new Map<string, number>()

  /** The placeholder of a name; the same name has the same data. `nth`: which placeholder of its segment it is. */
  placeholder(name: string, nth: number): string {
    const data = this.#ids.get(name) ?? this.#ids.size + 1
    this.#ids.set(name, data)
    const shown = withoutLost(name)
    return `<ph id="${nth}" dataRef="d${data}" equiv="${shown}" disp="${shown}"/>`
  }

  /** Their lines, indented; none if there are no names. */
  xml(indent: string): readonly string[] {
    if (this.#ids.size === 0) return []
    return [
      `${indent}<originalData>`,
      ...[...this.#ids].map(
        ([name, id]) =>
          `${indent}  <data id="d${id}" xml:space="preserve">${withSigns(name)}</data>`,
      ),
      `${indent}</originalData>`,
    ]
  }
}

/** Words as they stand in a segment. */
export function inlineXml(words: string, names: NamesAside): string {
  let nth = 0
  return words
    .split(NAME)
    .map((piece, index) => {
      if (index % 2 === 0) return withSigns(piece)
      nth += 1
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
