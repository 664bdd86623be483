import type { Language } from '../../core/scenario/primitives.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { ItemCode } from '../../core/scoring/scorecard.ts'
import type { Atlas } from '../../core/sim/atlas.ts'
import { classLabel, isKnownClass, type Taxonomy } from '../../core/taxonomy/taxonomy.ts'

/** What the names of an item's subject are looked up in. */
export interface SubjectGround {
  /** One variant of the scenario: the others tell of the same facts in other words. */
  readonly scenario: Scenario
  readonly atlas: Atlas
  readonly taxonomy: Taxonomy
}

/** What a point was lost by, in words; the id where nothing here knows it. */
export function subjectText(
  { scenario, atlas, taxonomy }: SubjectGround,
  code: ItemCode,
  subject: string,
  lang: Language,
): string {
  const named = (
    list: readonly { readonly id: string; readonly name: Record<Language, string> }[],
  ) => list.find(({ id }) => id === subject)?.name[lang]
  switch (code) {
    case 'fact':
      return scenario.facts[subject]?.text[lang] ?? subject
    case 'acts':
    case 'forbidden-act':
      return named(taxonomy.acts) ?? subject
    case 'owner':
      return named(taxonomy.owners) ?? subject
    case 'class':
    case 'sub-type':
    case 'first-choice':
      return isKnownClass(taxonomy, subject) ? classLabel(taxonomy, subject, lang) : subject
    default:
      return (
        scenario.world.partners[subject]?.name[lang] ??
        named(atlas.partners) ??
        named(atlas.units) ??
        named(taxonomy.units) ??
        subject
      )
  }
}
