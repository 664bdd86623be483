import type { TrialGround } from '../robots/trial.ts'
import { CompileError } from './compile.ts'
import { Coverage } from './coverage.ts'
import type { Diagnostic } from './diagnostic.ts'
import { Finder } from './finder.ts'
import { checkGround, checkWhole } from './grounding.ts'
import { Leaks } from './leaks.ts'
import { parseScenario } from './parse.ts'
import { checkReferences } from './references.ts'
import { RollError, type Rolled, rollVariant, type Variant, variants } from './roll.ts'
import type { Scenario } from './schema.ts'
import { checkRobots } from './trials.ts'
import { checkDoubles, checkVarying, countVariants } from './varying.ts'
import { walkVariant } from './walk.ts'
import { checkWindows } from './windows.ts'
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
  /** States of one variant at most. */
  readonly states?: number
  /** Is there time left? Asked now and then; the walk stops when not. Core has no clock of its own. */
  readonly goOn?: () => boolean
  /** Calls that each robot plays; 0: none, for a quick look. */
  readonly runs?: number
  /** Called when the walk is over and the robots start. */
  readonly onProven?: () => void
}

/** Enough for any story that a person can keep in mind, and little enough for a browser. */
export const MOST_STATES = 2_000_000
/** From here on the author is told. */
const MANY_STATES = 300_000

/** Checks a scenario file's text. Never throws, whatever the text. */
export function diagnose(source: string, options: DiagnoseOptions): Diagnosis {
  const parsed = parseScenario(source)
  if (!parsed.ok)
    return { id: '', ok: false, states: 0, transitions: 0, diagnostics: parsed.diagnostics }
  const { scenario, locate } = parsed
  const finder = new Finder(locate)
  const ground = options.groundOf(scenario.city)
  names(scenario, ground, finder)
  let sums = { states: 0, transitions: 0 }
  if (!finder.hasErrors) {
    try {
      sums = walks(scenario, ground, finder, options)
      options.onProven?.()
      const { runs = 0 } = options
      if (ground && runs > 0 && !finder.hasErrors) checkRobots(scenario, ground, runs, finder)
    } catch (error) {
      complain(error, finder)
    }
  }
  return { id: scenario.id, ok: !finder.hasErrors, ...sums, diagnostics: finder.list() }
}

/** Walks every variant that differs in structure. */
function walks(
  scenario: Scenario,
  ground: TrialGround | null,
  finder: Finder,
  { states = MOST_STATES, goOn = () => true }: DiagnoseOptions,
): { states: number; transitions: number } {
  const proof = {
    whole: scenario,
    ground,
    finder,
    coverage: new Coverage(),
    leaks: new Leaks(),
    bounds: { states, goOn },
  }
  const sums = { states: 0, transitions: 0 }
  let whole = true
  for (const variant of variants(scenario)) {
    const rolled = rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name)
    const walk = walkVariant(rolled, proof)
    sums.states += walk.states
    sums.transitions += walk.transitions
    whole &&= walk.whole
  }
  if (whole) {
    proof.coverage.report(scenario, finder)
    proof.leaks.report(finder)
    if (sums.states > MANY_STATES)
      finder.add('SC058', ['talk'], `共 ${sums.states} 个状态。`, `${sums.states} states in all.`)
  }
  return sums
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
  const rolledAs = (variant: Variant): Rolled =>
    rollVariant(scenario, variant, 'check', (id) => ground?.atlas.place(id)?.name)
  try {
    for (const variant of variants(scenario, true)) {
      const rolled = rolledAs(variant)
      checkReferences(rolled, scenario, ground, finder)
      if (ground) checkGround(rolled, ground, finder)
    }
    // what names and places are drawn makes no difference to these
    for (const variant of variants(scenario))
      if (!finder.hasErrors) checkWindows(rolledAs(variant), finder)
  } catch (error) {
    complain(error, finder)
  }
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
function complain(error: unknown, finder: Finder): void {
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
