import { Biquad, type FilterKind } from './biquad.ts'

/** A piece of mono sound: samples in −1…1. */
export type Samples = Float32Array<ArrayBuffer>

/** Sample rate of the ambience loops: above twice the 3.4 kHz that a phone lets through. */
export const LOOP_RATE = 11_025

/** An empty piece of `ms` milliseconds at `rate` Hz. */
export function silence(ms: number, rate: number): Samples {
  return new Float32Array(Math.round((ms * rate) / 1000))
}

/**
 * Filters a loop as if it had been running for ever: one pass to settle the filter, a second to keep.
 * What comes out has no seam, as long as the filter settles within the loop's length.
 */
export function filterLoop(
  x: Samples,
  rate: number,
  kind: FilterKind,
  hz: number | ((at: number) => number),
  q = Math.SQRT1_2,
): Samples {
  const centre = (i: number) => (typeof hz === 'number' ? hz : hz(i / x.length))
  const filter = new Biquad(kind, centre(0), q, rate)
  const out = new Float32Array(x.length)
  for (let pass = 0; pass < 2; pass += 1) {
    for (let i = 0; i < x.length; i += 1) {
      // Retuning costs two trigonometric calls; 64 samples is finer than the ear follows.
      if (typeof hz !== 'number' && i % 64 === 0) filter.tune(centre(i), q)
      out[i] = filter.step(x[i] ?? 0)
    }
  }
  return out
}

/**
 * A slow wave of whole cycles per loop in 0…1, so that it meets itself at the seam.
 * `at` is the place in the loop (0…1), `parts` lists [cycles, phase in turns].
 */
export function swell(at: number, parts: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (const [cycles, phase] of parts) sum += Math.sin(2 * Math.PI * (cycles * at + phase))
  return 0.5 + (0.5 * sum) / parts.length
}

/** Multiplies a loop by a gain that depends on the place in it (0…1). */
export function shape(x: Samples, gain: (at: number) => number): Samples {
  return x.map((v, i) => v * gain(i / x.length))
}

/** Adds `part` into `loop` from `atMs`, wrapping round its end. */
export function drop(loop: Samples, part: Samples, atMs: number, rate: number, gain = 1): void {
  const start = Math.round((atMs * rate) / 1000)
  for (let i = 0; i < part.length; i += 1) {
    const at = (start + i) % loop.length
    loop[at] = (loop[at] ?? 0) + gain * (part[i] ?? 0)
  }
}

/** The sum of loops of one length, each with its gain. */
export function mix(...parts: readonly (readonly [Samples, number])[]): Samples {
  const out = new Float32Array(parts[0]?.[0].length ?? 0)
  for (const [part, gain] of parts) {
    for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) + gain * (part[i] ?? 0)
  }
  return out
}

/** A room: a few echoes of falling strength, wrapped round the loop, each duller than the last. */
export function room(loop: Samples, rate: number, wet: number, sizeMs: number): Samples {
  const out = new Float32Array(loop)
  let dull = loop
  for (const [i, times] of [1, 1.37, 1.83, 2.51, 3.29].entries()) {
    dull = filterLoop(dull, rate, 'lowpass', 2600 - 380 * i)
    drop(out, dull, sizeMs * times, rate, wet * 0.72 ** i)
  }
  return out
}
