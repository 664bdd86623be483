import { compile } from '../../core/scenario/compile.ts'
import { roll } from '../../core/scenario/roll.ts'
import { score } from '../../core/scoring/score.ts'
import type { Attempt } from '../../core/sim/attempt.ts'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import { replay } from '../../core/sim/replay.ts'
import type { VerifiedAttempt } from '../../storage/ports.ts'
import { createLibrary, type Library } from '../../ui/library/library.ts'
import type { ContentFiles } from '../../ui/services.ts'
import { resultOf } from './finishAttempt.ts'

let shared: {
  readonly content: Pick<ContentFiles, 'read' | 'pinned' | 'carried'>
  readonly library: Library
} | null = null

/** One library for a whole import, since its files are the same. */
function libraryOf(content: Pick<ContentFiles, 'read' | 'pinned' | 'carried'>): Library {
  if (shared?.content !== content) shared = { content, library: createLibrary(content) }
  return shared.library
}

/**
 * Plays an imported attempt again with the scenario that it is pinned to. Refuses one from another engine or scenario
 * version, which can't be played here, and one whose entries differ, naming the first that does.
 */
export async function verifyAttempt(
  { header, entries }: Attempt,
  content: Pick<ContentFiles, 'read' | 'pinned' | 'carried'>,
): Promise<VerifiedAttempt> {
  const no = (why: string, n: number | null = null): VerifiedAttempt => ({ ok: false, n, why })
  if (header.engine !== ENGINE_VERSION) {
    return no(`made by engine ${header.engine}; this is engine ${ENGINE_VERSION}`)
  }
  const library = libraryOf(content)
  const loaded = await library.scenario(header.scenario.id, header.scenario.hash).catch(() => null)
  if (!loaded) return no(`no scenario ${header.scenario.id} here`)
  if (loaded.hash !== header.scenario.hash) {
    return no(`another version of scenario ${header.scenario.id}: the content differs`)
  }
  const { atlas } = await library.city(loaded.scenario.city, loaded.hash)
  const rolled = roll(loaded.scenario, header.seed, (id) => atlas.place(id)?.name)
  const script = compile(rolled)
  const verdict = replay({ script, rolled, atlas, header }, entries)
  if (!verdict.ok) return no('the entry differs from what its commands give', verdict.n)
  if (!verdict.session.finished) return { ok: true }
  const [rubric, taxonomy] = await Promise.all([library.rubric(), library.taxonomy()])
  const card = score(header, entries, { script, rolled, atlas, rubric, taxonomy })
  return { ok: true, result: resultOf(card) }
}
