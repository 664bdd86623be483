import type { TrialGround } from '../robots/trial.ts'
import { parseRubric } from '../scoring/rubric.ts'
import { parseTaxonomy } from '../taxonomy/taxonomy.ts'
import { gridAtlas } from './atlas.ts'

/** What scoring judges by, from the shipped files' own text and the square town. */
export function groundFrom(taxonomyText: string, rubricText: string): TrialGround {
  const taxonomy = parseTaxonomy(taxonomyText)
  const rubric = parseRubric(rubricText)
  if (!taxonomy.ok || !rubric.ok) throw new Error('the shipped taxonomy and rubric do not parse')
  return { atlas: gridAtlas, taxonomy: taxonomy.taxonomy, rubric: rubric.rubric }
}
