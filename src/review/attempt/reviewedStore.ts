import type { Entry } from '../../core/sim/journal.ts'
import type { LocalStore, StoredAttempt } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { type Kept, keptFrom } from './kept.ts'

/**
 * The review's attempts as the debrief reads attempts. What isn't in the review comes from this browser's own store;
 * nothing is ever written through it. An attempt's text lies among others: it is read once for both of its halves.
 */
export function reviewedStore(own: LocalStore, review: Pick<ReviewStore, 'texts'>): LocalStore {
  let last: { readonly id: string; readonly found: Promise<Kept | null> } | null = null
  const read = (id: string): Promise<Kept | null> => {
    if (last?.id !== id) last = { id, found: readText(review, id) }
    return last.found
  }
  return {
    ...own,
    async get(id: string): Promise<StoredAttempt | null> {
      const found = await read(id)
      if (!found) return own.get(id)
      const { header, status, result, entries } = found
      return { header, status, result, entries: entries.length }
    },
    async entries(id: string): Promise<readonly Entry[]> {
      return (await read(id))?.entries ?? own.entries(id)
    },
  }
}

async function readText(review: Pick<ReviewStore, 'texts'>, id: string): Promise<Kept | null> {
  const text = (await review.texts([id])).get(id)
  return text ? keptFrom(text, id) : null
}
