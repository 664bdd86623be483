import type { FileChange, FileContent, Files } from '../../core/files/files.ts'
import { patchesBetween } from '../../core/scenario/compare/lines.ts'
import { sameData } from '../../core/sim/same.ts'

/** What makes one set of files of another; texts are patched, so that what they share stays where it is. */
export function changesBetween(before: Files, after: Files): readonly FileChange[] {
  const changes: FileChange[] = []
  for (const [path, content] of after) {
    const its = before.get(path)
    if (isSame(its, content)) continue
    if (its && 'text' in its && 'text' in content)
      changes.push({ path, patches: patchesBetween(its.text, content.text) })
    else changes.push({ path, put: content })
  }
  for (const path of before.keys()) if (!after.has(path)) changes.push({ path, put: null })
  return changes
}

export interface FileDifference {
  readonly path: string
  readonly change: 'added' | 'removed' | 'changed'
}

/** Which files differ, in the order of their paths. */
export function filesThatDiffer(before: Files, after: Files): readonly FileDifference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap((path): FileDifference[] => {
    const [its, content] = [before.get(path), after.get(path)]
    if (!its) return [{ path, change: 'added' }]
    if (!content) return [{ path, change: 'removed' }]
    return isSame(its, content) ? [] : [{ path, change: 'changed' }]
  })
}

export const sameFiles = (one: Files, other: Files): boolean =>
  filesThatDiffer(one, other).length === 0

const isSame = (one: FileContent | undefined, other: FileContent): boolean =>
  one !== undefined && sameData(one, other)
