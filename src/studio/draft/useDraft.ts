import { useSyncExternalStore } from 'react'
import type { Draft, DraftState } from './draft.ts'

/** The draft as it stands; the component renders again after each change. */
export function useDraftState(draft: Draft): DraftState {
  return useSyncExternalStore(draft.subscribe, () => draft.state)
}
