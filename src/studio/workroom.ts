import { createContext, useContext } from 'react'
import type { Files } from '../core/files/files.ts'
import type { Path } from '../core/scenario/diagnostic.ts'
import type { Services } from '../ui/services.ts'
import type { DiskCopy } from './disk/diskCopy.ts'
import type { Draft } from './draft/draft.ts'
import type { FilesDifference } from './versions/difference.ts'

/** A draft that is open, whatever it is of: what its versions and its copy on the disk ask for. */
export interface Workroom {
  readonly services: Services
  readonly draft: Draft
  /** Its copy in a folder of the disk. */
  readonly disk: DiskCopy
  /** What differs between two sets of its files. */
  readonly compare: (before: Files, after: Files) => Promise<FilesDifference>
  /** Shows a part of the draft as it stands; missing where parts have no such place. */
  readonly goTo?: (path: Path) => void
}

export const WorkroomContext = createContext<Workroom | null>(null)

/** The open draft that this component stands in. */
export function useWorkroom(): Workroom {
  const room = useContext(WorkroomContext)
  if (room === null) throw new Error('There is no open draft around this component')
  return room
}
