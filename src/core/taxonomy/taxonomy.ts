import type { Language, Text } from '../scenario/primitives.ts'
import { type Complaint, type Problem, readDocument } from './document.ts'
import { type SubType, type TaxonomyFile, type TopClass, taxonomyFile } from './schema.ts'
import { type Origin, unknownSources } from './source.ts'
import { ACTS, NOTICES, OWNERS, PRIORITIES, RECORD_FIELDS, UNIT_KINDS } from './vocabulary.ts'

/** One class, result or sub-type, as the picker shows it. */
export interface ClassEntry extends Origin {
  readonly id: string
  /** The class that it stands under; null at the top. */
  readonly parent: string | null
  /** 0 for a class, 1 for a sub-type, … */
  readonly depth: number
  readonly name: Text
  readonly words: { readonly zh: readonly string[]; readonly en: readonly string[] }
  /** A class of 110 (P…) or an outcome that is none (N…). */
  readonly kind: 'class' | 'result'
  /** Its top class is a placeholder that the notice doesn't name. */
  readonly provisional: boolean
  readonly children: readonly string[]
}

/** scenarios/taxonomy.yaml, checked, with its classes also as one flat list in tree order. */
export interface Taxonomy extends TaxonomyFile {
  readonly entries: readonly ClassEntry[]
  readonly byId: ReadonlyMap<string, ClassEntry>
}

export type ParsedTaxonomy =
  | { readonly ok: true; readonly taxonomy: Taxonomy }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the text of a taxonomy file. Never throws; every problem has its line and column. */
export function parseTaxonomy(source: string): ParsedTaxonomy {
  const read = readDocument(source, taxonomyFile, complaints)
  if (!read.ok) return read
  const entries = flatten(read.value)
  return {
    ok: true,
    taxonomy: { ...read.value, entries, byId: new Map(entries.map((entry) => [entry.id, entry])) },
  }
}

/** `P03.suicide.minor` → `['P03', 'P03.suicide', 'P03.suicide.minor']`: the class and all above it, from the top. */
export function classPath(id: string): readonly string[] {
  const parts = id.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

/** Is this a class, a sub-type or a result (topics of 12345 included) of the taxonomy? */
export function isKnownClass(taxonomy: Taxonomy, id: string): boolean {
  return taxonomy.byId.has(id)
}

/** `紧急求助 › 自杀 › 未成年人`. A part that the taxonomy doesn't know is shown by its id. */
export function classLabel(taxonomy: Taxonomy, id: string, lang: Language): string {
  return classPath(id)
    .map((step) => taxonomy.byId.get(step)?.name[lang] ?? step)
    .join(' › ')
}

/** The acts of a quality, e.g. those that count as supportive in D6. */
export function actsOf(
  taxonomy: Taxonomy,
  quality: TaxonomyFile['acts'][number]['quality'],
): ReadonlySet<string> {
  return new Set(taxonomy.acts.filter((act) => act.quality === quality).map((act) => act.id))
}

function flatten(file: TaxonomyFile): readonly ClassEntry[] {
  const entries: ClassEntry[] = []
  const addAll = (top: TopClass, kind: ClassEntry['kind']): void => {
    const inherited: Origin = top.subtypes ?? { basis: top.basis, source: top.source }
    const children: readonly SubType[] = top.topics
      ? file.topics.map((topic) => ({ ...topic, id: `${top.id}.${topic.id}` }))
      : top.children
    const add = (
      node: SubType,
      parent: string | null,
      depth: number,
      under: readonly SubType[],
      own: Origin,
    ): void => {
      const { id, name, words } = node
      const { basis, source } = own
      entries.push({
        id,
        parent,
        depth,
        name,
        words,
        kind,
        provisional: top.provisional,
        basis,
        source,
        children: under.map((child) => child.id),
      })
      for (const child of under) {
        add(child, id, depth + 1, child.children ?? [], {
          basis: child.basis ?? inherited.basis,
          source: child.source ?? inherited.source,
        })
      }
    }
    add({ id: top.id, name: top.name, words: top.words }, null, 0, children, top)
  }
  for (const top of file.classes) addAll(top, 'class')
  for (const top of file.results) addAll(top, 'result')
  return entries
}

/** What a schema can't say: unique ids, children under their parents, whole closed lists, known sources, dates in order. */
function complaints(file: TaxonomyFile): readonly Complaint[] {
  const found: Complaint[] = unknownSources(file, file.sources).map((path) => ({
    path,
    message: { zh: 'sources 里没有这个出处。', en: 'This source is not in the list of sources.' },
  }))

  const seen = new Set<string>()
  const walk = (
    nodes: readonly (SubType | TopClass)[],
    path: readonly (string | number)[],
    parent: string | null,
  ): void => {
    nodes.forEach((node, index) => {
      const here = [...path, index]
      if (seen.has(node.id)) {
        found.push({
          path: [...here, 'id'],
          message: { zh: `编号重复：${node.id}`, en: `Id used twice: ${node.id}` },
        })
      }
      seen.add(node.id)
      const above = classPath(node.id).at(-2) ?? null
      if (above !== parent) {
        found.push({
          path: [...here, 'id'],
          message: {
            zh: `编号 ${node.id} 应以 ${parent ?? '类别'} 开头且只多一级。`,
            en: `Id ${node.id} should be one level under ${parent ?? 'nothing'}.`,
          },
        })
      }
      if (node.children) walk(node.children, [...here, 'children'], node.id)
    })
  }
  walk(file.classes, ['classes'], null)
  walk(file.results, ['results'], null)

  const whole = (
    key: 'priorities' | 'owners' | 'acts' | 'notices' | 'units' | 'fields',
    ids: readonly string[],
  ): void => {
    const given = file[key].map((entry) => entry.id)
    for (const id of ids) {
      const count = given.filter((other) => other === id).length
      if (count !== 1) {
        found.push({
          path: [key],
          message: {
            zh: `${key} 里 ${id} 应正好出现一次，现在 ${count} 次。`,
            en: `${id} should stand exactly once in ${key}; it stands ${count} times.`,
          },
        })
      }
    }
  }
  whole('priorities', PRIORITIES)
  whole('owners', OWNERS)
  whole('acts', ACTS)
  whole('notices', NOTICES)
  whole('units', UNIT_KINDS)
  whole('fields', RECORD_FIELDS)

  const unique = (
    ids: readonly string[],
    path: (index: number) => readonly (string | number)[],
  ): void => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        found.push({
          path: path(index),
          message: { zh: `编号重复：${id}`, en: `Id used twice: ${id}` },
        })
    })
  }
  for (const key of ['matters', 'topics', 'domains', 'kinds', 'goals', 'laws'] as const) {
    unique(
      file[key].map((entry) => entry.id),
      (index) => [key, index, 'id'],
    )
  }
  file.fields.forEach((field, at) => {
    unique(
      field.options.map((option) => option.id),
      (index) => ['fields', at, 'options', index, 'id'],
    )
  })
  file.laws.forEach((law, index) => {
    if (law.from !== undefined && law.until !== undefined && law.from > law.until) {
      found.push({
        path: ['laws', index, 'until'],
        message: { zh: '止日早于起日。', en: 'It ends before it begins.' },
      })
    }
  })
  return found
}
