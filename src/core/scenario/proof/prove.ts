import type { TrialGround } from '../../robots/trial.ts'
import { Coverage } from '../coverage.ts'
import { Finder } from '../finder.ts'
import { Leaks } from '../leaks.ts'
import { checkNames, complain } from '../names.ts'
import { type Parsed, parseScenario } from '../parse.ts'
import { checkRobots } from '../trials.ts'
import { checkWritten } from '../wording.ts'
import type { Work } from '../work.ts'
import { bestPath } from './best.ts'
import type { ProofReport, RobotsReport, WalkReport } from './report.ts'
import { provenWalks, type WalkMemory } from './walks.ts'

/** The proof in stages, the quickest first, so that an editor can show each as it comes. */

export interface ProveOptions {
  /** What a city's scenarios are played on; null if there is no such city. */
  readonly groundOf: (city: string) => TrialGround | null
  /** States of one variant at most. */
  readonly states?: number
  /** Is there time left? Asked now and then; the walk stops when not. Core has no clock of its own. */
  readonly goOn?: () => boolean
  /** Calls that each robot plays; 0: none. */
  readonly runs?: number
  /** Walks of earlier texts: a variant in which only words have changed since is not walked again. */
  readonly memory?: WalkMemory
}

/** Enough for any story that a person can keep in mind, and little enough for a browser. */
export const MOST_STATES = 2_000_000

/**
 * Proves a scenario file's text. Gives a report at the end of each stage, and null now and then in between, when other
 * work may be done; who drives it may stop at any time. Never throws, whatever the text.
 */
export function prove(source: string, options: ProveOptions): Generator<ProofReport | null, void> {
  return proveParsed(parseScenario(source), options)
}

/** The same for a file that was read already. */
export function* proveParsed(
  parsed: Parsed,
  options: ProveOptions,
): Generator<ProofReport | null, void> {
  const { groundOf, states = MOST_STATES, goOn = () => true, runs = 0, memory } = options
  if (!parsed.ok) {
    yield { ...NOTHING, last: true, ok: false, diagnostics: parsed.diagnostics }
    return
  }
  yield null
  const { scenario, locate } = parsed
  const finder = new Finder(locate)
  const ground = groundOf(scenario.city)
  let walk: WalkReport | null = null
  let robots: RobotsReport | null = null
  const report = (stage: ProofReport['stage'], last: boolean): ProofReport => ({
    stage,
    last,
    id: scenario.id,
    ok: !finder.hasErrors,
    diagnostics: finder.list(),
    walk,
    robots,
  })
  const names = yield* pausing(checkNames(scenario, ground, finder))
  if (finder.hasErrors || !names) {
    yield report('quick', true)
    return
  }
  checkWritten(scenario, finder)
  yield report('quick', false)
  try {
    const proof = { ground, finder, coverage: new Coverage(), leaks: new Leaks() }
    const bounds = { states, goOn }
    walk = yield* pausing(provenWalks(scenario, proof, bounds, memory ?? new Map()))
    const plays = ground !== null && runs > 0 && !finder.hasErrors
    yield report('walked', !plays)
    if (!plays) return
    const rows = yield* pausing(checkRobots(scenario, ground, runs, finder))
    robots = { rows, best: bestPath(scenario, ground, rows) }
    yield report('robots', true)
  } catch (error) {
    complain(error, finder)
    yield report(walk === null ? 'quick' : 'walked', true)
  }
}

const NOTHING: ProofReport = {
  stage: 'quick',
  last: false,
  id: '',
  ok: true,
  diagnostics: [],
  walk: null,
  robots: null,
}

/** Work whose pauses are nulls among reports. */
function* pausing<T>(work: Work<T>): Generator<null, T, void> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    yield null
  }
}
