import { createContext, useContext, useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import type { Language, Text } from '../../core/scenario/primitives.ts'
import { classLabel } from '../../core/taxonomy/taxonomy.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import type { PageProps } from '../../ui/services.ts'
import { type ClassWords, classWords } from '../data/classWords.ts'
import type { Book, BookState } from './book.ts'

/** What every part of the review reads. */
export interface Review {
  readonly book: Book
  readonly state: BookState
  readonly services: PageProps['services']
  readonly navigate: PageProps['navigate']
}

export const ReviewContext = createContext<Review | null>(null)

/** Only below the frame. */
export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (review === null) throw new Error('a part of the review stands outside of it')
  return review
}

/** The sheets that the filter lets through, oldest first. */
export function useSheets(): readonly Sheet[] {
  return useReview().state.shown
}

/** What things are called, in the language of now. */
export interface Names {
  readonly lang: Language
  /** `治安` for `P02`. */
  classOf(id: string): string
  /** `紧急求助 › 自杀 › 未成年人` for `P03.suicide.minor`. */
  classIn(id: string): string
  /** The same behind its id. */
  readonly classed: ClassWords
  /** Two characters, or the first word: for narrow columns. */
  short(id: string): string
  scenario(id: string): string
  dim(index: number): string
  text(text: Text): string
}

export function useNames(): Names {
  const lang = useLanguage()
  const { ground } = useReview().state
  return useMemo(() => {
    const { taxonomy, rubric, scenarios } = ground
    const dims = Object.values(rubric.dims)
    const classOf = (id: string): string => taxonomy.byId.get(id)?.name[lang] ?? id
    return {
      lang,
      classOf,
      classIn: (id) => classLabel(taxonomy, id, lang),
      classed: classWords(taxonomy, lang),
      short: (id) =>
        lang === 'zh' ? classOf(id).slice(0, 2) : (classOf(id).split(/[ ,/]/)[0] ?? id),
      scenario: (id) => scenarios.get(id)?.title[lang] ?? id,
      dim: (index) => dims[index]?.name[lang] ?? `D${index + 1}`,
      text: (text) => text[lang],
    }
  }, [ground, lang])
}
