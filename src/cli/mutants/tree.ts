/** A scenario file's content as plain data, before it is checked: found and changed by paths. */

export type Step = string | number
export type Table = { [key: string]: unknown }

export const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Site {
  readonly path: readonly Step[]
  readonly value: unknown
}

/** Everything in a tree, parents first, in the order of the file. */
export function sitesIn(tree: unknown): Site[] {
  const sites: Site[] = []
  const visit = (value: unknown, path: readonly Step[]): void => {
    sites.push({ path, value })
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    else if (isTable(value))
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
  }
  visit(tree, [])
  return sites
}

/** What stands at a path; undefined if nothing does. */
export function at(tree: unknown, path: readonly Step[]): unknown {
  let value = tree
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isTable(value)) value = Object.hasOwn(value, step) ? value[step] : undefined
    else return undefined
  }
  return value
}

/** A copy of the tree in which `value` stands at the path; undefined: nothing stands there any more. */
export function withAt(tree: unknown, path: readonly Step[], value: unknown): unknown {
  const copy: unknown = structuredClone(tree)
  change(copy, path, value)
  return copy
}

/** Changes the tree itself. */
export function change(tree: unknown, path: readonly Step[], value: unknown): void {
  const last = path.at(-1)
  const owner = at(tree, path.slice(0, -1))
  if (last === undefined) return
  if (Array.isArray(owner)) {
    if (value === undefined) owner.splice(Number(last), 1)
    else owner[Number(last)] = value
  } else if (isTable(owner)) {
    if (value === undefined) delete owner[last]
    else owner[last] = value
  }
}

/** Does a path end like this? `*` stands for any step. */
export function endsLike(path: readonly Step[], ...pattern: readonly Step[]): boolean {
  const from = path.length - pattern.length
  return from >= 0 && pattern.every((step, index) => step === '*' || step === path[from + index])
}
