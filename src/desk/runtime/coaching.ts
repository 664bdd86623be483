import type { Text } from '../../core/scenario/primitives.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { Session } from '../../core/sim/session.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { ActQuality } from '../../core/taxonomy/vocabulary.ts'
import type { LocalStore } from '../../storage/ports.ts'
import type { AttemptRunner } from './attemptRunner.ts'
import { headerFrom } from './newAttempt.ts'

/** What coaching says of a reply: what it did in the talk, and why that helps or harms. */
export interface CoachNote {
  /** Journal entry of the reply. */
  readonly n: number
  readonly acts: readonly { readonly name: Text; readonly quality: ActQuality }[]
  /** The worst of the acts decides. */
  readonly quality: ActQuality
  readonly why: Text
}

const WORST_FIRST: readonly ActQuality[] = ['forbidden', 'risky', 'neutral', 'supportive']

/** The note on the last thing said; null outside coaching or before anything was said. */
export function coachNote(session: Session, taxonomy: Taxonomy): CoachNote | null {
  if (session.header.mode !== 'coaching') return null
  const said = session.view().talk.findLast(({ who }) => who === 'trainee')
  const reply = said && session.script.replies.find(({ id }) => id === said.id)
  if (!said || !reply) return null
  const acts = reply.acts.flatMap((id) => taxonomy.acts.find((act) => act.id === id) ?? [])
  const qualities = acts.map(({ quality }) => quality)
  const quality = WORST_FIRST.find((one) => qualities.includes(one)) ?? 'neutral'
  const telling = acts.find((act) => act.quality === quality)
  const why = reply.why ?? telling?.hint
  if (!why) return null
  return {
    n: said.n,
    acts: acts.map(({ name, quality: of }) => ({ name, quality: of })),
    quality,
    why,
  }
}

/** Where stepping back leads: just before the last thing said; null if nothing was said yet or the attempt is no coaching. */
export function stepBackTo(session: Session): { readonly n: number; readonly at: number } | null {
  if (session.header.mode !== 'coaching' || session.finished) return null
  const entry = session.journal.findLast(
    (one, n) => one.origin === 'trainee' && one.command.do === 'say' && !refused(session, n),
  )
  return entry ? { n: entry.n, at: entry.at } : null
}

function refused({ journal }: Session, n: number): boolean {
  const next = journal[n + 1]
  return next?.origin === 'script' && next.happening.what === 'refused'
}

/**
 * Steps back one exchange: this attempt ends as left, a new one begins with its inputs up to there. Nothing that was
 * stored changes. Returns the new attempt's id, or null if there is nothing to step back to.
 */
export async function stepBack(
  store: LocalStore,
  runner: AttemptRunner,
  timeStamp: number,
  now: number,
): Promise<string | null> {
  const to = stepBackTo(runner.session)
  if (to === null) return null
  const header: Header = headerFrom(runner.session.header, store.newId(), to.n, to.at, now)
  if (runner.paused) runner.unpause(timeStamp)
  runner.replaced = true
  runner.do({ do: 'leave' }, timeStamp)
  await runner.stored()
  await store.close(runner.session.header.id, 'left', null)
  await store.create(header)
  return header.id
}
