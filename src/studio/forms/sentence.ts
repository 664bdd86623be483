import { isMap, type Json, type JsonMap } from '../../core/scenario/edit/write.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import { type ChoiceGround, choicesAt } from '../choices/choices.ts'

/** Conditions as a trainer would say them. */

type Pair = readonly [zh: string, en: string]

const MOODS: Readonly<Record<string, Pair>> = {
  trust: ['信任', 'trust'],
  arousal: ['激动', 'agitation'],
  patience: ['耐心', 'patience'],
}
const COMPARED: Readonly<Record<string, Pair>> = {
  '>=': ['不低于', 'at least'],
  '<=': ['不高于', 'at most'],
  '>': ['高于', 'above'],
  '<': ['低于', 'below'],
  '=': ['正好是', 'exactly'],
}
/** What is said of a list of names; `*` stands for them. */
const LISTED: Readonly<Record<string, Pair>> = {
  known: ['已经知道*', '* known'],
  'not-known': ['还不知道*', '* not known yet'],
  flag: ['有标记*', 'marked *'],
  'not-flag': ['没有标记*', 'not marked *'],
  said: ['说过*', 'said *'],
  'not-said': ['没说过*', 'not said *'],
  told: ['已告知*', '* told'],
  'not-told': ['还没告知*', '* not told yet'],
  sent: ['已派*', '* sent'],
  'not-sent': ['还没派*', '* not sent yet'],
  arrived: ['*已到场', '* on the scene'],
  'not-arrived': ['*还没到场', '* not on the scene yet'],
  bridged: ['*已在三方通话里', '* on the line'],
  'not-bridged': ['*不在三方通话里', '* not on the line'],
}

/** Longest name in a sentence, in characters. */
const LONGEST = 24

/** One sentence; empty if there is no condition in it. What doesn't fit the format is said as it is written. */
export function conditionWords(condition: JsonMap, ground: ChoiceGround, lang: Language): string {
  const parts = Object.entries(condition).flatMap(([key, value]) =>
    partOf(key, value, ground, lang),
  )
  return parts.join(lang === 'zh' ? '，并且' : ', and ')
}

function partOf(key: string, value: Json, ground: ChoiceGround, lang: Language): string[] {
  const pick = ([zh, en]: Pair): string => (lang === 'zh' ? zh : en)
  const name = (of: string, id: Json): string => {
    const choice = choicesAt(['when', of], ground)?.find((one) => one.id === id)
    const words = choice?.[lang] ?? String(id)
    const bare = words.startsWith(`${id} `) ? words.slice(String(id).length + 1) : words
    const short = bare.length > LONGEST ? `${bare.slice(0, LONGEST)}…` : bare
    return lang === 'zh' ? `“${short}”` : `‘${short}’`
  }
  const names = (of: string, list: Json): string =>
    (Array.isArray(list) ? list : [list])
      .map((id) => name(of, id))
      .join(lang === 'zh' ? '、' : ', ')
  const mood = MOODS[key]
  if (mood) {
    const [, sign = '', bound = ''] = /^(>=|<=|>|<|=)? ?(.*)$/.exec(String(value)) ?? []
    const how = COMPARED[sign]
    return [
      how
        ? `${pick(mood)}${lang === 'zh' ? '' : ' '}${pick(how)} ${bound}`
        : `${pick(mood)} ${bound}`,
    ]
  }
  const listed = LISTED[key]
  if (listed) return [pick(listed).replace('*', names(key, value))]
  if (key === 'within' && isMap(value)) {
    const said = name('said', value.of ?? '')
    return [pick([`说${said}之后 ${value.for} 之内`, `within ${value.for} of saying ${said}`])]
  }
  if (key === 'vary' && isMap(value))
    return Object.entries(value).map(([list, wanted]) => {
      const values = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
      return pick([
        `抽到的 ${list} 是 ${values.join('、')}`,
        `${list} was drawn as ${values.join(' or ')}`,
      ])
    })
  return [`${key} ${JSON.stringify(value)}`]
}
