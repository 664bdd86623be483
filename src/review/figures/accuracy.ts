import {
  isFirstRight,
  isRight,
  isSameClass,
  type Sheet,
  topClass,
} from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { type Share, share } from '../statistics/proportion.ts'

/** The first headline: was the class right? */

export interface Accuracy {
  readonly final: Share
  /** The first choice, by what was known at that moment; of those who chose at all. */
  readonly first: Share
  /** Revised from a wrong class to the right one, and the other way round. */
  readonly mended: number
  readonly spoiled: number
}

export function accuracy(sheets: readonly Sheet[]): Accuracy {
  let right = 0
  let chose = 0
  let firstRight = 0
  let mended = 0
  let spoiled = 0
  for (const sheet of sheets) {
    const { first, final, right: wanted } = sheet.choice
    const isFinal = isRight(sheet)
    if (isFinal) right += 1
    if (first === null) continue
    chose += 1
    if (isFirstRight(sheet)) firstRight += 1
    if (final === null || isSameClass(final, first)) continue
    const began = isSameClass(first, wanted)
    if (isFinal && !began) mended += 1
    else if (!isFinal && began) spoiled += 1
  }
  return { final: share(right, sheets.length), first: share(firstRight, chose), mended, spoiled }
}

/** Class × class. */
export interface Confusion {
  /** Classes that occur, in the taxonomy's order (their ids sort that way); `N…` after `P…`. */
  readonly classes: readonly string[]
  readonly rows: readonly ConfusionRow[]
  /** Wrong pairs, most frequent first. */
  readonly pairs: readonly Pair[]
}

interface Pair {
  readonly right: string
  readonly chosen: string
  readonly n: number
}

export interface ConfusionRow {
  readonly right: string
  readonly n: number
  readonly hits: Share
  /** By class of the final choice, in the order of `classes`. */
  readonly cells: readonly number[]
  /** Never classed at all. */
  readonly none: number
}

/** Worked out once for each list of sheets. */
export const confusion = perObject((sheets: readonly Sheet[]): Confusion => {
  const names = new Set<string>()
  const counts = new Map<string, Map<string | null, number>>()
  for (const { choice } of sheets) {
    const right = topClass(choice.right)
    const final = choice.final === null ? null : topClass(choice.final)
    names.add(right)
    if (final !== null) names.add(final)
    const row = counts.get(right) ?? new Map<string | null, number>()
    counts.set(right, row)
    row.set(final, (row.get(final) ?? 0) + 1)
  }
  const classes = [...names].sort(inOrder)
  const rows = [...counts.keys()].sort(inOrder).map((right): ConfusionRow => {
    const row = counts.get(right) ?? new Map<string | null, number>()
    const n = [...row.values()].reduce((sum, count) => sum + count, 0)
    return {
      right,
      n,
      hits: share(row.get(right) ?? 0, n),
      cells: classes.map((id) => row.get(id) ?? 0),
      none: row.get(null) ?? 0,
    }
  })
  const pairs = rows
    .flatMap(({ right, cells }) =>
      cells.flatMap((n, i) => {
        const chosen = classes[i]
        return n > 0 && chosen !== undefined && chosen !== right ? [{ right, chosen, n }] : []
      }),
    )
    .sort(mostFirst)
  return { classes, rows, pairs }
})

function mostFirst(a: Pair, b: Pair): number {
  return b.n - a.n || inOrder(a.right, b.right) || inOrder(a.chosen, b.chosen)
}

/** The first of the matrix's pairs, without the matrix; null if nothing was taken for something else. */
export function mostConfused(sheets: readonly Sheet[]): Pair | null {
  const counts = new Map<string, { right: string; chosen: string; n: number }>()
  for (const { choice } of sheets) {
    if (choice.final === null || isSameClass(choice.final, choice.right)) continue
    const right = topClass(choice.right)
    const chosen = topClass(choice.final)
    const key = `${right} ${chosen}`
    const pair = counts.get(key)
    if (pair) pair.n += 1
    else counts.set(key, { right, chosen, n: 1 })
  }
  return [...counts.values()].sort(mostFirst)[0] ?? null
}

/** Classes of 110 before what is none of its. */
function inOrder(a: string, b: string): number {
  const none = Number(a.startsWith('N')) - Number(b.startsWith('N'))
  return none !== 0 ? none : a < b ? -1 : a > b ? 1 : 0
}
