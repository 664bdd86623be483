import { useCallback, useSyncExternalStore } from 'react'
import type { Session } from '../../core/sim/session.ts'
import type { View } from '../../core/sim/view.ts'
import type { AttemptRunner } from './attemptRunner.ts'
import { lastWordAt } from './lastWord.ts'

/** What the trainee may see now; renders again when something visible changes. */
export function useView(session: Session): View {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const view = useCallback(() => session.view(), [session])
  return useSyncExternalStore(subscribe, view)
}

/** Simulated ms, rounded down to whole steps: for clocks and captions. Renders again once a step. */
export function useSimTime(runner: AttemptRunner, step: number): number {
  const subscribe = useCallback((listener: () => void) => runner.onBeat(listener), [runner])
  const now = useCallback(() => Math.floor(runner.now() / step) * step, [runner, step])
  return useSyncExternalStore(subscribe, now)
}

/** Is the attempt paused? */
export function usePaused(runner: AttemptRunner): boolean {
  const subscribe = useCallback((listener: () => void) => runner.onBeat(listener), [runner])
  return useSyncExternalStore(
    subscribe,
    useCallback(() => runner.paused, [runner]),
  )
}

/** Is the call over and the last word said? An ending comes a line before that. */
export function useCallOver(runner: AttemptRunner): boolean {
  const { session } = runner
  const subscribe = useCallback((listener: () => void) => runner.onBeat(listener), [runner])
  return useSyncExternalStore(
    subscribe,
    useCallback(
      () => session.view().ended !== null && runner.now() >= lastWordAt(session.journal),
      [session, runner],
    ),
  )
}
