import type { TrialGround } from '../robots/trial.ts'
import { CompileError, compile } from './compile.ts'
import type { Diagnostic } from './diagnostic.ts'
import { Finder } from './finder.ts'
import { checkGround, checkWhole } from './grounding.ts'
import { parseScenario } from './parse.ts'
import { checkReferences } from './references.ts'
import { RollError, rollVariant, variants } from './roll.ts'
import type { Scenario } from './schema.ts'
import { checkDoubles, checkVarying, countVariants } from './varying.ts'
import { checkWording } from './wording.ts'

/** What the checker says of one scenario. */
export interface Diagnosis {
  /** Empty if the file can't be read that far. */
  readonly id: string
  /** No errors; warnings are allowed. */
  readonly ok: boolean
  /** Size of the state space, all variants together; 0 if it wasn't walked. */
  readonly states: number
  readonly transitions: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface DiagnoseOptions {
  /** What a city's scenarios are played on; null if there is no such city. */
  readonly groundOf: (city: string) => TrialGround | null
}

/** Checks a scenario file's text. Never throws, whatever the text. */
export function diagnose(source: string, { groundOf }: DiagnoseOptions): Diagnosis {
  const parsed = parseScenario(source)
  if (!parsed.ok)
    return { id: '', ok: false, states: 0, transitions: 0, diagnostics: parsed.diagnostics }
  const { scenario, locate } = parsed
  const finder = new Finder(locate)
  const ground = groundOf(scenario.city)
  const sums = { states: 0, transitions: 0 }
  names(scenario, ground, finder)
  return { id: scenario.id, ok: !finder.hasErrors, ...sums, diagnostics: finder.list() }
}

/** Everything that can be said without playing: names, references, texts. */
function names(scenario: Scenario, ground: TrialGround | null, finder: Finder): void {
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
  if (!countVariants(scenario, finder) || finder.has('SC027', 'SC028')) return
  for (const variant of variants(scenario, true)) {
    try {
      const rolled = rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name)
      checkReferences(rolled, scenario, ground, finder)
      if (ground) checkGround(rolled, ground, finder)
      if (!finder.hasErrors) compile(rolled)
    } catch (error) {
      if (error instanceof CompileError)
        finder.add('SC034', [], `超出上限：${error.subject}`, `Over the limit: ${error.subject}`)
      else if (error instanceof RollError)
        finder.add(
          'SC027',
          ['vary'],
          `抽不到“${error.reference}”。`,
          `Nothing is drawn under '${error.reference}'.`,
        )
      else throw error
    }
  }
}
