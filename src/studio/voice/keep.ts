import type { FileChange, FileContent, Files } from '../../core/files/files.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftStore } from '../../storage/drafts/ports.ts'
import type { Draft } from '../draft/draft.ts'
import { type RecordedFile, recordedIn, type VoiceRow } from './rows.ts'

/** All recordings of one draft together: what travels with a scenario has room for them. */
const MOST_VOICE_BYTES = 64_000_000

/** A recording to put among the draft's files. */
export interface Fresh {
  readonly row: VoiceRow
  readonly wav: Uint8Array<ArrayBuffer>
}

/**
 * Puts recordings into the draft as one step, each in place of what its line had. False if there is no room for them.
 * Rejects if storage doesn't take the bytes; the draft has not changed then.
 */
export async function keepAll(
  draft: Draft,
  drafts: Pick<DraftStore, 'putBlob'>,
  label: Text,
  fresh: readonly Fresh[],
): Promise<boolean> {
  if (!hasRoom(draft.state.files, fresh)) return false
  const puts = new Map<string, FileContent & { readonly blob: string }>()
  for (const { row, wav } of fresh)
    puts.set(pathOf(row), await drafts.putBlob(new Blob([wav], { type: 'audio/wav' })))
  // looked up when the bytes are there: the draft may have changed meanwhile
  const { files } = draft.state
  const recorded = recordedIn(files)
  const stale = fresh.flatMap(({ row }) => {
    const old = recorded.get(row.key)
    return old && old.path !== pathOf(row) ? [removal(old)] : []
  })
  const changed = [...puts].filter(([path, put]) => {
    const now = files.get(path)
    return !now || !('blob' in now) || now.blob !== put.blob
  })
  draft.change(label, [...stale, ...changed.map(([path, put]) => ({ path, put }))])
  return true
}

/** Where the studio keeps a line's recording. */
export const pathOf = ({ key }: VoiceRow): string => `voice/${key}.wav`

export const removal = ({ path }: RecordedFile): FileChange => ({ path, put: null })

function hasRoom(files: Files, fresh: readonly Fresh[]): boolean {
  const replaced = new Set(fresh.map(({ row }) => row.key))
  let total = fresh.reduce((sum, { wav }) => sum + wav.length, 0)
  for (const [key, { size }] of recordedIn(files)) if (!replaced.has(key)) total += size
  return total <= MOST_VOICE_BYTES
}
