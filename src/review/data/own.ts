import { parseAttemptFile } from '../../core/sim/file.ts'
import type { AttemptStore, StoredAttempt } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { incoming, keep } from '../intake/read.ts'

/** Attempts in one transaction: the store keeps together what comes together. */
const AT_ONCE = 100

/** Attempts that were worked in this browser: copied into the review, as from any other workstation. */
export async function takeOwn(from: AttemptStore, into: ReviewStore): Promise<number> {
  const stored = (await from.list({})).filter(
    ({ status }) => status === 'finished' || status === 'left',
  )
  const known = await into.known(stored.map(({ header }) => header.id))
  const fresh = stored.filter(({ header }) => !known.has(header.id))
  for (let at = 0; at < fresh.length; at += AT_ONCE)
    await into.takeIn(
      await Promise.all(fresh.slice(at, at + AT_ONCE).map((one) => ownOf(one, from))),
    )
  return fresh.length
}

/** With its seal if it has one: nobody asks for it here, but whoever gets the whole store does. */
async function ownOf({ header, status, result }: StoredAttempt, from: AttemptStore) {
  const [sealed] = parseAttemptFile(await from.export({ attempt: header.id })).attempts
  if (sealed?.seal) return incoming(keep(sealed), '')
  const entries = [...(await from.entries(header.id))]
  const attempt = { format: 'first-ring-attempt', formatVersion: 1, header, entries } as const
  const totals = result && { ...result, redLines: [...result.redLines] }
  return incoming(keep({ attempt, status, result: totals }), '')
}
