import type { Rubric } from '../../core/scoring/rubric.ts'
import { score } from '../../core/scoring/score.ts'
import type { ClassChoice, Scorecard } from '../../core/scoring/scorecard.ts'
import type { Session } from '../../core/sim/session.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { PRIORITIES } from '../../core/taxonomy/vocabulary.ts'
import type { AttemptResult, AttemptStore } from '../../storage/ports.ts'

/** What an attempt that is over came to; the trainee who left it gets no score. */
export function outcomeOf(session: Session): 'finished' | 'left' {
  const last = session.journal[session.journal.length - 1]
  const left =
    last?.origin === 'script' && last.happening.what === 'finished' && last.happening.left
  return left ? 'left' : 'finished'
}

/** The totals that lists show, from a scorecard; null if nothing was scored. */
export function resultOf(card: Scorecard): AttemptResult | null {
  if (card.total === null) return null
  const { choices, triage } = card.classification
  const last = choices.find(({ final }) => final)
  return {
    total: card.total,
    classPoints: card.classification.points,
    classMax: card.classification.max,
    passed: card.passed,
    redLines: card.redLines.map(({ kind }) => kind),
    ending: card.ending,
    firstDispatchMs: card.times.find(({ stage }) => stage === 'first-dispatch')?.ms ?? null,
    dims: card.dims.map(({ id, points, max }) => ({ id, points, max })),
    ...(last && {
      choice: { class: last.class, priority: last.priority, right: rightOf(card, last), triage },
    }),
  }
}

/** From the gravest on. */
const levels: readonly string[] = PRIORITIES

/** What the key asked for at the end; by then it may have changed since the last choice. */
function rightOf(card: Scorecard, last: ClassChoice): { class: string; priority: string } {
  const judged = card.dims.flatMap(({ items }) => items).find(({ code }) => code === 'class')
  const { triage } = card.classification
  const level = levels.indexOf(last.priority ?? '') + (triage ?? 0)
  return {
    class: judged?.subject ?? last.right.class,
    priority: triage === null ? last.right.priority : (PRIORITIES[level] ?? last.right.priority),
  }
}

/** Scores a finished attempt and closes it in the store. */
export async function closeAttempt(
  store: Pick<AttemptStore, 'close'>,
  session: Session,
  rubric: Rubric,
  taxonomy: Taxonomy,
): Promise<void> {
  const { header, journal, script, rolled, atlas } = session
  const status = outcomeOf(session)
  const card =
    status === 'left' ? null : score(header, journal, { script, rolled, atlas, rubric, taxonomy })
  await store.close(header.id, status, card === null ? null : resultOf(card))
}
