import type { TrialGround } from '../robots/trial.ts'
import { CompileError } from './compile.ts'
import type { Finder } from './finder.ts'
import { checkGround, checkWhole } from './grounding.ts'
import { checkKey } from './keyChecks.ts'
import { checkReferences } from './references.ts'
import { RollError, type Rolled, rollVariant, type Variant, variants } from './roll.ts'
import type { Scenario } from './schema.ts'
import { checkDoubles, checkVarying, countVariants } from './varying.ts'
import { checkWindows } from './windows.ts'
import { checkWording } from './wording.ts'
import type { Work } from './work.ts'

/**
 * Everything that can be said without playing: names, references, texts. False if so much is wrong that the scenario
 * can't be played.
 */
export function* checkNames(
  scenario: Scenario,
  ground: TrialGround | null,
  finder: Finder,
): Work<boolean> {
  checkWording(scenario, finder)
  checkDoubles(scenario, finder)
  checkVarying(scenario, finder)
  if (ground) checkWhole(scenario, ground, finder)
  else
    finder.add(
      'SC018',
      ['city'],
      `没有“${scenario.city}”这座城市。`,
      `There is no city '${scenario.city}'.`,
    )
  // a variant can't be rolled while its references lead nowhere
  if (!countVariants(scenario, finder) || finder.has('SC027', 'SC028')) return false
  const rolledAs = (variant: Variant): Rolled =>
    rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name)
  try {
    for (const variant of variants(scenario, true)) {
      const rolled = rolledAs(variant)
      checkReferences(rolled, scenario, ground, finder)
      if (ground) checkGround(rolled, ground, finder)
      checkKey(rolled, scenario, ground, finder)
      yield
    }
    // what names and places are drawn makes no difference to these
    for (const variant of variants(scenario)) {
      if (!finder.hasErrors) checkWindows(rolledAs(variant), finder)
      yield
    }
  } catch (error) {
    complain(error, finder)
  }
  return !finder.hasErrors
}

const UNKNOWN = {
  limit: 'SC034',
  node: 'SC010',
  group: 'SC011',
  fact: 'SC012',
  flag: 'SC013',
  reply: 'SC014',
} as const

/** What stops a file from being compiled is told like any other mistake; anything else is ours, and thrown. */
export function complain(error: unknown, finder: Finder): void {
  if (error instanceof CompileError && error.kind === 'limit')
    finder.add(
      'SC034',
      [crowded(error.subject)],
      `超出上限：${error.subject}`,
      `Over the limit: ${error.subject}`,
    )
  else if (error instanceof CompileError)
    finder.add(
      UNKNOWN[error.kind],
      ['talk'],
      `用到了没有定义的“${error.subject}”（${error.kind}）。`,
      `There is no ${error.kind} '${error.subject}'.`,
    )
  else if (error instanceof RollError)
    finder.add(
      'SC027',
      ['vary'],
      `抽不到“${error.reference}”。`,
      `Nothing is drawn under '${error.reference}'.`,
    )
  else throw error
}

/** Where there is too much: `reactions: 31 > 30`. */
function crowded(subject: string): string {
  if (subject.startsWith('facts')) return 'facts'
  return subject.startsWith('reactions') ? 'anywhere' : 'talk'
}
