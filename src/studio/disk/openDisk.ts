import type { Services } from '../../ui/services.ts'
import type { Draft } from '../draft/draft.ts'
import { DiskCopy } from './diskCopy.ts'
import { folderPicker } from './picker.ts'

/** The disk's copy of an open draft: it goes on where it was left, and looks for changes of others whenever the page is looked at. */
export function openDisk(
  draft: Draft,
  services: Pick<Services, 'disk' | 'drafts'>,
): { readonly disk: DiskCopy; readonly close: () => void } {
  const pick = folderPicker()
  const disk = new DiskCopy({
    draft,
    memory: services.disk,
    drafts: services.drafts,
    ...(pick ? { pick } : {}),
  })
  void disk.start()
  const look = () => void disk.look()
  window.addEventListener('focus', look)
  return {
    disk,
    close: () => {
      window.removeEventListener('focus', look)
      void disk.close()
    },
  }
}
