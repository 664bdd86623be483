/** Totals of a call that was over when its tab was killed. Read only then: it needs the parsers and the scoring. */
import { compile } from '../../core/scenario/compile.ts'
import { roll } from '../../core/scenario/roll.ts'
import { score } from '../../core/scoring/score.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { AttemptResult } from '../../storage/ports.ts'
import type { ContentFiles } from '../../ui/services.ts'
import { resultOf } from '../runtime/finishAttempt.ts'
import { createLibrary } from '../runtime/library.ts'

/** Null if this very scenario is not here any more. Rejects with a LibraryError if a file can't be read. */
export async function lateResult(
  content: ContentFiles,
  header: Header,
  entries: readonly Entry[],
): Promise<AttemptResult | null> {
  const library = createLibrary(content)
  const { scenario, hash } = await library.scenario(header.scenario.id)
  if (hash !== header.scenario.hash) return null
  const [{ atlas }, rubric, taxonomy] = await Promise.all([
    library.city(scenario.city),
    library.rubric(),
    library.taxonomy(),
  ])
  const rolled = roll(scenario, header.seed, (place) => atlas.place(place)?.name)
  const input = { script: compile(rolled), rolled, atlas, rubric, taxonomy }
  return resultOf(score(header, entries, input))
}
