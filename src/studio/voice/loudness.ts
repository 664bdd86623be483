import type { Pcm } from './pcm.ts'

/**
 * Loudness as ITU-R BS.1770-4 measures it, of one channel: the sound is weighted as the ear does (K), its mean square is
 * taken in blocks of 400 ms that begin every 100 ms, L = −0.691 + 10·log10(mean square); blocks under −70 LKFS don't count,
 * nor do those more than 10 LU under the mean of the rest. A full-scale sine of 997 Hz is −3.01 LKFS.
 */

const BLOCK_S = 0.4
/** A block begins every quarter of a block. */
const QUARTERS = 4
const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10
const OFFSET = -0.691

/** LKFS of the whole piece, pauses not counted; −∞ if nothing is above −70. What is shorter than a block is one block. */
export function integratedLoudness(pcm: Pcm, rate: number): number {
  const powers = blockPowers(weighted(pcm, rate), rate)
  const loud = powers.filter((power) => loudnessOf(power) > ABSOLUTE_GATE)
  const gate = loudnessOf(mean(loud)) + RELATIVE_GATE
  return loudnessOf(mean(loud.filter((power) => loudnessOf(power) > gate)))
}

const loudnessOf = (power: number): number => OFFSET + 10 * Math.log10(power)

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((sum, one) => sum + one, 0) / list.length
}

/** Mean square of each block. */
function blockPowers(x: Float64Array, rate: number): readonly number[] {
  const block = Math.min(x.length, Math.round(BLOCK_S * rate))
  const step = Math.max(1, Math.round((BLOCK_S * rate) / QUARTERS))
  const powers: number[] = []
  for (let at = 0; block > 0 && at + block <= x.length; at += step) {
    let sum = 0
    for (let i = at; i < at + block; i += 1) sum += (x[i] ?? 0) ** 2
    powers.push(sum / block)
  }
  return powers
}

interface Section {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/**
 * The two sections of K-weighting at any rate: the standard gives their coefficients for 48 kHz only, so they are made
 * from the analogue filters behind those, by the bilinear transform (as libebur128 does).
 */
function sections(rate: number): readonly [Section, Section] {
  const shelf = { hz: 1681.974450955533, gain: 3.999843853973347, q: 0.7071752369554196 }
  const k = Math.tan((Math.PI * shelf.hz) / rate)
  const high = 10 ** (shelf.gain / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / shelf.q + k * k
  const pass = { hz: 38.13547087602444, q: 0.5003270373238773 }
  const p = Math.tan((Math.PI * pass.hz) / rate)
  const c0 = 1 + p / pass.q + p * p
  return [
    {
      b: [
        (high + (band * k) / shelf.q + k * k) / a0,
        (2 * (k * k - high)) / a0,
        (high - (band * k) / shelf.q + k * k) / a0,
      ],
      a: [(2 * (k * k - 1)) / a0, (1 - k / shelf.q + k * k) / a0],
    },
    { b: [1, -2, 1], a: [(2 * (p * p - 1)) / c0, (1 - p / pass.q + p * p) / c0] },
  ]
}

function weighted(pcm: Pcm, rate: number): Float64Array {
  let x = Float64Array.from(pcm)
  for (const { b, a } of sections(rate)) x = filtered(x, b, a)
  return x
}

function filtered(x: Float64Array<ArrayBuffer>, b: Section['b'], a: Section['a']) {
  const y = new Float64Array(x.length)
  let z1 = 0
  let z2 = 0
  for (let i = 0; i < x.length; i += 1) {
    const v = x[i] ?? 0
    const out = b[0] * v + z1
    z1 = b[1] * v - a[0] * out + z2
    z2 = b[2] * v - a[1] * out
    y[i] = out
  }
  return y
}
