import { type Remark, standing } from './remark.ts'

/** A remark with the replies to it, and to these, in the order given. */
export interface Thread {
  readonly remark: Remark
  readonly replies: readonly Remark[]
}

/**
 * What trainees may know of the remarks: comments, second marks, overrides, and the replies to these. Never a mark of a
 * calibration round, closed or not, nor what was said of one: that is between raters. What was taken back is gone.
 */
export function threadsForTrainee(remarks: readonly Remark[]): readonly Thread[] {
  const rootOf = roots(remarks)
  const stands = standing(remarks)
  return stands.filter(isTold).map((remark) => ({
    remark,
    replies: stands.filter((one) => one.what.kind === 'reply' && rootOf(one) === remark),
  }))
}

/** The same for a file, with the takings back of what may have travelled before. */
export function travelling(remarks: readonly Remark[]): readonly Remark[] {
  const rootOf = roots(remarks)
  const seen = new Set(
    threadsForTrainee(remarks).flatMap(({ remark, replies }) => [remark, ...replies]),
  )
  const told = new Set(
    remarks
      .filter((one) => {
        const root = rootOf(one)
        return root !== null && isTold(root)
      })
      .map(({ id }) => id),
  )
  return remarks.filter(
    (one) => seen.has(one) || (one.what.kind === 'take-back' && told.has(one.what.of)),
  )
}

/** May a trainee read it, as long as it stands? */
function isTold({ what }: Remark): boolean {
  if (what.kind === 'mark') return what.round === null
  return what.kind === 'comment' || what.kind === 'override'
}

/** What a reply answers in the end; a remark that is no reply is its own root. Null: that isn't here. */
function roots(remarks: readonly Remark[]): (one: Remark) => Remark | null {
  const byId = new Map(remarks.map((one) => [one.id, one]))
  return (one) => {
    // a file may say that two replies answer each other
    const passed = new Set<Remark>()
    let at: Remark | undefined = one
    while (at?.what.kind === 'reply') {
      if (passed.has(at)) return null
      passed.add(at)
      at = byId.get(at.what.to)
    }
    return at ?? null
  }
}
