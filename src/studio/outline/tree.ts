import type { Diagnostic, Path } from '../../core/scenario/diagnostic.ts'
import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import type { Text } from '../../core/scenario/primitives.ts'

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
  /** Where one more goes; null if none can be added here. */
  readonly adds: { readonly path: Path; readonly front: string; readonly isList: boolean } | null
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
  const branch = (
    id: string,
    path: Path,
    leaves: readonly Leaf[],
    front: string | null,
    isAList = false,
  ): Branch => ({
    id,
    path,
    leaves,
    adds: front === null ? null : { path, front, isList: isAList },
  })
  return [
    branch('about', [], [], null),
    branch('caller', ['caller'], [], null),
    branch('moods', ['moods'], [], null),
    branch('facts', ['facts'], named(['facts'], 'text'), 'fact'),
    branch('nodes', ['talk', 'nodes'], named(['talk', 'nodes'], 'caller'), 'node'),
    branch('groups', ['talk', 'groups'], named(['talk', 'groups'], 'say'), 'group'),
    branch('talk', ['talk'], [], null),
    branch('line', ['line'], [], null),
    branch('anywhere', ['anywhere'], listed(['anywhere'], 'caller', false), 'reaction', true),
    branch('partners', ['world', 'partners'], named(['world', 'partners'], 'name'), 'partner'),
    branch('endings', ['endings'], named(['endings'], 'after'), 'ending'),
    branch('key', ['key'], listed(['key', 'critical'], 'text', true), null),
    branch('vary', ['vary'], named(['vary'], 'name'), 'vary'),
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
