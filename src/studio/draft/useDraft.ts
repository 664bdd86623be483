import { useSyncExternalStore } from 'react'
import type { Draft, DraftState } from './draft.ts'

/** The draft as it stands; the component renders again after each change. */
export function useDraftState(draft: Draft): DraftState {
  return useSyncExternalStore(draft.subscribe, () => draft.state)
}

/**
 * One part of the draft: the component renders again only when that part is another one. `select` must give the very
 * same thing while nothing about it has changed.
 */
export function useDraftPart<T>(draft: Draft, select: (state: DraftState) => T): T {
  return useSyncExternalStore(draft.subscribe, () => select(draft.state))
}
