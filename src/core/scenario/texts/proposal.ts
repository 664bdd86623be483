import { fact } from '../key.ts'
import { type Language, text } from '../primitives.ts'
import { reply } from '../rules.ts'
import { wordingFault } from '../wording.ts'
import { otherLanguage, type TextEntry } from './texts.ts'

/** What can be wrong with a translation. */
export type TranslationFault =
  /** A `{name}` of the source was lost. */
  | { readonly kind: 'lost'; readonly names: readonly string[] }
  /** A `{name}` that no source text has, or a brace that stands alone. */
  | { readonly kind: 'strange'; readonly names: readonly string[] }
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  /** Too many words in a list. */
  | { readonly kind: 'many' }
  /** It is in the wrong language, or the source once more. */
  | { readonly kind: 'language' }
  /** Signs that no text should hold: it would not look the same everywhere. */
  | { readonly kind: 'signs' }

const NAME = /\{[^{}\n]*\}/g
const WELL_FORMED = /^\{[a-z][a-z0-9-]*(?:\.[a-z][a-zA-Z0-9-]*)?\}$/
const SIDE = /\.(?:zh|en)\}$/

/** `{elder.zh}` in Chinese is `{elder.en}` in English: both are `{elder}`. */
export const neutral = (name: string): string => name.replace(SIDE, '}')

const namesIn = (words: string): readonly string[] => words.match(NAME) ?? []

/** All `{names}` of the texts in one language, told apart by no language of their own. */
export function knownNames(entries: readonly TextEntry[], lang: Language): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => namesIn(entry[lang]).map(neutral)))
}

/** Names that say a language say the one that they stand in: a translator copies them as they are. */
export function inLanguage(words: string, lang: Language): string {
  return words.replace(NAME, (name) =>
    WELL_FORMED.test(name) ? name.replace(SIDE, `.${lang}}`) : name,
  )
}

/** Signs that aren't seen, are half of one, or turn the reading direction around. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u

/** What is wrong with these words as the translation of a text into `lang`; null: nothing. Blank is not wrong here. */
export function translationFault(
  entry: TextEntry,
  lang: Language,
  words: string,
  known: ReadonlySet<string>,
): TranslationFault | null {
  const from = otherLanguage(lang)
  const [source, before] = [entry[from], entry[lang]]
  if (UNSEEN.test(words)) return { kind: 'signs' }
  const tooLarge = sizeFault(entry, lang, words)
  if (tooLarge) return tooLarge
  if (!entry.isList) {
    const have = new Set(namesIn(words).map(neutral))
    const had = new Set(namesIn(before).map(neutral))
    const strange = namesIn(words).filter(
      (name) => !had.has(neutral(name)) && !(WELL_FORMED.test(name) && known.has(neutral(name))),
    )
    const alone = /[{}]/.test(words.replace(NAME, '')) && !/[{}]/.test(before.replace(NAME, ''))
    if (strange.length > 0 || alone) return { kind: 'strange', names: strange }
    // what the translation that stands does without, another may do without, too
    const lost = [...new Set(namesIn(source).map(neutral))].filter(
      (name) => !have.has(name) && (before.trim() === '' || had.has(name)),
    )
    if (lost.length > 0) return { kind: 'lost', names: lost }
    const [zh, en] = lang === 'zh' ? [words, source] : [source, words]
    const fault = source.trim() === '' ? null : wordingFault(entry.path, zh, en)
    if (fault?.code === 'SC060' && fault.lang === lang) return { kind: 'language' }
  }
  return null
}

const LISTS = {
  also: reply.shape.also.unwrap().shape,
  words: fact.shape.words.unwrap().shape,
} as const

function sizeFault(entry: TextEntry, lang: Language, words: string): TranslationFault | null {
  if (!entry.isList) {
    const most = text.shape[lang].maxLength ?? Number.POSITIVE_INFINITY
    return words.length > most ? { kind: 'long', length: words.length, most } : null
  }
  const list = LISTS[entry.kind === 'words' ? 'words' : 'also'][lang]
  const most = list.element.maxLength ?? Number.POSITIVE_INFINITY
  const lines = linesOf(words)
  const longest = Math.max(0, ...lines.map(({ length }) => length))
  if (longest > most) return { kind: 'long', length: longest, most }
  return lines.length === 0 || list.safeParse(lines).success ? null : { kind: 'many' }
}

/** The words of a list, one a line; blank lines say nothing. */
export const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
