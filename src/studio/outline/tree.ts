import type { Diagnostic, Path } from '../../core/scenario/diagnostic.ts'
import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { type Addable, isAddable } from '../forms/adding.ts'

/** The call's parts as a tree of two levels: what the outline shows. */
export interface Leaf {
  readonly path: Path
  readonly name: string
  /** Words by which it may be found besides its name. */
  readonly text: Text
  /** The red line that it crosses. */
  readonly isGrave: boolean
}

export interface Branch {
  /** A key of the texts' `forms` names, or `about` and `nodes`. */
  readonly id: string
  readonly path: Path
  readonly leaves: readonly Leaf[]
  /** What one more is added to; null if none can be added here. */
  readonly adds: Addable | null
}

const NOTHING: Text = { zh: '', en: '' }

function textOf(value: Json | undefined, key: string): Text {
  const text = isMap(value) ? value[key] : undefined
  const first = isList(text) ? text[0] : text
  return isMap(first) ? { zh: String(first.zh ?? ''), en: String(first.en ?? '') } : NOTHING
}

export function treeOf(content: unknown): readonly Branch[] {
  const root = content as Json
  const at = (path: Path): Json | undefined =>
    path.reduce<Json | undefined>(
      (value, step) =>
        isMap(value) ? value[String(step)] : isList(value) ? value[Number(step)] : undefined,
      root,
    )
  const named = (path: Path, words: string): Leaf[] => {
    const value = at(path)
    return isMap(value)
      ? Object.entries(value).map(([name, item]) => ({
          path: [...path, name],
          name,
          text: textOf(item, words),
          isGrave: isMap(item) && item.critical !== undefined,
        }))
      : []
  }
  const listed = (path: Path, words: string, isGrave: boolean): Leaf[] => {
    const value = at(path)
    return isList(value)
      ? value.map((item, index) => ({
          path: [...path, index],
          name: isMap(item) && typeof item.id === 'string' ? item.id : String(index + 1),
          text: textOf(item, words),
          isGrave: isGrave || (isMap(item) && item.critical !== undefined),
        }))
      : []
  }
  const branch = (id: string, path: Path, leaves: readonly Leaf[]): Branch => ({
    id,
    path,
    leaves,
    adds: isAddable(id) ? id : null,
  })
  return [
    branch('about', [], []),
    branch('caller', ['caller'], []),
    branch('moods', ['moods'], []),
    branch('facts', ['facts'], named(['facts'], 'text')),
    branch('nodes', ['talk', 'nodes'], named(['talk', 'nodes'], 'caller')),
    branch('groups', ['talk', 'groups'], named(['talk', 'groups'], 'say')),
    branch('talk', ['talk'], []),
    branch('line', ['line'], []),
    branch('anywhere', ['anywhere'], listed(['anywhere'], 'caller', false)),
    branch('partners', ['world', 'partners'], named(['world', 'partners'], 'name')),
    branch('endings', ['endings'], named(['endings'], 'after')),
    branch('key', ['key'], listed(['key', 'critical'], 'text', true)),
    branch('vary', ['vary'], named(['vary'], 'name')),
  ]
}

/** The worst below each path of the tree. */
export function worstBelow(
  diagnostics: readonly Diagnostic[],
  path: Path,
): Diagnostic['severity'] | null {
  const front = path.join('.')
  let worst: Diagnostic['severity'] | null = null
  for (const { path: at, severity } of diagnostics)
    if (at === front || at.startsWith(`${front}.`)) {
      if (severity === 'error') return 'error'
      worst = 'warning'
    }
  return worst
}
