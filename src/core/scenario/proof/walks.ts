import type { TrialGround } from '../../robots/trial.ts'
import { compile } from '../compile.ts'
import type { Coverage } from '../coverage.ts'
import type { Finder } from '../finder.ts'
import type { Leaks } from '../leaks.ts'
import { variantWords } from '../references.ts'
import { type Rolled, rollVariant, variants } from '../roll.ts'
import type { Scenario } from '../schema.ts'
import { shadows } from '../twins.ts'
import { type VariantWalk, walkVariant } from '../walk.ts'
import type { Bounds } from '../walkTypes.ts'
import type { Work } from '../work.ts'
import { fingerprintOf } from './fingerprint.ts'
import { Gathering } from './gathering.ts'
import type { WalkReport } from './report.ts'
import { inWords, wordsOf } from './words.ts'

/** The walks of all variants, put together. */

/** Walks by what they depend on, of one ground. Holds those of the last text. */
export type WalkMemory = Map<string, VariantWalk>

export interface Proving {
  readonly ground: TrialGround | null
  readonly finder: Finder
  readonly coverage: Coverage
  readonly leaks: Leaks
}

/** From here on the author is told. */
const MANY_STATES = 300_000

/**
 * Walks every variant that differs in structure and notes what is wrong. Walks found in `memory` are taken from there;
 * afterwards it holds those of this scenario. Throws as `compile` and `rollVariant` do.
 */
export function* provenWalks(
  scenario: Scenario,
  proof: Proving,
  bounds: Bounds,
  memory: WalkMemory,
): Work<WalkReport> {
  const { ground, finder, coverage, leaks } = proof
  const kept = new Map<string, VariantWalk>()
  const gathering = new Gathering(scenario)
  for (const variant of variants(scenario)) {
    const rolled = rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name)
    const name = variantWords(rolled, scenario)
    const print = fingerprintOf(rolled)
    const walk = memory.get(print) ?? (yield* walkVariant(rolled, ground, bounds, name))
    if (walk.whole) kept.set(print, walk)
    note(walk, rolled, proof)
    gathering.add(walk, rolled, name, wordsOf(rolled.scenario, ground))
    yield
  }
  memory.clear()
  for (const [print, walk] of kept) memory.set(print, walk)
  const report = gathering.report(coverage, leaks)
  if (report.whole) {
    coverage.report(scenario, finder)
    leaks.report(finder)
    const { states } = report
    if (states > MANY_STATES)
      finder.add('SC058', ['talk'], `共 ${states} 个状态。`, `${states} states in all.`)
  }
  return report
}

function note(walk: VariantWalk, rolled: Rolled, { ground, finder, coverage, leaks }: Proving) {
  const script = compile(rolled)
  const words = wordsOf(rolled.scenario, ground)
  coverage.list(script, rolled)
  coverage.add(walk.seen)
  leaks.add(script, walk.offers)
  for (const { code, path, zh, en, route } of walk.findings)
    finder.add(code, path, zh, en, route ? { route: inWords(route, words) } : {})
  if (!walk.whole) return
  for (const { one, other, sameWords } of shadows(script, walk.offers))
    finder.add(
      'SC055',
      other.path,
      sameWords ? `与“${one.id}”同时给出，话一样。` : `与“${one.id}”同时给出，话术和后果完全一样。`,
      sameWords
        ? `Offered together with '${one.id}', in the same words.`
        : `Offered together with '${one.id}', with the same act and the same consequences.`,
      sameWords ? {} : { severity: 'warning' },
    )
}
