import type { Path } from '../../core/scenario/diagnostic.ts'

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
