import { useEffect, useRef } from 'react'
import type { Player } from './player.ts'
import { showing, type Window } from './scale.ts'

/** Moves the timeline's window along while the call plays out of it. */
export function useFollowing(
  player: Player,
  window: Window,
  end: number,
  onWindow: (window: Window) => void,
): void {
  const latest = useRef(window)
  latest.current = window
  useEffect(
    () =>
      player.subscribe(() => {
        const { playing, time } = player.state
        if (!playing) return
        const next = showing(latest.current, time, end)
        if (next !== latest.current) onWindow(next)
      }),
    [player, end, onWindow],
  )
}
