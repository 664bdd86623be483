import { detailOf, sheetOf } from '../../core/review/sheet.ts'
import { stageFor, type TrialGround } from '../../core/robots/trial.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { score } from '../../core/scoring/score.ts'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import { checkBeforeReplay } from '../../core/sim/entryCheck.ts'
import { type FileAttempt, parseItem } from '../../core/sim/file.ts'
import { replay } from '../../core/sim/replay.ts'
import type { ApartReason, Judged } from '../../storage/review/ports.ts'
import type { ToJudge } from './protocol.ts'
import { readJson } from './skim.ts'
import { verifySeal } from './verifySeal.ts'

/**
 * Is an attempt what it says? Its journal is read, its seal checked, and then it is played again on the scenario version
 * that it was worked with.
 */

/** A scenario version with what it is played on; null if it isn't here. */
export type Playable = (
  id: string,
  hash: string,
) => Promise<{ readonly scenario: Scenario; readonly ground: TrialGround } | null>

type Verdict = Omit<Judged, 'id'>

const apart = (standing: ApartReason, detail: string, n: number | null = null): Verdict => ({
  standing,
  detail,
  n,
  sheet: null,
  more: null,
})

/** An attempt that may be played again, or what was found before. */
type Checked = { readonly attempt: FileAttempt } | { readonly verdict: Verdict }

/** Reads one and checks its seal. The browser works on the signature beside us: meanwhile another can be played. */
async function check(
  { id, text, own, demo }: ToJudge,
  stations: ReadonlySet<string>,
): Promise<Checked> {
  const one = parseItem(readJson(text, { from: 0, to: text.length }), id, checkBeforeReplay)
  if ('why' in one) return { verdict: apart('damaged', one.why, one.n) }
  if (one.status !== 'finished' && one.status !== 'left')
    return { verdict: apart('damaged', 'its journal has no end', one.attempt.entries.length) }
  const trouble = own || demo ? null : await sealTrouble(one, stations)
  return trouble ? { verdict: trouble } : { attempt: one }
}

/** Judges one after the other, and gives their verdicts in that order. */
export async function judgeAll(
  items: readonly ToJudge[],
  stations: ReadonlySet<string>,
  playable: Playable,
): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  const [first] = items
  let ahead = first && check(first, stations)
  for (const [index, { id }] of items.entries()) {
    const checked = await ahead
    const next = items[index + 1]
    ahead = next && check(next, stations)
    // heard of in its turn
    ahead?.catch(() => {})
    if (!checked) continue
    const verdict = 'verdict' in checked ? checked.verdict : await played(checked.attempt, playable)
    judged.push({ id, ...verdict })
  }
  return judged
}

async function played(
  { attempt: { header, entries }, result }: FileAttempt,
  playable: Playable,
): Promise<Verdict> {
  if (header.engine !== ENGINE_VERSION)
    return apart('version', `engine ${header.engine}; here it is ${ENGINE_VERSION}`)
  const found = await playable(header.scenario.id, header.scenario.hash)
  if (!found) return apart('version', `${header.scenario.id}, version ${header.scenario.version}`)
  const { scenario, ground } = found
  const { rolled, script } = stageFor(scenario, ground, header.seed)
  const verdict = replay({ script, rolled, atlas: ground.atlas, header }, entries)
  if (!verdict.ok) return apart('replay', '', verdict.n)
  const card = score(header, entries, { ...ground, script, rolled })
  const sheet = sheetOf(header, card)
  if (result !== null && sheet !== null && result.total !== sheet.total)
    return apart('edited', `the file says ${result.total} points, replaying gives ${sheet.total}`)
  return {
    standing: sheet ? 'counted' : 'left',
    detail: '',
    n: null,
    sheet,
    more: sheet ? detailOf(header, entries, card, script) : null,
  }
}

async function sealTrouble(
  { attempt: { header, entries }, status, result, seal }: FileAttempt,
  stations: ReadonlySet<string>,
): Promise<Verdict | null> {
  if (!seal) return apart('unsealed', '')
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return apart('insecure', '')
  const verdict = await verifySeal(seal, header, status, result, entries)
  if (verdict === 'edited') return apart('edited', 'seal')
  if (verdict === 'bad-signature') return apart('signature', seal.station)
  if (!stations.has(seal.station)) return apart('unknown-station', seal.station)
  return null
}
