import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import { isTable, lookThrough } from './lookThrough.ts'
import { isPlaceholder } from './placeholders.ts'
import type { Language, Text } from './primitives.ts'
import type { Scenario } from './schema.ts'

/** Both languages, everywhere: a text that stands in one language only is found here. */

const HAN = /\p{Script=Han}/gu
const WORDS = /[A-Za-z]{2,}/
const TEMPLATE = /\{[^{}]*\}/g
const QUOTED = /[“"‘'«《][^”"’'»》]*[”"’'»》]/g

const han = (text: string): number => text.match(HAN)?.length ?? 0

export interface WordingFault {
  readonly code: 'SC060' | 'SC061'
  /** The language in which something is wrong. */
  readonly lang: Language
  readonly message: Text
}

/** What is wrong with a text that should stand in both languages; `path` leads to it. */
export function wordingFault(path: Path, zh: string, en: string): WordingFault | null {
  const fault = (
    code: WordingFault['code'],
    lang: Language,
    inZh: string,
    inEn: string,
  ): WordingFault => ({ code, lang, message: { zh: inZh, en: inEn } })
  if (zh.trim() === '') return fault('SC060', 'zh', '中文是空的。', 'The Chinese is blank.')
  if (en.trim() === '') return fault('SC060', 'en', '英文是空的。', 'The English is blank.')
  const bareZh = zh.replace(TEMPLATE, '')
  const bareEn = en.replace(TEMPLATE, '')
  // a sign or a name that a variant draws is quoted where it is used
  if (zh === en && path[0] === 'vary' && zh.length <= 3) return null
  if (zh === en && (han(bareZh) > 0 || WORDS.test(bareEn)))
    return fault(
      'SC060',
      han(bareEn) > 0 ? 'en' : 'zh',
      `中英文完全相同：${short(zh)}`,
      `Both languages say the same: ${short(en)}`,
    )
  if (han(bareZh) === 0 && WORDS.test(bareZh))
    return fault(
      'SC060',
      'zh',
      `中文里没有一个汉字：${short(zh)}`,
      `The Chinese has no Chinese character: ${short(zh)}`,
    )
  if (han(bareEn) > 0 && !WORDS.test(bareEn))
    return fault(
      'SC060',
      'en',
      `英文没有译出来：${short(en)}`,
      `The English isn't English: ${short(en)}`,
    )
  if (han(bareEn.replace(QUOTED, '')) > 0)
    return fault(
      'SC061',
      'en',
      `英文里有没加引号的汉字：${short(en)}`,
      `Unquoted Chinese in the English: ${short(en)}`,
    )
  return null
}

export function checkWording(scenario: Scenario, finder: Finder): void {
  eachText(scenario, (path, zh, en) => {
    const fault = wordingFault(path, zh, en)
    if (fault) finder.add(fault.code, [...path, fault.lang], fault.message.zh, fault.message.en)
  })
}

/** Words that are still to come: told apart from the other faults, since a call is walked all the same. */
export function checkWritten(scenario: Scenario, finder: Finder): void {
  eachText(scenario, (path, zh, en) => {
    const lang = isPlaceholder(zh) ? 'zh' : isPlaceholder(en) ? 'en' : null
    if (lang === null) return
    const words = lang === 'zh' ? zh : en
    finder.add('SC064', [...path, lang], `这里还没有写：${words}`, `Still to be written: ${words}`)
  })
}

function eachText(scenario: Scenario, pair: (path: Path, zh: string, en: string) => void): void {
  lookThrough(scenario, (value, path) => {
    if (isTable(value) && typeof value.zh === 'string' && typeof value.en === 'string')
      pair(path, value.zh, value.en)
    return true
  })
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
