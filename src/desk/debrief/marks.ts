import type { Dimension, DimensionId, Item, Scorecard } from '../../core/scoring/scorecard.ts'

/** One reason for points at one moment: what the transcript, the timeline and the list of moments show. */
export interface Mark {
  readonly dim: DimensionId
  readonly item: Item
  /** Earned (above 0), or lost against what was to be had (below 0). 0: it counts towards a share. */
  readonly delta: number
}

/** What an item earned or, if it fell short, lost. */
export function deltaOf(item: Item): number {
  if (item.max === 0) return item.points
  return item.points < item.max ? item.points - item.max : item.points
}

/**
 * The scorecard's items by the journal entry that they belong to. Items that rest on many entries (the share of good
 * acts) count at each with delta 0, since no single one earned a whole point; what never happened stands under null.
 */
export function marksByEntry(card: Scorecard | null): ReadonlyMap<number | null, readonly Mark[]> {
  const marks = new Map<number | null, Mark[]>()
  const add = (n: number | null, mark: Mark): void => {
    const list = marks.get(n)
    if (list) list.push(mark)
    else marks.set(n, [mark])
  }
  for (const item of itemsOf(card?.dims ?? [])) {
    const mark = { dim: item.dim, item, delta: deltaOf(item) }
    const [first] = item.evidence
    if (isShared(item)) {
      for (const n of item.evidence) add(n, { ...mark, delta: 0 })
      if (mark.delta < 0) add(null, mark)
    } else if (first === undefined || item.at === null) {
      if (mark.delta < 0) add(null, mark)
    } else if (mark.delta !== 0) add(first, mark)
  }
  return marks
}

/** Does the item rest on the sum of many moments rather than on one? */
export const isShared = (item: Item): boolean => item.code === 'acts'

export const itemsOf = (dims: readonly Dimension[]): readonly Item[] =>
  dims.flatMap(({ items }) => items)

/** The mark that a narrow column shows: the greatest loss, else the greatest gain, else what merely counts. */
export function chiefMark(marks: readonly Mark[]): Mark | null {
  let chief: Mark | null = null
  for (const mark of marks) {
    if (
      !chief ||
      (mark.delta < 0 ? mark.delta < chief.delta : chief.delta >= 0 && mark.delta > chief.delta)
    )
      chief = mark
  }
  return chief
}

/** A row's marks of one dimension summed: losses if there are any, else gains. */
export interface DimSum {
  readonly dim: DimensionId
  readonly delta: number
}

/** Sums by dimension, losses first. A dimension with both shows its losses: they are what to look at. */
export function sumsByDim(marks: readonly Mark[]): readonly DimSum[] {
  const dims = [...new Set(marks.map(({ dim }) => dim))]
  return dims
    .map((dim) => {
      const own = marks.filter((mark) => mark.dim === dim)
      const lost = own.reduce((sum, { delta }) => sum + Math.min(0, delta), 0)
      return { dim, delta: lost < 0 ? lost : own.reduce((sum, { delta }) => sum + delta, 0) }
    })
    .toSorted((a, b) => a.delta - b.delta)
    .toSorted((a, b) => Number(b.delta < 0) - Number(a.delta < 0))
}
