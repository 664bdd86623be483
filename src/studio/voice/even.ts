import { integratedLoudness } from './loudness.ts'
import { fromDb, type Pcm, peakOf, toDb } from './pcm.ts'

/** Where every recording is brought to, LKFS: the level of the murmur and the system's voice on the desk's line. */
export const TARGET_LKFS = -20
/** No sample rises above this, dB full scale. */
export const CEILING_DB = -1
/** Quieter than this there is no voice in it, LKFS: raising it would only raise the room. */
export const LEAST_LKFS = -55

/** Half of the time over which the limiter turns down and up again, s. */
const TURN_S = 0.005

export interface Evened {
  readonly pcm: Pcm
  /** Before, LKFS. */
  readonly was: number
  /** What was added, dB. */
  readonly gain: number
  /** How far the highest peak was held down, dB; 0 if none had to be. */
  readonly held: number
}

/** Brings a piece to the target loudness and holds its peaks; null if there is no voice in it. */
export function evened(pcm: Pcm, rate: number): Evened | null {
  const was = integratedLoudness(pcm, rate)
  if (!(was > LEAST_LKFS)) return null
  const gain = TARGET_LKFS - was
  const factor = fromDb(gain)
  const raised = pcm.map((v) => v * factor)
  const over = toDb(peakOf(raised)) - CEILING_DB
  return { pcm: limited(raised, rate), was, gain, held: Math.max(0, over) }
}

/**
 * Turns down around each sample above the ceiling, so that none passes it and nothing is bent. The turning begins before
 * the peak: the least factor asked for nearby, averaged over the same time, is never more than any of them.
 */
export function limited(pcm: Pcm, rate: number): Pcm {
  const ceiling = fromDb(CEILING_DB)
  if (peakOf(pcm) <= ceiling) return pcm
  const reach = Math.max(1, Math.round(TURN_S * rate))
  const asked = Float64Array.from(pcm, (v) => Math.min(1, ceiling / Math.abs(v)))
  const least = leastNear(asked, reach)
  const out = new Float32Array(pcm.length)
  const width = 2 * reach + 1
  const at = (i: number): number => least[Math.min(least.length - 1, Math.max(0, i))] ?? 1
  let sum = 0
  for (let i = -reach; i <= reach; i += 1) sum += at(i)
  for (let i = 0; i < out.length; i += 1) {
    const v = (pcm[i] ?? 0) * (sum / width)
    // the sum drifts by rounding, far below what can be heard
    out[i] = Math.max(-ceiling, Math.min(ceiling, v))
    sum += at(i + reach + 1) - at(i - reach)
  }
  return out
}

/** The least value within `reach` on both sides, of each: two sweeps over a queue of candidates. */
function leastNear(values: Float64Array, reach: number): Float64Array {
  const out = new Float64Array(values.length)
  const queue = new Int32Array(values.length)
  let head = 0
  let tail = 0
  for (let i = 0; i < values.length + reach; i += 1) {
    if (i < values.length) {
      while (tail > head && (values[queue[tail - 1] ?? 0] ?? 0) >= (values[i] ?? 0)) tail -= 1
      queue[tail] = i
      tail += 1
    }
    const centre = i - reach
    if (centre < 0) continue
    while ((queue[head] ?? 0) < centre - reach) head += 1
    out[centre] = values[queue[head] ?? 0] ?? 1
  }
  return out
}
