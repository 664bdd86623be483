import { stagesOf, type Trial, type TrialGround } from '../../core/robots/trial.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { score } from '../../core/scoring/score.ts'
import type { Scorecard } from '../../core/scoring/scorecard.ts'
import type { Command } from '../../core/sim/command.ts'
import { Session } from '../../core/sim/session.ts'

/** One trainee's commands, given again in another scenario of the same variants. */

/** What the same work comes to there; `leaves` says which commands are left out. Null if there is no such variant. */
export function replayed(
  { journal, header }: Trial,
  index: number,
  scenario: Scenario,
  ground: TrialGround,
  leaves: (command: Command) => boolean = () => false,
): Scorecard | null {
  const stage = stagesOf(scenario, ground)[index]
  if (!stage) return null
  const { script, rolled } = stage
  const session = new Session({ script, rolled, atlas: ground.atlas, header })
  for (const entry of journal)
    if (entry.origin === 'trainee' && !leaves(entry.command))
      session.dispatch(entry.command, Math.max(entry.at, session.now))
  return score(header, session.journal, { ...ground, script, rolled })
}
