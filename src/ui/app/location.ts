/** The address bar as a store: a history-API router needs no more. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** Goes to a path of ours and scrolls to the top; the back button returns. */
export function navigate(to: string): void {
  if (to === location.pathname + location.search) return
  history.pushState(null, '', to)
  scrollTo(0, 0)
  changed()
}

/** Calls back whenever another path is shown; returns the way to stop. */
export function onPath(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', changed)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('popstate', changed)
  }
}

/** The path shown now. */
export function usePath(): string {
  return useSyncExternalStore(onPath, () => location.pathname)
}
