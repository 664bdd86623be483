import { type Edit, type EditResult, editText } from '../edit/edit.ts'
import { dataOf, readTree } from '../edit/tree.ts'
import { isList, isMap, type Json } from '../edit/write.ts'
import type { Text } from '../primitives.ts'

/** Structure is all of a scenario but its words: while it is being translated, nothing else may change. */

/** Does a text say the same as another but for words in either language? False if one of them can't be read. */
export function keepsStructure(before: string, after: string): boolean {
  const [one, other] = [structureOf(before), structureOf(after)]
  return one !== null && one === other
}

const LOCKED: Text = {
  zh: '正在翻译，结构已锁定，只能改文字。要改结构，先在“语言”里解锁。',
  en: "The structure is locked while translating; only words can be changed. Unlock it under 'Languages' first.",
}

/** As `editText`, but what would change more than words is refused. */
export function editWords(source: string, edits: readonly Edit[]): EditResult {
  const made = editText(source, edits)
  return made.ok && !keepsStructure(source, made.text) ? { ok: false, why: LOCKED } : made
}

/** All but the words, as a text, with its order; null if it can't be read. */
function structureOf(text: string): string | null {
  const tree = readTree(text)
  if (!tree) return null
  const content = dataOf(tree.root)
  // each publication has a number of its own, which is not structure
  return JSON.stringify(bare(isMap(content) ? { ...content, version: 0 } : content))
}

/** The content without its words. */
function bare(value: Json, inCondition = false): Json {
  if (isList(value)) return value.map((item) => bare(item, inCondition))
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      // a condition may ask for a variant of any name
      .filter(([key, item]) => inCondition || !((key === 'zh' || key === 'en') && isWords(item)))
      .map(([key, item]) => [key, bare(item, inCondition || key === 'when')]),
  )
}

const isWords = (value: Json): boolean =>
  value === null ||
  typeof value === 'string' ||
  (isList(value) && value.every((item) => typeof item === 'string'))
