import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import type { Scenario } from './schema.ts'

/** Both languages, everywhere: a text that stands in one language only is found here. */

const HAN = /\p{Script=Han}/gu
const WORDS = /[A-Za-z]{2,}/
const TEMPLATE = /\{[^{}]*\}/g
const QUOTED = /[“"‘'«《][^”"’'»》]*[”"’'»》]/g

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const han = (text: string): number => text.match(HAN)?.length ?? 0

export function checkWording(scenario: Scenario, finder: Finder): void {
  const pair = (path: Path, zh: string, en: string): void => {
    for (const [lang, words] of [
      ['zh', zh],
      ['en', en],
    ] as const)
      if (words.trim() === '') {
        finder.add(
          'SC060',
          [...path, lang],
          lang === 'zh' ? '中文是空的。' : '英文是空的。',
          lang === 'zh' ? 'The Chinese is blank.' : 'The English is blank.',
        )
        return
      }
    const bareZh = zh.replace(TEMPLATE, '')
    const bareEn = en.replace(TEMPLATE, '')
    // a sign or a name that a variant draws is quoted where it is used
    if (zh === en && path[0] === 'vary' && zh.length <= 3) return
    if (zh === en && (han(bareZh) > 0 || WORDS.test(bareEn))) {
      const lacking = han(bareEn) > 0 ? 'en' : 'zh'
      finder.add(
        'SC060',
        [...path, lacking],
        `中英文完全相同：${short(zh)}`,
        `Both languages say the same: ${short(en)}`,
      )
    } else if (han(bareZh) === 0 && WORDS.test(bareZh))
      finder.add(
        'SC060',
        [...path, 'zh'],
        `中文里没有一个汉字：${short(zh)}`,
        `The Chinese has no Chinese character: ${short(zh)}`,
      )
    else if (han(bareEn) > 0 && !WORDS.test(bareEn))
      finder.add(
        'SC060',
        [...path, 'en'],
        `英文没有译出来：${short(en)}`,
        `The English isn't English: ${short(en)}`,
      )
    else if (han(bareEn.replace(QUOTED, '')) > 0)
      finder.add(
        'SC061',
        [...path, 'en'],
        `英文里有没加引号的汉字：${short(en)}`,
        `Unquoted Chinese in the English: ${short(en)}`,
      )
  }
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    } else if (isTable(value)) {
      if (typeof value.zh === 'string' && typeof value.en === 'string')
        pair(path, value.zh, value.en)
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    }
  }
  visit(scenario, [])
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
