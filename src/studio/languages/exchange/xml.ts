import { FileRefusal } from './exchange.ts'

/**
 * A reader for the small part of XML that XLIFF needs. It has no document types, no entities of a file's own and nothing
 * that is fetched, so that a file can neither swell nor reach out; depth and number of elements are bounded.
 */
export interface XmlElement {
  /** Its namespace's address; empty without one. */
  readonly space: string
  readonly name: string
  /** By local name, those without a namespace only. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const DEEPEST = 40
const MOST_ELEMENTS = 400_000

const NAME = /[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?/uy
const SPACE = /[ \t\r\n]*/y
const TEXT = /[^<]+/y
const VALUE = /"([^"<]*)"|'([^'<]*)'/y
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const broken = (line: number): FileRefusal =>
  new FileRefusal(
    `第 ${line} 行起 XML 读不通，文件可能坏了或被截断。`,
    `From line ${line} on the XML can't be read; the file may be damaged or cut short.`,
  )

/** The root of a document. Throws a FileRefusal. */
export function readXml(source: string): XmlElement {
  return new Reader(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).root()
}

type Spaces = ReadonlyMap<string, string>

class Reader {
  readonly #text: string
  #at = 0
  #count = 0

  constructor(text: string) {
    this.#text = text
  }

  root(): XmlElement {
    if (/^<\?xml\s[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(this.#text))
      throw new FileRefusal('只读 UTF-8 编码的 XML。', 'Only XML in UTF-8 is read.')
    this.#skipAside()
    const root = this.#element(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), 0)
    this.#skipAside()
    if (this.#at < this.#text.length) throw this.#broken()
    return root
  }

  #element(outer: Spaces, depth: number): XmlElement {
    this.#count += 1
    if (depth > DEEPEST || this.#count > MOST_ELEMENTS)
      throw new FileRefusal(
        'XML 嵌套太深或元素太多。',
        'The XML is nested too deeply or too large.',
      )
    this.#need('<')
    const tag = this.#take(NAME)
    const { attributes, spaces } = this.#attributes(outer)
    const [space, name] = this.#resolve(tag, spaces)
    if (this.#has('/>')) return { space, name, attributes, children: [] }
    this.#need('>')
    const children = this.#children(spaces, depth)
    this.#need(`</${tag}`)
    this.#match(SPACE)
    this.#need('>')
    return { space, name, attributes, children }
  }

  #attributes(outer: Spaces): { attributes: Map<string, string>; spaces: Spaces } {
    const attributes = new Map<string, string>()
    const spaces = new Map(outer)
    const seen = new Set<string>()
    for (;;) {
      const gap = this.#match(SPACE)
      if (/[/>]/.test(this.#text[this.#at] ?? '>')) return { attributes, spaces }
      if (gap === '') throw this.#broken()
      const name = this.#take(NAME)
      this.#match(SPACE)
      this.#need('=')
      this.#match(SPACE)
      const value = this.#plain(
        this.#take(VALUE)
          .slice(1, -1)
          .replace(/[\t\n]/g, ' '),
      )
      if (seen.has(name)) throw this.#broken()
      seen.add(name)
      if (name === 'xmlns') spaces.set('', value)
      else if (name.startsWith('xmlns:')) spaces.set(name.slice(6), value)
      else if (!name.includes(':')) attributes.set(name, value)
    }
  }

  #children(spaces: Spaces, depth: number): readonly (XmlElement | string)[] {
    const children: (XmlElement | string)[] = []
    for (;;) {
      const words = this.#match(TEXT)
      if (words.includes(']]>')) throw this.#broken()
      if (words !== '') children.push(this.#plain(words))
      if (this.#at >= this.#text.length) throw this.#broken()
      if (this.#text.startsWith('</', this.#at)) return children
      if (this.#has('<![CDATA[')) children.push(this.#until(']]>'))
      else if (!this.#skipOne()) children.push(this.#element(spaces, depth + 1))
    }
  }

  /** Comments and instructions, which say nothing here. */
  #skipAside(): void {
    do this.#match(SPACE)
    while (this.#skipOne())
  }

  #skipOne(): boolean {
    if (this.#has('<!--')) {
      this.#until('-->')
      return true
    }
    if (this.#has('<?')) {
      this.#until('?>')
      return true
    }
    if (this.#text.startsWith('<!', this.#at))
      throw new FileRefusal(
        '文件里有文档类型或实体定义（<!DOCTYPE、<!ENTITY），不接受。',
        'The file has a document type or entities (<!DOCTYPE, <!ENTITY); that is not accepted.',
      )
    return false
  }

  #resolve(tag: string, spaces: Spaces): readonly [space: string, name: string] {
    const [front, name] = tag.includes(':') ? tag.split(':') : ['', tag]
    const space = spaces.get(front ?? '')
    if (space === undefined && front !== '') throw this.#broken()
    return [space ?? '', name ?? tag]
  }

  /** With `&lt;` and `&#10;` as what they stand for; no other entity exists. */
  #plain(words: string): string {
    return words.replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi,
      (_, decimal, hex, name) => {
        const named = Object.hasOwn(NAMED, name ?? '') ? NAMED[name] : undefined
        if (named !== undefined) return named
        const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
        if (!isXmlSign(code)) throw this.#broken()
        return String.fromCodePoint(code)
      },
    )
  }

  #until(end: string): string {
    const to = this.#text.indexOf(end, this.#at)
    if (to < 0) throw this.#broken()
    const words = this.#text.slice(this.#at, to)
    this.#at = to + end.length
    return words
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #take(pattern: RegExp): string {
    const found = this.#match(pattern)
    if (found === '') throw this.#broken()
    return found
  }

  #has(words: string): boolean {
    if (!this.#text.startsWith(words, this.#at)) return false
    this.#at += words.length
    return true
  }

  #need(words: string): void {
    if (!this.#has(words)) throw this.#broken()
  }

  #broken(): FileRefusal {
    return broken(this.#text.slice(0, this.#at).split('\n').length)
  }
}

/** May a sign of this code stand in XML? */
export function isXmlSign(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

/** Words as they are written between tags, or in an attribute. */
export const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
