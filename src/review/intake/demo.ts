import { detailOf, sheetOf } from '../../core/review/sheet.ts'
import { type CohortAttempt, type CohortPlan, playCohort } from '../../core/robots/cohort.ts'
import { score } from '../../core/scoring/score.ts'
import type { Incoming, Judged } from '../../storage/review/ports.ts'
import { incoming, keep } from './read.ts'

/** A term of robots, played through the real simulation here and now. */

export interface Played {
  readonly incoming: Incoming
  readonly judged: Judged
}

/** Plays the plan; `each` gets every attempt, kept and scored, and is waited for. */
export async function playDemo(
  plan: CohortPlan,
  each: (played: Played) => Promise<void>,
): Promise<void> {
  let latest: CohortAttempt | null = null
  const term = playCohort(plan, (attempt) => {
    latest = attempt
  })
  while (!term.next().done) {
    if (latest !== null) await each(await kept(latest))
  }
}

async function kept({ header, entries, stage, ground }: CohortAttempt): Promise<Played> {
  const { rolled, script } = stage
  const card = score(header, entries, { ...ground, script, rolled })
  const sheet = sheetOf(header, card)
  const one = await incoming(
    keep({
      attempt: { format: 'first-ring-attempt', formatVersion: 1, header, entries: [...entries] },
      status: sheet ? 'finished' : 'left',
      result: null,
    }),
    '',
  )
  const standing = sheet ? 'counted' : 'left'
  return {
    incoming: { ...one, row: { ...one.row, standing } },
    judged: {
      id: header.id,
      standing,
      detail: '',
      n: null,
      sheet,
      more: sheet ? detailOf(header, entries, card, script) : null,
    },
  }
}
