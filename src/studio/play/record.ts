import type { PlanStep } from '../../core/plan/plan.ts'
import { type RecordChange, recordChange } from '../../core/sim/command.ts'
import type { RecordView } from '../../core/sim/view.ts'
import { optionName } from '../../core/taxonomy/options.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { Language } from '../../ui/i18n/keys.ts'

/** One thing that stands in the record, and the step that takes it out again. */
export interface Entered {
  readonly words: string
  readonly out: PlanStep
}

export interface RecordRow {
  readonly field: string
  readonly name: string
  /** Empty if nothing stands in the field. */
  readonly entered: readonly Entered[]
}

/** What every call needs: shown even while it is empty. */
const ALWAYS: ReadonlySet<string> = new Set(['location', 'class', 'priority', 'owner'])

/** The record as it stands, in the order of the form: what every call needs, and whatever else is filled in. */
export function recordRows(
  record: RecordView,
  taxonomy: Taxonomy,
  lang: Language,
): readonly RecordRow[] {
  return taxonomy.fields.flatMap(({ id, name }) => {
    const value: unknown = record[id as keyof RecordView]
    const entered = Array.isArray(value)
      ? value.flatMap((one) =>
          entry(
            id,
            one,
            taxonomy,
            lang,
            value.filter((item) => item !== one),
          ),
        )
      : value === null || value === undefined
        ? []
        : entry(id, value, taxonomy, lang, null)
    return entered.length > 0 || ALWAYS.has(id) ? [{ field: id, name: name[lang], entered }] : []
  })
}

function entry(
  field: string,
  value: unknown,
  taxonomy: Taxonomy,
  lang: Language,
  left: unknown,
): readonly Entered[] {
  const change = recordChange.safeParse({ field, value: left })
  return change.success
    ? [{ words: valueWords(field, value, taxonomy, lang), out: { set: change.data } }]
    : []
}

/** One value of a field, as the form names it. */
function valueWords(field: string, value: unknown, taxonomy: Taxonomy, lang: Language): string {
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[]) =>
    list.find(({ id }) => id === value)?.name[lang] ?? String(value)
  switch (field) {
    case 'location':
      return typeof value === 'object' && value !== null && 'text' in value
        ? String(value.text)
        : ''
    case 'class':
      return `${String(value)} ${named(taxonomy.entries)}`
    case 'priority':
      return `${String(value)} ${named(taxonomy.priorities)}`
    case 'owner':
      return named(taxonomy.owners)
    default:
      return optionName(
        taxonomy.fields.find(({ id }) => id === field),
        String(value),
        lang,
      )
  }
}

/** A change of the record in words: the field, and what stands in it from then on. */
export function changeWords(
  { field, value }: RecordChange,
  taxonomy: Taxonomy,
  lang: Language,
): string {
  const name = taxonomy.fields.find(({ id }) => id === field)?.name[lang] ?? field
  const values: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value]
  const words = values.map((one) => valueWords(field, one, taxonomy, lang))
  return `${name}: ${words.length === 0 ? '–' : words.join(lang === 'zh' ? '、' : ', ')}`
}
