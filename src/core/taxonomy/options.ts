import type { Field } from './schema.ts'

/** The name of a field's option; a word that is no option stands for itself. */
export function optionName(field: Field | undefined, id: string, lang: 'zh' | 'en'): string {
  return field?.options.find((option) => option.id === id)?.[lang] ?? id
}

/** The list with an option put in or taken out; one that stands alone drives out the others, and the other way round. */
export function toggled(
  list: readonly string[],
  option: string,
  field: Field | undefined,
): string[] {
  if (list.includes(option)) return list.filter((one) => one !== option)
  const alone = (id: string) => field?.options.find((one) => one.id === id)?.alone === true
  if (alone(option)) return [option]
  return [...list.filter((one) => !alone(one)), option]
}
