import { factNames } from '../sim/call.ts'
import type { MoodValues, UnitStatus } from '../sim/journal.ts'
import type { Session } from '../sim/session.ts'
import type { LineView, PartnerView } from '../sim/view.ts'

/** How a call stands at one moment, behind the scenes included. Plain data. */
export interface Standing {
  /** Ms since the first ring. */
  readonly at: number
  readonly node: string | null
  readonly line: LineView['state']
  readonly moods: MoodValues
  readonly known: readonly string[]
  /** The scenario's own flags that are set. */
  readonly flags: readonly string[]
  /** Units that aren't free. */
  readonly units: readonly { readonly id: string; readonly status: UnitStatus }[]
  readonly partners: readonly { readonly id: string; readonly status: PartnerView['status'] }[]
  readonly ending: string | null
}

export function standingOf(session: Session): Standing {
  const { call, script } = session
  const { mind } = call
  const view = session.view()
  const [trust, arousal, patience] = mind.moods
  return {
    at: session.now,
    node: script.nodes[call.node]?.id ?? null,
    line: view.line.state,
    moods: { trust, arousal, patience },
    known: factNames(script, mind.known),
    flags: script.flags.filter(
      (flag, index) => (mind.flags & (1 << index)) !== 0 && !flag.includes(':'),
    ),
    units: view.units
      .filter(({ status }) => status !== 'free')
      .map(({ id, status }) => ({ id, status })),
    partners: view.partners
      .filter(({ status }) => status !== 'none')
      .map(({ id, status }) => ({ id, status })),
    ending: call.ending,
  }
}
