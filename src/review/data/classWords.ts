import type { Language } from '../../core/scenario/primitives.ts'
import { classLabel, isKnownClass, type Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** `P02.dv 治安 › 家庭暴力` for `P02.dv`; what is no class, such as a reviewer's own words, as it is. */
export type ClassWords = (text: string) => string

export function classWords(taxonomy: Taxonomy, lang: Language): ClassWords {
  return (text) =>
    isKnownClass(taxonomy, text) ? `${text} ${classLabel(taxonomy, text, lang)}` : text
}
