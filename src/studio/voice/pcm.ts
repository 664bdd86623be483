/** Mono sound: samples, −1…1 unless said otherwise. */
export type Pcm = Float32Array<ArrayBuffer>

/** What recordings are kept at, Hz: more than twice the 3.4 kHz that the desk's line lets through. */
export const KEPT_RATE = 16_000

/** The longest recording of one line, s. */
export const MOST_SECONDS = 120

/** A level in dB as a factor. */
export const fromDb = (db: number): number => 10 ** (db / 20)

/** A factor as a level in dB; silence is −∞. */
export const toDb = (factor: number): number => 20 * Math.log10(factor)

/** The largest magnitude; 0 if there are no samples. */
export function peakOf(pcm: Pcm): number {
  let top = 0
  for (const v of pcm) top = Math.max(top, Math.abs(v))
  return top
}

/** All channels as one: their mean, which keeps what they share at its level. */
export function mixed(channels: readonly Pcm[]): Pcm {
  const [first] = channels
  if (!first) return new Float32Array()
  if (channels.length === 1) return first
  const out = new Float32Array(first.length)
  for (const channel of channels)
    for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) + (channel[i] ?? 0)
  return out.map((v) => v / channels.length)
}
