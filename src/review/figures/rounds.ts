import { type Remark, standing } from '../../core/review/remark.ts'

/** A calibration round: several raters mark the same attempts, blind, then see where they differ. */
export interface Round {
  readonly id: string
  readonly title: string
  readonly at: number
  readonly attempts: readonly string[]
  readonly raters: readonly string[]
  readonly open: boolean
  /** How many of its marks are given, of attempts × raters. */
  readonly given: number
}

/** Newest first. */
export function roundsOf(remarks: readonly Remark[]): readonly Round[] {
  const said = standing(remarks)
  const closed = new Set(
    said.flatMap(({ what }) => (what.kind === 'round-closed' ? [what.round] : [])),
  )
  return said
    .flatMap(({ id, at, what }): Round[] => {
      if (what.kind !== 'round') return []
      const { title, attempts, raters } = what
      const given = new Set(
        said.flatMap(({ by, what: mark }) =>
          mark.kind === 'mark' &&
          mark.round === id &&
          attempts.includes(mark.attempt) &&
          raters.includes(by)
            ? [`${by}\n${mark.attempt}`]
            : [],
        ),
      )
      return [{ id, title, at, attempts, raters, open: !closed.has(id), given: given.size }]
    })
    .reverse()
}

/** The open round in which this rater is to mark this attempt; undefined if there is none. */
export function openRoundOf(
  remarks: readonly Remark[],
  attempt: string,
  by: string,
): Round | undefined {
  return roundsOf(remarks).find(
    (round) => round.open && round.attempts.includes(attempt) && round.raters.includes(by),
  )
}

/** May this reader see that remark? Marks of an open round are blind: nobody sees another's. */
export function isVisible({ by, what }: Remark, rounds: readonly Round[], reader: string): boolean {
  if (what.kind !== 'mark' || what.round === null || by === reader) return true
  return rounds.find(({ id }) => id === what.round)?.open !== true
}
