import { neutral } from '../../../core/scenario/texts/proposal.ts'
import { FileRefusal } from './exchange.ts'
import { escaped, isXmlSign, type XmlElement } from './xml.ts'

/** What stands inside a segment: words, `{names}` as placeholders, and signs that XML can't hold. */

const NAME = /(\{[^{}\n]*\})/

/** How one version of XLIFF writes, within one unit, what is no word. */
interface Marks {
  /**
   * A placeholder of a name, the `nth` of this name in its words. In source and translation the same name's has the same
   * id, wherever it stands: so translators' programs tell which one is lost.
   */
  placeholder(name: string, nth: number): string
  /** A sign that XML can't hold, by its code. */
  sign(code: number): string
}

/** The marks of XLIFF 2: the `{names}` of a unit are kept aside as its original data. */
export class NamesAside implements Marks {
  readonly #data = new Map<string, number>()
  readonly #ids = new Map<string, number>()

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
          `${indent}  <data id="d${id}" xml:space="preserve">${withSigns(name, this)}</data>`,
      ),
      `${indent}</originalData>`,
    ]
  }

  sign(code: number): string {
    return `<cp hex="${hexOf(code)}"/>`
  }
}

/** What a sign by its code is called among the placeholders of XLIFF 1.2, which has no mark for it. */
const SIGN = 'x-sign'

/** The marks of XLIFF 1.2: placeholders hold their names themselves. */
export class NamesWithin implements Marks {
  readonly #ids = new Map<string, number>()
  #signs = 0

  placeholder(name: string, nth: number): string {
    const id = numberOf(this.#ids, `${nth} ${neutral(name)}`)
    return `<ph id="${id}" equiv-text="${withoutLost(name)}">${withSigns(name, this)}</ph>`
  }

  sign(code: number): string {
    this.#signs += 1
    return `<x id="s${this.#signs}" ctype="${SIGN}" equiv-text="${hexOf(code)}"/>`
  }
}

const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** The number of a name in a list, which takes it in if it is new. */
function numberOf(list: Map<string, number>, name: string): number {
  const number = list.get(name) ?? list.size + 1
  list.set(name, number)
  return number
}

/** Words as they stand in a segment. */
export function inlineXml(words: string, marks: Marks): string {
  const seen = new Map<string, number>()
  return words
    .split(NAME)
    .map((piece, index) => {
      if (index % 2 === 0) return withSigns(piece, marks)
      const nth = (seen.get(neutral(piece)) ?? 0) + 1
      seen.set(neutral(piece), nth)
      return marks.placeholder(piece, nth)
    })
    .join('')
}

/** Signs that XML can't hold are written by their number. */
const withSigns = (words: string, marks: Marks): string =>
  signsOf(words)
    .map(({ sign, code }) => (isXmlSign(code) ? escaped(sign) : marks.sign(code)))
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
      const sign = signOf(attributes.get('hex'))
      if (sign !== null) return sign
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
  throw unknownMark(name)
}

/** The same of XLIFF 1.2, where nothing is kept aside. */
export function inlineText1(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : inlineOf1(child)))
    .join('')
}

function inlineOf1(child: XmlElement): string {
  const { name, attributes } = child
  const shown = attributes.get('equiv-text')
  switch (name) {
    case 'ph':
      return inlineText1(child) || (shown ?? '')
    case 'x':
      if (attributes.get('ctype') !== SIGN) return shown ?? ''
      return signOf(shown) ?? ''
    // marks and formatting that a program added: their words count
    case 'g':
    case 'mrk':
      return inlineText1(child)
    // the codes of a pair, which are no words
    case 'bx':
    case 'ex':
    case 'bpt':
    case 'ept':
    case 'it':
      return ''
  }
  throw unknownMark(name)
}

function signOf(hex: string | undefined): string | null {
  const code = Number.parseInt(hex ?? '', 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

const unknownMark = (name: string): FileRefusal =>
  new FileRefusal(
    `文件里有看不懂的标记 <${name}>。`,
    `The file has a mark that isn't understood: <${name}>.`,
  )
