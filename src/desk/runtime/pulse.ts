/** What moves the simulation: frames while the tab is seen, a worker's ticks while it is hidden. */

/** Calls `beat` again and again with the wall time (scale of `performance.now()`); returns the way to stop it. */
export type Pulse = (beat: (wall: number) => void) => () => void

/** Between two ticks in a hidden tab, ms. Pages' own timers are slowed down there; a worker's are not. */
const HIDDEN_MS = 100

/**
 * Ticks of a worker, or of a plain timer where the browser gives no worker. The call goes on while the tab is hidden.
 */
function hiddenTicks(tick: () => void): () => void {
  try {
    const worker = new Worker(new URL('./pulse.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = tick
    let timer: ReturnType<typeof setInterval> | undefined
    worker.onerror = () => {
      timer ??= setInterval(tick, HIDDEN_MS)
    }
    worker.postMessage(HIDDEN_MS)
    return () => {
      worker.terminate()
      clearInterval(timer)
    }
  } catch {
    const timer = setInterval(tick, HIDDEN_MS)
    return () => clearInterval(timer)
  }
}

export const browserPulse: Pulse = (beat) => {
  let frame = 0
  let stopTicks: (() => void) | null = null
  const onFrame = (wall: number) => {
    beat(wall)
    frame = requestAnimationFrame(onFrame)
  }
  const choose = () => {
    cancelAnimationFrame(frame)
    stopTicks?.()
    stopTicks = null
    if (document.hidden) stopTicks = hiddenTicks(() => beat(performance.now()))
    else frame = requestAnimationFrame(onFrame)
  }
  document.addEventListener('visibilitychange', choose)
  choose()
  return () => {
    document.removeEventListener('visibilitychange', choose)
    cancelAnimationFrame(frame)
    stopTicks?.()
  }
}
