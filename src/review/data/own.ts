import type { AttemptStore } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { incoming } from '../intake/read.ts'

/** Attempts that were worked in this browser: copied into the review, as from any other workstation. */
export async function takeOwn(from: AttemptStore, into: ReviewStore): Promise<number> {
  const stored = (await from.list({})).filter(
    ({ status }) => status === 'finished' || status === 'left',
  )
  const known = await into.known(stored.map(({ header }) => header.id))
  const fresh = stored.filter(({ header }) => !known.has(header.id))
  for (const { header, status, result } of fresh) {
    if (status !== 'finished' && status !== 'left') continue
    const entries = [...(await from.entries(header.id))]
    const attempt = { format: 'first-ring-attempt', formatVersion: 1, header, entries } as const
    const totals = result && { ...result, redLines: [...result.redLines] }
    await into.takeIn([await incoming({ attempt, status, result: totals }, '')])
  }
  return fresh.length
}
