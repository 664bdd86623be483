import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { Player, type PlayerState } from './player.ts'

/** The page's player; every part of the debrief stands below its provider. */
export const PlayerContext = createContext(
  new Player(0, { request: () => 0, cancel: () => undefined }),
)

export function usePlayer(): Player {
  return useContext(PlayerContext)
}

/** A value read off the player's state; renders again only when that value changes. */
export function usePlayerValue<T extends string | number | boolean | null>(
  read: (state: PlayerState) => T,
): T {
  const player = usePlayer()
  const subscribe = useCallback((listener: () => void) => player.subscribe(listener), [player])
  return useSyncExternalStore(subscribe, () => read(player.state))
}
