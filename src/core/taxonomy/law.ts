import type { Law } from './schema.ts'
import type { Taxonomy } from './taxonomy.ts'

/**
 * The law texts in force on a date (`2025-12-14`, or a local date and time such as `2025-12-14T23:40`), so that a
 * call in 2025 is debriefed by the law of 2025. First and last day count. With a topic (`noise`, `dv`, …), only those on it.
 */
export function lawsAt(
  taxonomy: Pick<Taxonomy, 'laws'>,
  date: string,
  topic?: string,
): readonly Law[] {
  // ISO dates sort as text
  const day = date.slice(0, 10)
  return taxonomy.laws.filter(
    (law) =>
      (topic === undefined || law.topic === topic) &&
      (law.from === undefined || law.from <= day) &&
      (law.until === undefined || day <= law.until),
  )
}
