import type { DiskFolder, DiskMemory } from './ports.ts'
import type { DraftRows } from './rows.ts'

const FOLDER = 'disk/folder'
const writtenOf = (draft: string): string => `disk/written/${draft}`

/** What is remembered of the disk, over the studio's rows. Handles survive in IndexedDB alone. */
export function makeDiskMemory(rows: Pick<DraftRows, 'recall' | 'remember'>): DiskMemory {
  return {
    async folder() {
      const kept = await rows.recall(FOLDER)
      return isFolder(kept) ? kept : null
    },
    setFolder: (folder) => rows.remember(FOLDER, folder),
    async written(draft) {
      const kept = await rows.recall(writtenOf(draft))
      if (typeof kept !== 'object' || kept === null) return {}
      return Object.fromEntries(
        Object.entries(kept).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    },
    setWritten: (draft, hashes) => rows.remember(writtenOf(draft), hashes),
  }
}

const isFolder = (value: unknown): value is DiskFolder =>
  typeof value === 'object' && value !== null && 'getDirectoryHandle' in value
