import type { TrialGround } from '../robots/trial.ts'
import { CompileError, compile } from './compile.ts'
import type { Diagnostic } from './diagnostic.ts'
import { Finder } from './finder.ts'
import { parseScenario } from './parse.ts'
import { RollError, rollVariant, variants } from './roll.ts'

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

/** Checks a scenario file's text. Never throws; `groundOf` gives what a city's scenarios are played on. */
export function diagnose(
  source: string,
  groundOf: (city: string) => TrialGround | null,
): Diagnosis {
  const parsed = parseScenario(source)
  if (!parsed.ok)
    return { id: '', ok: false, states: 0, transitions: 0, diagnostics: parsed.diagnostics }
  const { scenario, locate } = parsed
  const finder = new Finder(locate)
  const ground = groundOf(scenario.city)
  try {
    for (const variant of variants(scenario, true))
      compile(rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name))
  } catch (error) {
    if (!(error instanceof CompileError) && !(error instanceof RollError)) throw error
    finder.add('SC002', [], error.message, error.message)
  }
  return {
    id: scenario.id,
    ok: !finder.hasErrors,
    states: 0,
    transitions: 0,
    diagnostics: finder.list(),
  }
}
