import { parseItem } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { AttemptResult, LocalStore, StoredAttempt } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'

/**
 * The review's attempts as the debrief reads attempts. What isn't in the review comes from this browser's own store;
 * nothing is ever written through it.
 */
export function reviewedStore(own: LocalStore, review: ReviewStore): LocalStore {
  const read = async (id: string): Promise<(StoredAttempt & { all: readonly Entry[] }) | null> => {
    const text = (await review.texts([id])).get(id)
    const kept = text && parseItem(JSON.parse(new TextDecoder().decode(text)), id)
    if (!kept || 'why' in kept) return null
    const { attempt, status, result } = kept
    const { header, entries } = attempt
    return { header, status, result, entries: entries.length, all: entries }
  }
  return {
    ...own,
    async get(id: string): Promise<StoredAttempt | null> {
      const found = await read(id)
      if (!found) return own.get(id)
      const { all: _, ...stored } = found
      return stored
    },
    async entries(id: string): Promise<readonly Entry[]> {
      return (await read(id))?.all ?? own.entries(id)
    },
    async list(filter: Parameters<LocalStore['list']>[0]): Promise<readonly StoredAttempt[]> {
      const rows = (await review.rows()).filter(
        ({ trainee, scenario }) =>
          (filter.trainee === undefined || trainee === filter.trainee) &&
          (filter.scenario === undefined || scenario === filter.scenario),
      )
      const sheets = new Map((await review.sheets()).map((sheet) => [sheet.attempt, sheet]))
      const found = await Promise.all(rows.map(({ id }) => read(id)))
      return found
        .flatMap((one): StoredAttempt[] => {
          if (!one) return []
          const { all: _, ...stored } = one
          const sheet = sheets.get(stored.header.id)
          return [{ ...stored, result: stored.result ?? (sheet ? resultFrom(sheet) : null) }]
        })
        .sort((a, b) => b.header.startedAt - a.header.startedAt)
    },
  }
}

function resultFrom(sheet: Awaited<ReturnType<ReviewStore['sheets']>>[number]): AttemptResult {
  const { total, dims, dimMax, passed, redLines, ending, times } = sheet
  return {
    total,
    classPoints: dims[0] ?? 0,
    classMax: dimMax[0] ?? 0,
    passed,
    redLines: redLines.map(({ kind }) => kind),
    ending,
    firstDispatchMs: times.find(({ stage }) => stage === 'first-dispatch')?.ms ?? null,
  }
}
