import { detailOf, sheetOf } from '../../core/review/sheet.ts'
import { stageFor, type TrialGround } from '../../core/robots/trial.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { score } from '../../core/scoring/score.ts'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import type { FileAttempt } from '../../core/sim/file.ts'
import { replay } from '../../core/sim/replay.ts'
import type { ApartReason, Judged } from '../../storage/review/ports.ts'
import type { ToJudge } from './protocol.ts'
import { verifySeal } from './verifySeal.ts'

/** Is an attempt what it says? Its seal, then its journal, played again on the scenario version that it was worked with. */

/** A scenario version with what it is played on; null if it isn't here. */
export type Playable = (
  id: string,
  hash: string,
) => Promise<{ readonly scenario: Scenario; readonly ground: TrialGround } | null>

/** An attempt as `read.ts` wrote it into the store. */
type Kept = Pick<FileAttempt, 'status' | 'result' | 'seal'> &
  Pick<FileAttempt['attempt'], 'header' | 'entries'>

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
  const one = readKept(text)
  if (one === null) return apart('edited', 'the stored text is damaged')
  if (!own && !demo) {
    const trouble = await sealTrouble(one, stations)
    if (trouble) return apart(trouble.standing, trouble.detail)
  }
  const { header, entries } = one
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

/** Every part of it was checked when it was taken in, and the store gives texts back as they were. Null: cut short. */
function readKept(text: string): Kept | null {
  try {
    const one: Kept = JSON.parse(text)
    return one
  } catch {
    return null
  }
}

async function sealTrouble(
  { header, entries, status, result, seal }: Kept,
  stations: ReadonlySet<string>,
): Promise<{ readonly standing: ApartReason; readonly detail: string } | null> {
  if (!seal) return { standing: 'unsealed', detail: '' }
  const verdict = await verifySeal(seal, header, status, result, entries)
  if (verdict === 'edited') return { standing: 'edited', detail: 'seal' }
  if (verdict === 'bad-signature') return { standing: 'signature', detail: seal.station }
  if (!stations.has(seal.station)) return { standing: 'unknown-station', detail: seal.station }
  return null
}
