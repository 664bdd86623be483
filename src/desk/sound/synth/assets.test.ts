import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { AMBIENCES, LOOP_MARGIN_MS } from '../ambiences.ts'
import { CADENCE, VIDEO_RING_MS } from './cadence.ts'
import { CATALOGUE } from './catalogue.ts'
import { LOOP_RATE, type Samples } from './loop.ts'
import { gatedDb, PEAK_DB, peak, phoneBand, TARGET_DB, toDb } from './loudness.ts'
import { TONE_RATE } from './tones.ts'
import { readWav, writeWav } from './wav.ts'

const folder = fileURLToPath(new URL('../../../../assets/sounds/', import.meta.url))
const bytesOf = (name: string) => new Uint8Array(readFileSync(`${folder}${name}.wav`))
const read = (name: string) => readWav(bytesOf(name))

/** Strength of a frequency in a piece, as amplitude (Goertzel). */
function strength(x: Samples, hz: number, rate: number): number {
  const k = 2 * Math.cos((2 * Math.PI * hz) / rate)
  let a = 0
  let b = 0
  for (const v of x) [a, b] = [v + k * a - b, a]
  return (2 * Math.sqrt(Math.max(0, a * a + b * b - k * a * b))) / x.length
}

/** Where a tone sounds: runs of 5 ms frames above −45 dB, in ms. */
function runs(x: Samples, rate: number): { from: number; to: number }[] {
  const frame = Math.round(rate / 200)
  const out: { from: number; to: number }[] = []
  for (let at = 0; at + frame <= x.length; at += frame) {
    if (toDb(peak(x.subarray(at, at + frame))) < -45) continue
    const from = (at * 1000) / rate
    const last = out.at(-1)
    if (last !== undefined && from - last.to < 20) last.to = from + 5
    else out.push({ from, to: from + 5 })
  }
  return out
}

describe('the sound files', () => {
  it('are the catalogue, no more and no less, and small', () => {
    const files = readdirSync(folder).sort()
    expect(files).toEqual(
      Object.keys(CATALOGUE)
        .map((name) => `${name}.wav`)
        .sort(),
    )
    const total = Object.keys(CATALOGUE).reduce((sum, name) => sum + bytesOf(name).length, 0)
    expect(total).toBeLessThan(1_200_000)
  })

  it.each(Object.keys(CATALOGUE))('%s is what the generator makes', (name) => {
    const make = CATALOGUE[name]
    if (make === undefined) throw new Error(name)
    const { samples, rate } = make()
    const made = readWav(writeWav(samples, rate))
    const kept = read(name)
    expect(kept.rate).toBe(made.rate)
    expect(kept.samples.length).toBe(made.samples.length)
    // Engines may differ in the last bit of a sine: a few samples may fall on the next step of the coding.
    const different = kept.samples.filter((v, i) => v !== made.samples[i]).length
    expect(different).toBeLessThan(kept.samples.length / 100)
  })

  it.each(['ring', 'ringback', 'busy'] as const)('%s has its cadence, at 450 Hz', (name) => {
    const { samples, rate } = read(name)
    const { on, off } = CADENCE[name]
    expect(rate).toBe(TONE_RATE)
    expect((samples.length * 1000) / rate).toBeCloseTo(on + off, 0)
    const found = runs(samples, rate)
    expect(found).toHaveLength(1)
    expect(found[0]?.from).toBeLessThan(10)
    expect(Math.abs((found[0]?.to ?? 0) - on)).toBeLessThan(20)
    const tone = samples.subarray(0, Math.round((on * rate) / 1000))
    const signal = strength(tone, 450, rate)
    for (const other of [300, 400, 500, 620, 900, 1350, 2000]) {
      expect(signal).toBeGreaterThan(2 * strength(tone, other, rate))
    }
    expect(gatedDb(tone, rate)).toBeCloseTo(TARGET_DB, 0)
  })

  it.each(Object.entries(AMBIENCES))(
    '%s is a loop of its length, level and no seam',
    (name, { ms }) => {
      const { samples, rate } = read(name)
      const margin = Math.round((LOOP_MARGIN_MS * rate) / 1000)
      const length = (ms * rate) / 1000
      expect(rate).toBe(LOOP_RATE)
      expect(ms).toBeGreaterThanOrEqual(6000)
      expect(samples.length).toBe(length + 2 * margin)
      // What stands before the loop is its end, what stands after it its beginning.
      expect(samples.subarray(0, 2 * margin)).toEqual(samples.subarray(length))
      expect(toDb(peak(samples))).toBeLessThanOrEqual(PEAK_DB + 0.2)
      const loop = samples.slice(margin, margin + length)
      const heard = gatedDb(phoneBand(loop, rate), rate)
      expect(Math.abs(heard - TARGET_DB)).toBeLessThan(2)
      // No step at the seam that the loop doesn't have elsewhere.
      let steepest = 0
      for (let i = 1; i < loop.length; i += 1) {
        steepest = Math.max(steepest, Math.abs((loop[i] ?? 0) - (loop[i - 1] ?? 0)))
      }
      expect(Math.abs((loop[0] ?? 0) - (loop.at(-1) ?? 0))).toBeLessThanOrEqual(steepest)
    },
  )

  it.each(['connect', 'drop'])('%s is a short click', (name) => {
    const { samples, rate } = read(name)
    expect(samples.length / rate).toBeLessThan(0.35)
    expect(toDb(peak(samples))).toBeGreaterThan(-14)
    expect(toDb(peak(samples))).toBeLessThan(-8)
    expect(toDb(peak(samples.subarray(samples.length - 400)))).toBeLessThan(-45)
  })
})

describe('the sign of a text', () => {
  it('is two notes that die away, unlike a ring', () => {
    const { samples, rate } = read('message')
    expect(samples.length / rate).toBeLessThan(0.5)
    const first = samples.subarray(0, Math.round(0.1 * rate))
    const second = samples.subarray(Math.round(0.13 * rate))
    expect(strength(first, 784, rate)).toBeGreaterThan(3 * strength(first, 450, rate))
    expect(strength(second, 1047, rate)).toBeGreaterThan(3 * strength(second, 450, rate))
    expect(toDb(peak(samples.subarray(samples.length - 400)))).toBeLessThan(-35)
  })
})

describe('the sound of a video call', () => {
  it('is a tune that rests, unlike a telephone’s bell', () => {
    const { samples, rate } = read('video-ring')
    expect((samples.length * 1000) / rate).toBeCloseTo(VIDEO_RING_MS, 0)
    const first = samples.subarray(0, Math.round(0.19 * rate))
    expect(strength(first, 659, rate)).toBeGreaterThan(3 * strength(first, 450, rate))
    expect(toDb(peak(samples.subarray(samples.length - 4000)))).toBeLessThan(-35)
  })

  it.each([
    ['video-on', 659, 988],
    ['video-off', 988, 659],
  ] as const)('%s goes from one note to another', (name, from, to) => {
    const { samples, rate } = read(name)
    expect(samples.length / rate).toBeLessThan(0.35)
    const first = samples.subarray(0, Math.round(0.085 * rate))
    const rest = samples.subarray(Math.round(0.15 * rate))
    expect(strength(first, from, rate)).toBeGreaterThan(2 * strength(first, to, rate))
    expect(strength(rest, to, rate)).toBeGreaterThan(strength(rest, from, rate))
  })
})

describe('A-law WAV', () => {
  it('gives back what it was given, within the coding’s steps', () => {
    const x = Float32Array.from({ length: 999 }, (_, i) => Math.sin(i / 7) * (i / 999))
    const { samples, rate } = readWav(writeWav(x, 22_050))
    expect(rate).toBe(22_050)
    for (const [i, v] of x.entries()) {
      expect(Math.abs((samples[i] ?? 0) - v)).toBeLessThanOrEqual(Math.abs(v) / 28 + 0.0006)
    }
  })

  it('refuses other files', () => {
    expect(() => readWav(new Uint8Array(10))).toThrow('not a mono A-law WAV')
    const pcm = writeWav(new Float32Array(4), 8000)
    pcm[20] = 1
    expect(() => readWav(pcm)).toThrow('not a mono A-law WAV')
  })
})
