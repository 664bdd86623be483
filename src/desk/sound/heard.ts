/** How long to wait for the audio clock to reach a start before the sound counts as blocked, in ms. */
const PATIENCE_MS = 1500

/** Output latency as far as the browser tells it, in ms, or null. */
export function latencyMs(ctx: AudioContext): number | null {
  const base = Number.isFinite(ctx.baseLatency) ? ctx.baseLatency : 0
  // Not every browser has it; the type says that all do.
  const output = Number.isFinite(ctx.outputLatency) ? ctx.outputLatency : 0
  const ms = (base + output) * 1000
  return ms > 0 ? Math.round(ms) : null
}

/** The moment, on the scale of event time stamps, at which what stands at `time` of the audio clock is heard. */
export function heardAt(ctx: AudioContext, time: number): number {
  const stamp = typeof ctx.getOutputTimestamp === 'function' ? ctx.getOutputTimestamp() : {}
  const { contextTime, performanceTime } = stamp
  if (contextTime !== undefined && performanceTime !== undefined && performanceTime > 0) {
    return performanceTime + (time - contextTime) * 1000
  }
  return performance.now() + (time - ctx.currentTime) * 1000 + (latencyMs(ctx) ?? 0)
}

/**
 * Calls `heard` once the audio clock has really passed `time`, with the moment it was heard, or `blocked`
 * if the clock stands still. A start that was only asked for is no onset. Returns the canceller.
 */
export function whenHeard(
  ctx: AudioContext,
  time: number,
  heard: (at: number) => void,
  blocked: () => void,
): () => void {
  const since = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    if (ctx.state === 'running' && ctx.currentTime > time) heard(heardAt(ctx, time))
    else if (performance.now() - since > PATIENCE_MS) blocked()
    else timer = setTimeout(look, 20)
  }
  look()
  return () => clearTimeout(timer)
}
