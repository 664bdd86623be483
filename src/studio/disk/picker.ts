import type { DiskFolder } from '../../storage/drafts/ports.ts'

interface Picking {
  showDirectoryPicker(options: {
    readonly id: string
    readonly mode: 'readwrite'
    readonly startIn: 'documents'
  }): Promise<DiskFolder>
}

const canPick = (host: object): host is Picking =>
  'showDirectoryPicker' in host && typeof host.showDirectoryPicker === 'function'

/** How a folder of the disk is chosen in this browser; null where pages have no way to the disk. */
export function folderPicker(): (() => Promise<DiskFolder>) | null {
  const host = window
  if (!canPick(host)) return null
  return () =>
    host.showDirectoryPicker({ id: 'first-ring', mode: 'readwrite', startIn: 'documents' })
}
