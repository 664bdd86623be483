import { filterLoop, type Samples } from './loop.ts'

/** Where every asset is levelled to, in dB RMS full scale over the time it sounds (EBU R 128 asks −23 LUFS). */
export const TARGET_DB = -23

/** Highest sample allowed, in dB full scale. */
export const PEAK_DB = -1

/** Amplitude of a level in dB full scale. */
export function fromDb(db: number): number {
  return 10 ** (db / 20)
}

/** Level in dB full scale of an amplitude. */
export function toDb(amplitude: number): number {
  return 20 * Math.log10(Math.max(amplitude, 1e-9))
}

/** Root mean square of a piece. */
export function rms(x: Samples): number {
  let sum = 0
  for (const v of x) sum += v * v
  return Math.sqrt(sum / Math.max(1, x.length))
}

/** Largest magnitude in a piece. */
export function peak(x: Samples): number {
  let top = 0
  for (const v of x) top = Math.max(top, Math.abs(v))
  return top
}

/** What a phone lets through of a loop: 300–3400 Hz, two sections each side. */
export function phoneBand(x: Samples, rate: number): Samples {
  const high = filterLoop(filterLoop(x, rate, 'highpass', 300), rate, 'highpass', 300)
  return filterLoop(filterLoop(high, rate, 'lowpass', 3400), rate, 'lowpass', 3400)
}

/**
 * Loudness of a piece in dB RMS, gated as EBU R 128 gates: blocks of 400 ms, a quarter apart; blocks more
 * than 10 dB under the mean don't count, so that pauses don't make rare thuds louder than steady wind.
 */
export function gatedDb(x: Samples, rate: number): number {
  const block = Math.min(x.length, Math.round(rate * 0.4))
  const powers: number[] = []
  for (let at = 0; at + block <= x.length; at += Math.max(1, Math.floor(block / 4))) {
    powers.push(rms(x.subarray(at, at + block)) ** 2)
  }
  const mean = (list: readonly number[]) =>
    list.reduce((sum, p) => sum + p, 0) / Math.max(1, list.length)
  const gate = mean(powers) / 10
  return 10 * Math.log10(Math.max(mean(powers.filter((p) => p >= gate)), 1e-12))
}

/** Scales a piece so that `heard` (the same piece as it will be heard) has a gated loudness of `db`. */
export function levelled(x: Samples, heard: Samples, rate: number, db = TARGET_DB): Samples {
  const gain = fromDb(db - gatedDb(heard, rate))
  return limited(x.map((v) => v * gain))
}

/** Bends what rises above −4 dB so that nothing passes the peak limit; leaves the rest alone. */
function limited(x: Samples): Samples {
  const knee = fromDb(-4)
  const span = fromDb(PEAK_DB) - knee
  return x.map((v) => {
    const over = Math.abs(v) - knee
    return over <= 0 ? v : Math.sign(v) * (knee + span * Math.tanh(over / span))
  })
}
