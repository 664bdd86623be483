import type { Path } from './diagnostic.ts'

/** A file's content as plain data: tables, lists and values in each other. */
export type Table = Readonly<Record<string, unknown>>

export const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Looks at a value and at all that is in it, from above, in the file's order. `see` says whether to go on into a value;
 * `path` leads to it, and is one list for all: who keeps it copies it. It is one function for all who look, since engines
 * compile a recursion anew that is made anew for each look.
 */
export function lookThrough(root: unknown, see: (value: unknown, path: Path) => boolean): void {
  visit(root, [], see)
}

function visit(
  value: unknown,
  path: (string | number)[],
  see: (value: unknown, path: Path) => boolean,
): void {
  if (!see(value, path)) return
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      visit(value[index], path, see)
      path.pop()
    }
  } else if (isTable(value)) {
    for (const key of Object.keys(value)) {
      path.push(key)
      visit(value[key], path, see)
      path.pop()
    }
  }
}
