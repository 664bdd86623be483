import type { Pcm } from './pcm.ts'

/** Zero crossings of the sinc on each side: 32 give about 80 dB of stopband with this window. */
const CROSSINGS = 32
/** Of the lower of both Nyquist frequencies; the rest is where the filter falls. */
const PASSED = 0.94
/** Steepness of the Kaiser window. */
const BETA = 8
/** Enough for every rate in use to be exact; odd ones come as near as can't be heard. */
const MOST_WAYS = 640
/** Samples from one telling to the next: some 20 ms of work. */
const TELL_EACH = 65_536
const NONE = new Float32Array()

/**
 * The same sound at another rate, Hz, by a sinc in a Kaiser window; what the lower rate can't hold is taken away first.
 * `told` hears now and then how much is done, 0…1.
 */
export function resample(
  pcm: Pcm,
  from: number,
  to: number,
  told: (share: number) => void = () => {},
): Pcm {
  if (from === to) return pcm
  const cutoff = PASSED * Math.min(1, to / from)
  const reach = Math.ceil(CROSSINGS / cutoff)
  const width = 2 * reach + 1
  // a sample of the result lies between two of the original in one of so many ways only
  const common = divisor(from, to)
  const stride = from / common
  const ways = to / common
  const count = Math.min(ways, MOST_WAYS)
  const filters = Array.from({ length: count }, (_, way) => filterFor(way / count, reach, cutoff))
  const padded = new Float32Array(pcm.length + 2 * width)
  padded.set(pcm, reach)
  const out = new Float32Array(Math.round((pcm.length * to) / from))
  for (let i = 0; i < out.length; i += 1) {
    const first = Math.floor((i * stride) / ways)
    const filter = filters[Math.floor((((i * stride) % ways) * count) / ways)] ?? NONE
    let sum = 0
    for (let k = 0; k < width; k += 1) sum += (padded[first + k] ?? 0) * (filter[k] ?? 0)
    out[i] = sum
    if (i % TELL_EACH === 0) told(i / out.length)
  }
  return out
}

/** What each of the samples around a place counts that lies `offset` (0…1) behind the middle one. */
function filterFor(offset: number, reach: number, cutoff: number): Float32Array {
  return Float32Array.from({ length: 2 * reach + 1 }, (_, k) => {
    const x = (k - reach - offset) * cutoff
    if (Math.abs(x) >= CROSSINGS) return 0
    const window = bessel(BETA * Math.sqrt(1 - (x / CROSSINGS) ** 2)) / bessel(BETA)
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    return cutoff * window * sinc
  })
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

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
