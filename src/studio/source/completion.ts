import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { snippet } from '@codemirror/autocomplete'
import { keysAt } from '../../core/scenario/edit/order.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import { searchIn } from '../../ui/search.ts'
import { type ChoiceGround, choicesAt } from '../choices/choices.ts'
import { whereIs } from './where.ts'

/** Finds Chinese by pinyin, once that is read. */
export type PinyinMatch = Parameters<typeof searchIn>[2]

export interface CompletionGround {
  readonly ground: () => ChoiceGround
  readonly language: () => Language
  readonly pinyin: () => PinyinMatch
}

const NODE = `\${name}:
  caller:
    zh: \${来电人说什么}
    en: \${what the caller says}
  replies:
    \${reply}:
      act: [\${OPEN_Q}]
      say: { zh: \${接警员说什么}, en: \${what the call-taker says} }
      goto: \${node}
`
const REPLY = `\${reply}:
  act: [\${OPEN_Q}]
  say: { zh: \${接警员说什么}, en: \${what the call-taker says} }
  goto: \${node}
`
const FACT = `\${fact}:
  record: \${location}
  is: \${value}
  weight: 1
  text: { zh: \${要素}, en: \${what it is} }
`

/** What can be put in whole, by the map in which it stands. */
const SNIPPETS: Readonly<Record<string, { zh: string; en: string; text: string }>> = {
  'talk.nodes': { zh: '新节点', en: 'a new node', text: NODE },
  replies: { zh: '新回答', en: 'a new reply', text: REPLY },
  facts: { zh: '新要素', en: 'a new fact', text: FACT },
}

/** Completes keys in the order of the format, and values that are one of a list, by id, words or pinyin initials. */
export function completes(from: CompletionGround) {
  return (context: CompletionContext): CompletionResult | null => {
    const where = whereIs(context.state.doc.toString(), context.pos)
    if (!where || (!context.explicit && where.word === '' && where.kind === 'key')) return null
    const lang = from.language()
    if (where.kind === 'key') {
      const keys = keysAt(where.path).map(
        (key): Completion => ({ label: key, apply: `${key}: `, type: 'property' }),
      )
      const last = String(where.path.at(-1) ?? '')
      const whole = SNIPPETS[where.path.join('.')] ?? SNIPPETS[last]
      if (whole)
        keys.push({
          label: `+ ${whole[lang]}`,
          type: 'text',
          apply: snippet(whole.text),
          boost: -1,
        })
      return keys.length > 0 ? { from: where.from, options: keys } : null
    }
    const choices = choicesAt(where.path, from.ground())
    if (!choices || choices.length === 0) return null
    const options = searchIn(choices, where.word.toLowerCase(), from.pinyin())
      .slice(0, 60)
      .map(
        (choice): Completion => ({
          label: choice.id,
          detail: choice[lang].startsWith(`${choice.id} `)
            ? choice[lang].slice(choice.id.length + 1)
            : choice[lang],
          type: 'enum',
        }),
      )
    // the list is already what fits; the editor would only know ids
    return options.length > 0 ? { from: where.from, options, filter: false } : null
  }
}
