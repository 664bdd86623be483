import type { Diagnostic } from './diagnostic.ts'
import { type ProveOptions, prove } from './proof/prove.ts'

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

export interface DiagnoseOptions extends ProveOptions {
  /** Called when the walk is over and the robots start. */
  readonly onProven?: () => void
}

/** Checks a scenario file's text. Never throws, whatever the text. */
export function diagnose(source: string, options: DiagnoseOptions): Diagnosis {
  let diagnosis: Diagnosis = { id: '', ok: false, states: 0, transitions: 0, diagnostics: [] }
  for (const report of prove(source, options)) {
    if (!report) continue
    const { id, ok, diagnostics, walk, stage } = report
    const { states, transitions } = walk ?? { states: 0, transitions: 0 }
    diagnosis = { id, ok, states, transitions, diagnostics }
    if (stage === 'walked') options.onProven?.()
  }
  return diagnosis
}
