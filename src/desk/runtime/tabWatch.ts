import type { AttemptRunner } from './attemptRunner.ts'

/**
 * Uncertainty of input times, ms: a keyboard is asked about every 8 ms by USB, and the browser's own clock is coarser
 * than the journal's in some settings. Own figure; measured lags of whole systems vary more in bias than in spread.
 */
export const DEVICE_ERROR_MS = 8

/** Notes in the journal when the tab is hidden or seen again; returns the way to stop. */
export function watchTab(runner: AttemptRunner): () => void {
  let hidden = false
  const note = (timeStamp: number) => {
    if (document.hidden === hidden) return
    hidden = document.hidden
    runner.observe({ saw: hidden ? 'hidden' : 'shown' }, timeStamp)
  }
  const onChange = (event: Event) => note(event.timeStamp)
  note(performance.now())
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}
