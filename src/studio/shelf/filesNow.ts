import { applyChanges } from '../../core/files/files.ts'
import type { DraftStore } from '../../storage/drafts/ports.ts'

/** A draft's files as bytes, as they stand. Rejects with second-tab while another tab works on it. */
export async function filesNow(
  drafts: DraftStore,
  id: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { base, changes } = await drafts.open(id)
  try {
    const files = changes.reduce((all, change) => applyChanges(all, change.files).files, base)
    const bytes = new Map<string, Uint8Array>()
    for (const [path, file] of files) {
      if ('text' in file) bytes.set(path, new TextEncoder().encode(file.text))
      else {
        const blob = await drafts.blob(file.blob)
        if (blob) bytes.set(path, new Uint8Array(await blob.arrayBuffer()))
      }
    }
    return bytes
  } finally {
    await drafts.release(id)
  }
}
