/** What reviewers said of calls that were worked here, from a manager's file; and the replies, as a file for the manager. */
import { type LocalStore, StorageError } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import type { ExportedFile } from './transfer.ts'

type Calls = Pick<LocalStore, 'list'>
type Remarks = Pick<ReviewStore, 'remarks' | 'takeRemarks'>

export interface RemarksReport {
  readonly added: number
  readonly known: number
  /** Here under the same id with another content, which stays. */
  readonly differing: number
  /** Of calls that aren't here, or nothing that a trainee may know: not taken. */
  readonly others: number
  /** Why items, or the whole file, could not be read; in English. */
  readonly refused: readonly string[]
}

/** Takes in what trainees may know of calls that are here. Again changes nothing. Null: no file of remarks. */
export async function takeRemarks(
  text: string,
  calls: Calls,
  kept: Remarks,
): Promise<RemarksReport | null> {
  // brings the checker of files along, which the start page does without
  const [{ isReviewFile, readReviewFile }, { travelling }, { sortOut }] = await Promise.all([
    import('../../core/review/reviewFile.ts'),
    import('../../core/review/forTrainee.ts'),
    import('../../core/review/sortOut.ts'),
  ])
  if (!isReviewFile(text.slice(0, 200))) return null
  const { remarks, refused } = readReviewFile(text)
  const worked = new Set((await calls.list({})).map(({ header }) => header.id))
  const here = await kept.remarks()
  const ours = remarks.filter(({ what }) => 'attempt' in what && worked.has(what.attempt))
  const sorted = sortOut(ours, here, ({ id }) => id)
  const told = new Set(travelling([...here, ...sorted.fresh]))
  const fresh = sorted.fresh.filter((one) => told.has(one))
  await kept.takeRemarks(fresh)
  const known = sorted.known.length
  const differing = sorted.differing.length
  return {
    added: fresh.length,
    known,
    differing,
    others: remarks.length - fresh.length - known - differing,
    refused: refused.map(({ why }) => why),
  }
}

/** All replies to remarks on calls that are here; null if there are none. `day`: for the file's name. */
export async function repliesFile(
  calls: Calls,
  kept: Pick<ReviewStore, 'remarks'>,
  day: string,
): Promise<ExportedFile | null> {
  const replies = (await readable(kept)).filter(({ what }) => what.kind === 'reply')
  if (replies.length === 0) return null
  const worked = new Set((await calls.list({})).map(({ header }) => header.id))
  const ours = replies.filter(({ what }) => 'attempt' in what && worked.has(what.attempt))
  if (ours.length === 0) return null
  const { reviewFileText } = await import('../../core/review/reviewFile.ts')
  return { name: `first-ring-replies-${day}.json`, text: reviewFileText({ remarks: ours }) }
}

/** Where the browser keeps nothing there are no remarks; attempts, which lie in memory, go out all the same. */
async function readable(kept: Pick<ReviewStore, 'remarks'>): ReturnType<ReviewStore['remarks']> {
  try {
    return await kept.remarks()
  } catch (error) {
    if (error instanceof StorageError && error.problem.kind === 'private-mode') return []
    throw error
  }
}
