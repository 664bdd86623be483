import type { Patch } from '../edit/patch.ts'

/** Two texts line by line: what stands in one and not in the other (Myers, An O(ND) difference algorithm, 1986). */

/** Lines from `from` to before `to`, counted from 0, gave way to those of the other text. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/** Lines put in or taken out beyond which a stretch counts as rewritten: keeps time and memory bounded for any text. */
const MOST_EDITS = 1200

/** A text's lines with their line ends: joined they are the text. */
export const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** The stretches in which two lists of lines differ, in order. As few lines as can be, unless there are too many. */
export function compareLines(before: readonly string[], after: readonly string[]): Stretch[] {
  let front = 0
  const shorter = Math.min(before.length, after.length)
  while (front < shorter && before[front] === after[front]) front += 1
  let back = 0
  while (
    back < shorter - front &&
    before[before.length - 1 - back] === after[after.length - 1 - back]
  )
    back += 1
  const from = front
  const to = before.length - back
  const newTo = after.length - back
  if (from === to && from === newTo) return []
  if (from === to || from === newTo) return [{ from, to, newFrom: from, newTo }]
  const kept = matches(before.slice(from, to), after.slice(from, newTo))
  return between(kept, to - from, newTo - from).map((one) => ({
    from: one.from + front,
    to: one.to + front,
    newFrom: one.newFrom + front,
    newTo: one.newTo + front,
  }))
}

type Match = readonly [x: number, y: number]

/** Pairs of lines that are the same in both, in order; none if it takes too many edits. */
function matches(a: readonly string[], b: readonly string[]): readonly Match[] {
  const most = Math.min(MOST_EDITS, a.length + b.length)
  // how far each diagonal has come with so many edits
  const reach = new Int32Array(2 * most + 3)
  const trail: Int32Array[] = []
  const middle = most + 1
  const at = (list: Int32Array, k: number): number => list[middle + k] ?? 0
  for (let edits = 0; edits <= most; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, k - 1) < at(reach, k + 1))
      let x = down ? at(reach, k + 1) : at(reach, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach[middle + k] = x
      if (x >= a.length && x - k >= b.length) return traced(trail, a.length, b.length)
    }
    // of the diagonals that the next round looks at, no more
    trail.push(reach.slice(middle - edits - 1, middle + edits + 2))
  }
  return []
}

/** From the end of both back to their beginning, along what each number of edits had reached. */
function traced(trail: readonly Int32Array[], endX: number, endY: number): readonly Match[] {
  const kept: Match[] = []
  let x = endX
  let y = endY
  for (let edits = trail.length; edits > 0; edits -= 1) {
    const reach = trail[edits - 1]
    const at = (k: number): number => reach?.[k + edits] ?? 0
    const k = x - y
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const before = down ? k + 1 : k - 1
    const fromX = at(before)
    const fromY = fromX - before
    for (; x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0); ) kept.push([--x, --y])
    x = fromX
    y = fromY
  }
  while (x > 0 && y > 0) kept.push([--x, --y])
  return kept.reverse()
}

/** What lies between the lines that are the same. */
function between(kept: readonly Match[], length: number, newLength: number): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  let newFrom = 0
  for (const [x, y] of [...kept, [length, newLength] as const]) {
    if (x > from || y > newFrom) stretches.push({ from, to: x, newFrom, newTo: y })
    from = x + 1
    newFrom = y + 1
  }
  return stretches
}

/** What makes one text of another, so that everything that they share stays where it is. */
export function patchesBetween(before: string, after: string): readonly Patch[] {
  const old = linesOf(before)
  const fresh = linesOf(after)
  const offsets = [0]
  for (const line of old) offsets.push((offsets.at(-1) ?? 0) + line.length)
  return compareLines(old, fresh).map(({ from, to, newFrom, newTo }) => ({
    from: offsets[from] ?? 0,
    to: offsets[to] ?? 0,
    insert: fresh.slice(newFrom, newTo).join(''),
  }))
}

export interface ShownLine {
  readonly kind: 'same' | 'out' | 'in'
  /** Its number in the text before or after, from 1; null where it isn't there. */
  readonly old: number | null
  readonly new: number | null
  readonly text: string
}

/** Changes that stand near each other, with a few lines around them. */
export type Hunk = readonly ShownLine[]

/** The difference as people read it. `around`: so many lines of what stayed are shown beside each change. */
export function hunksOf(before: string, after: string, around = 2): readonly Hunk[] {
  const old = linesOf(before)
  const fresh = linesOf(after)
  const hunks: ShownLine[][] = []
  let hunk: ShownLine[] = []
  /** Of the old lines, the first that is not shown yet; `shift` leads to the new ones. */
  let shown = 0
  const same = (from: number, to: number, shift: number): void => {
    for (let i = from; i < to; i += 1)
      hunk.push({ kind: 'same', old: i + 1, new: i + 1 + shift, text: bare(old[i]) })
  }
  let shift = 0
  for (const { from, to, newFrom, newTo } of compareLines(old, fresh)) {
    if (hunk.length > 0 && from - shown > 2 * around) {
      same(shown, shown + around, shift)
      hunks.push(hunk)
      hunk = []
    }
    same(hunk.length > 0 ? shown : Math.max(shown, from - around), from, shift)
    for (let i = from; i < to; i += 1)
      hunk.push({ kind: 'out', old: i + 1, new: null, text: bare(old[i]) })
    for (let i = newFrom; i < newTo; i += 1)
      hunk.push({ kind: 'in', old: null, new: i + 1, text: bare(fresh[i]) })
    shown = to
    shift = newTo - to
  }
  if (hunk.length > 0) {
    same(shown, Math.min(old.length, shown + around), shift)
    hunks.push(hunk)
  }
  return hunks
}

const bare = (line: string | undefined): string => (line ?? '').replace(/\r?\n$/, '')
