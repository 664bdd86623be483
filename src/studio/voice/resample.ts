import type { Pcm } from './pcm.ts'

/** Zero crossings of the sinc on each side: 32 give about 80 dB of stopband with this window. */
const CROSSINGS = 32
/** Of the lower of both Nyquist frequencies; the rest is where the filter falls. */
const PASSED = 0.94
/** Steepness of the Kaiser window. */
const BETA = 8
/** The window is looked up in so many steps a crossing. */
const STEPS = 512

/** The same sound at another rate, Hz, by a sinc in a Kaiser window; what the lower rate can't hold is taken away first. */
export function resample(pcm: Pcm, from: number, to: number): Pcm {
  if (from === to) return pcm
  const out = new Float32Array(Math.round((pcm.length * to) / from))
  const cutoff = PASSED * Math.min(1, to / from)
  const reach = CROSSINGS / cutoff
  for (let i = 0; i < out.length; i += 1) {
    const centre = (i * from) / to
    const first = Math.max(0, Math.ceil(centre - reach))
    const last = Math.min(pcm.length - 1, Math.floor(centre + reach))
    let sum = 0
    for (let k = first; k <= last; k += 1) {
      const step = Math.abs(k - centre) * cutoff * STEPS
      const low = Math.floor(step)
      const a = KERNEL[low] ?? 0
      const b = KERNEL[low + 1] ?? 0
      sum += (pcm[k] ?? 0) * (a + (b - a) * (step - low))
    }
    out[i] = sum * cutoff
  }
  return out
}

/** Half of the windowed sinc, from its middle on. */
const KERNEL = Float64Array.from({ length: CROSSINGS * STEPS + 2 }, (_, i) => {
  const x = i / STEPS
  if (x >= CROSSINGS) return 0
  const window = bessel(BETA * Math.sqrt(1 - (x / CROSSINGS) ** 2)) / bessel(BETA)
  return x === 0 ? 1 : (window * Math.sin(Math.PI * x)) / (Math.PI * x)
})

/** The modified Bessel function of the first kind, order 0. */
function bessel(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
