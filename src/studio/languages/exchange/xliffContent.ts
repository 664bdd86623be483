import type { IncomingRow } from '../../../core/scenario/texts/incoming.ts'
import type { XmlElement } from './xml.ts'

/** What the versions of XLIFF have in common. */

/** How our languages are called in a file. */
export const TAGS = { zh: 'zh-CN', en: 'en' } as const

/** What a file says; its languages without their country, whatever they are. */
export interface XliffContent {
  readonly source: string
  readonly target: string
  readonly rows: readonly IncomingRow[]
}

/** A language without its country. */
export const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

/** The children of these names in the element's own namespace: what other programs added is passed over. */
export const below = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children
    .filter(isElement)
    .filter(({ space, name }) => space === element.space && names.includes(name))
