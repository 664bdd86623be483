import type { DraftStore } from '../../storage/drafts/ports.ts'
import { StorageError } from '../../storage/ports.ts'

/** A draft's files as bytes, as they stand in storage, whoever writes it. Rejects with a StorageError. */
export async function filesNow(
  drafts: Pick<DraftStore, 'read' | 'blob'>,
  id: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = await drafts.read(id)
  if (!read) throw new StorageError({ kind: 'missing', attempt: id })
  const bytes = new Map<string, Uint8Array>()
  for (const [path, file] of read.files) {
    if ('text' in file) bytes.set(path, new TextEncoder().encode(file.text))
    else {
      const blob = await drafts.blob(file.blob)
      if (blob) bytes.set(path, new Uint8Array(await blob.arrayBuffer()))
    }
  }
  return bytes
}
