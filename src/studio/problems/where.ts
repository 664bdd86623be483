import type { Diagnostic, Path } from '../../core/scenario/diagnostic.ts'

/** A diagnostic's path as steps; indices are numbers. */
export function pathOf({ path }: Diagnostic): Path {
  if (path === '') return []
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** The part of a path that a person would name: `crying › gentle` of `talk.nodes.crying.replies.gentle.goto`. */
export function nameOf(path: Path): string {
  const [first, second, third, fourth, fifth] = path.map(String)
  const named = (...names: readonly (string | undefined)[]): string =>
    names.filter((name) => name !== undefined && name !== '').join(' › ')
  if (first === 'talk' && second === 'nodes')
    return fourth === 'replies' ? named(third, fifth) : named(third, fourth)
  if (first === 'talk' && second === 'groups') return named(third, fourth)
  return named(first, second, third)
}
