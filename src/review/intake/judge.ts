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

export async function judge(
  { id, text, own, demo }: ToJudge,
  stations: ReadonlySet<string>,
  playable: Playable,
): Promise<Judged> {
  const apart = (standing: ApartReason, detail: string, n: number | null = null): Judged => ({
    id,
    standing,
    detail,
    n,
    sheet: null,
    more: null,
  })
  const one = parseItem(readJson(text, { from: 0, to: text.length }), id, checkBeforeReplay)
  if ('why' in one) return apart('damaged', one.why, one.n)
  const { header, entries } = one.attempt
  if (one.status !== 'finished' && one.status !== 'left')
    return apart('damaged', 'its journal has no end', entries.length)
  if (!own && !demo) {
    const trouble = await sealTrouble(one, stations)
    if (trouble) return apart(trouble.standing, trouble.detail)
  }
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
  if (one.result !== null && sheet !== null && one.result.total !== sheet.total)
    return apart(
      'edited',
      `the file says ${one.result.total} points, replaying gives ${sheet.total}`,
    )
  return {
    id,
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
): Promise<{ readonly standing: ApartReason; readonly detail: string } | null> {
  if (!seal) return { standing: 'unsealed', detail: '' }
  const verdict = await verifySeal(seal, header, status, result, entries)
  if (verdict === 'edited') return { standing: 'edited', detail: 'seal' }
  if (verdict === 'bad-signature') return { standing: 'signature', detail: seal.station }
  if (!stations.has(seal.station)) return { standing: 'unknown-station', detail: seal.station }
  return null
}
