import { z } from 'zod'
import { type Language, text } from '../scenario/primitives.ts'

/**
 * Where a figure or a name comes from. Taxonomy and rubric hold nothing without it, so that a centre can see
 * at a glance what to check against its own rules.
 */

/** In the source articles; read in an excerpt; our own proposal; not checked by anybody. */
export const BASES = ['seed', 'read', 'own', 'unchecked'] as const
export type Basis = (typeof BASES)[number]

const sourceId = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/)

/** Goes into every entry that claims something. `source` holds ids of the file's own list of sources. */
export const origin = {
  basis: z.enum(BASES),
  source: z.array(sourceId).min(1).max(6),
}

/** The file's own list: a rule, law, study or report by its own name and date, never the address of a re-post. */
export const sources = z.record(sourceId, z.strictObject({ name: text, date: text }))

/** A number of the rubric with where it comes from. */
export const figure = z.strictObject({ value: z.int().min(-10_000).max(3_600_000), ...origin })

export type Origin = { readonly basis: Basis; readonly source: readonly string[] }
export type Figure = z.output<typeof figure>
export type Sources = z.output<typeof sources>

const basisNames: Readonly<Record<Basis, Readonly<Record<Language, string>>>> = {
  seed: { zh: '源报道', en: 'source article' },
  read: { zh: '读自摘录', en: 'read in an excerpt' },
  own: { zh: '自拟', en: 'our own proposal' },
  unchecked: { zh: '未核对', en: 'unchecked' },
}

/**
 * One line that tells where an entry comes from, ending in the file's note that local rules come first.
 * Takes a whole taxonomy or rubric, the entry and the language.
 */
export function originLine(
  file: { readonly sources: Sources; readonly note: Readonly<Record<Language, string>> },
  entry: Origin,
  lang: Language,
): string {
  const names = entry.source.map((id) => {
    const source = file.sources[id]
    if (!source) return id
    return lang === 'zh'
      ? `${source.name.zh}（${source.date.zh}）`
      : `${source.name.en} (${source.date.en})`
  })
  return lang === 'zh'
    ? `${names.join('；')}；${basisNames[entry.basis].zh}。${file.note.zh}`
    : `${names.join('; ')}; ${basisNames[entry.basis].en}. ${file.note.en}`
}

/** Every `source` id used anywhere in a parsed file that its `sources` list doesn't name, with the path to it. */
export function unknownSources(
  value: unknown,
  known: Sources,
): readonly (readonly (string | number)[])[] {
  const found: (string | number)[][] = []
  const walk = (node: unknown, path: (string | number)[]): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries(node)) {
      const here = [...path, Array.isArray(node) ? Number(key) : key]
      if (key === 'source' && Array.isArray(child)) {
        child.forEach((id, index) => {
          if (typeof id === 'string' && !Object.hasOwn(known, id)) found.push([...here, index])
        })
      } else walk(child, here)
    }
  }
  walk(value, [])
  return found
}
