import { sameData } from '../sim/same.ts'

/** What comes in beside what is here: nothing that is here is ever changed by what comes. */
export interface SortedOut<T> {
  readonly fresh: readonly T[]
  readonly known: readonly T[]
  /** Here under the same key, with another content. */
  readonly differing: readonly T[]
}

export function sortOut<T>(
  coming: readonly T[],
  here: readonly T[],
  keyOf: (one: T) => string,
): SortedOut<T> {
  const all = new Map(here.map((one) => [keyOf(one), one]))
  const fresh: T[] = []
  const known: T[] = []
  const differing: T[] = []
  for (const one of coming) {
    const mine = all.get(keyOf(one))
    if (mine === undefined) {
      all.set(keyOf(one), one)
      fresh.push(one)
    } else (sameData(mine, one) ? known : differing).push(one)
  }
  return { fresh, known, differing }
}
