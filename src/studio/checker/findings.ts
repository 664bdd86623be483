import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { NO_PLACES, PlaceIndex } from '../../core/scenario/places.ts'
import type { ProofReport, WalkReport } from '../../core/scenario/proof/report.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { share } from '../draft/share.ts'
import { patched } from './delta.ts'
import type { FromWorker } from './protocol.ts'

/** What the checker has found out about the draft, as far as it has come; a new object after each step. */
export interface Findings {
  /** The draft's revision that `scenario`, `places` and `report` belong to; -1 before the first was read. */
  readonly revision: number
  /** Null if the text of this revision can't be read. */
  readonly scenario: Scenario | null
  /** The newest scenario that could be read, of this revision or an earlier one. */
  readonly lastScenario: Scenario | null
  readonly places: PlaceIndex
  /** The newest content that could be read, as written: durations as `8s`. Null before the first. */
  readonly content: unknown
  /** What was found in this revision; null until its first stage is done. */
  readonly report: ProofReport | null
  /**
   * What stands against this revision. What only the walk or the robots can say is kept from the revision before until
   * they have spoken again, so that nothing comes and goes at each letter.
   */
  readonly diagnostics: readonly Diagnostic[]
  /** The newest report whose space was walked, of this revision or an earlier one. */
  readonly lastWalked: { readonly revision: number; readonly report: ProofReport } | null
  /** The newest report whose robots have played. */
  readonly lastPlayed: { readonly revision: number; readonly report: ProofReport } | null
  /** From the text's coming in to this stage, ms. */
  readonly ms: number
  /** The same for the stage that walked; 0 before the first. */
  readonly walkedMs: number
}

export const NOTHING_FOUND: Findings = {
  revision: -1,
  scenario: null,
  lastScenario: null,
  places: new PlaceIndex(NO_PLACES),
  content: null,
  report: null,
  diagnostics: [],
  lastWalked: null,
  lastPlayed: null,
  ms: 0,
  walkedMs: 0,
}

/**
 * The findings after a message from the checker. Each tells what has changed since the one before, so all must be taken,
 * in their order; parts that have not changed stay the very same.
 */
export function advance(before: Findings, message: FromWorker): Findings {
  if (message.kind === 'city?' || message.kind === 'edited' || message.kind === 'compared')
    return before
  const { revision } = message
  if (message.kind === 'read') {
    const { paths, offsets, isReadable } = message
    // what was shown before the file was first read (sight.ts) stays the very same, too
    const lastScenario = share(
      before.lastScenario,
      patched(before.lastScenario, message.scenario) as Scenario | null,
    )
    return {
      ...before,
      revision,
      scenario: isReadable ? lastScenario : null,
      lastScenario,
      places: paths === null ? before.places.moved(offsets) : new PlaceIndex({ paths, offsets }),
      content: share(before.content, patched(before.content, message.content)),
      report: null,
    }
  }
  const { isWalked, ms } = message
  const walk = isWalked
    ? (patched(before.lastWalked?.report.walk ?? null, message.walk) as WalkReport)
    : null
  const report = { ...message.report, walk }
  return {
    ...before,
    report,
    // the list is drawn in many places: it is only another one if it says something else
    diagnostics: share(
      before.diagnostics,
      [...report.diagnostics, ...kept(before, report)].sort(
        (a, b) => a.line - b.line || a.column - b.column,
      ),
    ),
    lastWalked: report.walk ? { revision, report } : before.lastWalked,
    lastPlayed: report.robots ? { revision, report } : before.lastPlayed,
    ms,
    walkedMs: report.stage === 'walked' ? ms : before.walkedMs,
  }
}

/** From here on codes are of the walk, and from there on of the robots; those between are of the texts (catalogue). */
const WALKED = /^SC0(?:39|4[0-9]|5[0-35-9]|62|63)$/
const PLAYED = /^SC07/

/** Diagnostics of the revision before that this stage can't have repeated yet. */
function kept({ diagnostics }: Findings, { stage, last, diagnostics: fresh }: ProofReport) {
  if (last || stage === 'robots') return []
  const known = new Set(fresh.map(({ code, path }) => `${code} ${path}`))
  return diagnostics.filter(
    ({ code, path }) =>
      (PLAYED.test(code) || (stage === 'quick' && WALKED.test(code))) &&
      !known.has(`${code} ${path}`),
  )
}
