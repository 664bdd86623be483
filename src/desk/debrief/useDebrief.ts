import { createContext, useContext } from 'react'
import type { Language } from '../../core/scenario/primitives.ts'
import type { Digest } from './digest.ts'
import type { Ground } from './ground.ts'
import type { Words } from './words.ts'

/** What every part of the page reads. */
export interface DebriefParts {
  readonly ground: Ground
  readonly digest: Digest
  readonly words: Words
  readonly lang: Language
  /** Goes to a row: its moment, and the row itself among those that share it. */
  readonly go: (row: { readonly n: number; readonly at: number }) => void
  /** Goes to a journal entry's moment. */
  readonly goTo: (n: number) => void
}

export const DebriefContext = createContext<DebriefParts | null>(null)

/** Only below the page's provider. */
export function useDebrief(): DebriefParts {
  const parts = useContext(DebriefContext)
  if (parts === null) throw new Error('a part of the debrief stands outside of it')
  return parts
}
