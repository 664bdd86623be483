import type { Path } from '../../core/scenario/diagnostic.ts'
import { keysAt } from '../../core/scenario/edit/order.ts'
import { isRequired, shapesAt } from '../../core/scenario/edit/shape.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import { type ChoiceGround, choicesAt } from '../choices/choices.ts'
import { nameOf } from '../forms/names.ts'
import { whereIs } from './where.ts'

/** What is told of a key of the text: its name in a trainer's words, what it means, what may stand there. */
export interface KeyWords {
  /** Offsets of the key. */
  readonly from: number
  readonly to: number
  readonly name: string
  readonly lines: readonly string[]
}

const MOST_CHOICES = 6

/** The words about the key at an offset; null if there is none, or if it is one of the author's own names. */
export function keyWordsAt(
  text: string,
  at: number,
  ground: ChoiceGround,
  lang: Language,
): KeyWords | null {
  const back = /[\w-]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0].length ?? 0
  const ahead = /^[\w-]*/.exec(text.slice(at, at + 60))?.[0].length ?? 0
  const from = at - back
  const to = at + ahead
  if (from === to || !/^\s*:(\s|$)/.test(text.slice(to, to + 3))) return null
  const where = whereIs(text, to)
  if (where?.kind !== 'key' || where.from !== from) return null
  if (!keysAt(where.path).includes(where.word)) return null
  const path = [...where.path, where.word]
  const { hint, ...name } = nameOf(path)
  const lines = [hint?.[lang], ...whatMayStand(path, ground, lang)]
  return { from, to, name: name[lang], lines: lines.filter((line) => line !== undefined) }
}

function* whatMayStand(path: Path, ground: ChoiceGround, lang: Language): Generator<string> {
  const zh = lang === 'zh'
  if (isRequired(path)) yield zh ? '必填' : 'Required'
  for (const shape of shapesAt(path))
    if (shape.kind === 'number' && shape.min !== null && shape.max !== null)
      yield zh ? `${shape.min} 到 ${shape.max} 的数` : `A number from ${shape.min} to ${shape.max}`
  const choices = choicesAt(path, ground) ?? []
  if (choices.length === 0) return
  const some = choices.slice(0, MOST_CHOICES).map((choice) => {
    const words = choice[lang]
    return words === choice.id || words.startsWith(`${choice.id} `)
      ? words
      : `${choice.id} ${words}`
  })
  const more =
    choices.length > MOST_CHOICES
      ? zh
        ? ` 等 ${choices.length} 个`
        : ` … of ${choices.length}`
      : ''
  yield `${zh ? '可写：' : 'One of: '}${some.join(zh ? '、' : ', ')}${more}`
}
