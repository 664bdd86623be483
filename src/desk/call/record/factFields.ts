import type { RecordChange, RecordField } from '../../../core/sim/command.ts'
import type { RecordView } from '../../../core/sim/view.ts'
import { optionName } from '../../../core/taxonomy/options.ts'
import type { Field } from '../../../core/taxonomy/schema.ts'
import type { Taxonomy } from '../../../core/taxonomy/taxonomy.ts'
import type { Language } from '../../../ui/i18n/keys.ts'

/** The fields that stand as chips, in the order of their numbers. */
export const FACT_FIELDS = [
  'people',
  'injuries',
  'weapons',
  'dangers',
  'needs',
  'when',
  'callback',
  'callerName',
  'looks',
  'contacts',
] as const satisfies readonly RecordField[]

export type FactField = (typeof FACT_FIELDS)[number]

/** Fields that hold several of the taxonomy's options. */
export const LIST_FIELDS = ['injuries', 'weapons', 'dangers', 'needs', 'contacts', 'looks'] as const
export type ListField = (typeof LIST_FIELDS)[number]
export type WordField = 'callback' | 'callerName' | 'when'

export function isListField(field: FactField): field is ListField {
  return LIST_FIELDS.some((one) => one === field)
}

/** The number that opens a field: 1 … 9, then 0. */
export function digitOf(index: number): string {
  return String((index + 1) % 10)
}

export function fieldOf(taxonomy: Taxonomy, id: RecordField): Field | undefined {
  return taxonomy.fields.find((field) => field.id === id)
}

/** What stands in a field, in words; empty if nothing does. */
export function factWords(
  record: RecordView,
  id: FactField,
  field: Field | undefined,
  lang: Language,
): string {
  const value = record[id]
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return optionName(field, value, lang)
  return value.map((one) => optionName(field, one, lang)).join(lang === 'zh' ? '、' : ', ')
}

/** The change that writes a list field. */
export function listChange(field: ListField, value: string[]): RecordChange {
  return { field, value }
}

/** The change that writes a field of one word. */
export function wordChange(field: WordField, value: string | null): RecordChange {
  return { field, value }
}
