import type { Path } from '../diagnostic.ts'
import { isRequired, shapesAt } from './shape.ts'

/** The keys that may stand at a path, in the order of the format; empty where names are the author's own. */
export function keysAt(path: Path): readonly string[] {
  const keys = shapesAt(path).flatMap((shape) =>
    shape.kind === 'object' ? shape.keys : shape.kind === 'text' ? ['zh', 'en'] : [],
  )
  // what stands in a list's items, where the item is not named
  if (keys.length === 0 && shapesAt(path).some(({ kind }) => kind === 'list'))
    return keysAt([...path, 0])
  return [...new Set(keys)]
}

/** Does a map or list at this path vanish with its last entry? Not what the author named, nor what must be there. */
export function mayVanish(path: Path): boolean {
  const above = shapesAt(path.slice(0, -1))
  return above.some(({ kind }) => kind === 'object') && !isRequired(path)
}
