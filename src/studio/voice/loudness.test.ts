import { describe, expect, it } from 'vitest'
import { CEILING_DB, evened, limited, TARGET_LKFS } from './even.ts'
import { integratedLoudness } from './loudness.ts'
import { fromDb, type Pcm, peakOf, toDb } from './pcm.ts'

/** A sine of so many Hz and seconds, its peak in dB full scale. */
function sine(hz: number, seconds: number, rate: number, db = 0): Pcm {
  const gain = fromDb(db)
  return Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rate),
  )
}

const joined = (...parts: readonly Pcm[]): Pcm =>
  Float32Array.from(parts.flatMap((part) => [...part]))

/** Chance that is the same each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('loudness by BS.1770', () => {
  it.each([16_000, 44_100, 48_000])(
    'reads −3.01 LKFS of a full-scale sine of 997 Hz at %i Hz',
    (rate) => {
      expect(integratedLoudness(sine(997, 5, rate), rate)).toBeCloseTo(-3.01, 1)
    },
  )

  it('follows the level, decibel by decibel', () => {
    for (const db of [-6, -23, -40])
      expect(integratedLoudness(sine(997, 5, 48_000, db), 48_000)).toBeCloseTo(db - 3.01, 1)
  })

  it('weights as the table of the standard does', () => {
    // the response of the published 48 kHz coefficients, relative to 997 Hz
    for (const hz of [60, 100, 500, 2_000, 6_000]) {
      const heard = integratedLoudness(sine(hz, 3, 48_000, -20), 48_000) + 23.01
      expect(heard).toBeCloseTo(tableDb(hz) - tableDb(997), 1)
    }
  })

  it('does not count pauses: minutes of silence between words change nothing', () => {
    const word = sine(997, 4, 16_000, -20)
    const long = joined(word, new Float32Array(16_000 * 20), word)
    expect(integratedLoudness(long, 16_000)).toBeCloseTo(-23.01, 0)
    // quiet, but over the absolute gate: the relative one leaves it out (EBU Tech 3341, cases 3 to 5)
    const murmured = joined(sine(997, 10, 16_000, -53), word, word, sine(997, 10, 16_000, -53))
    expect(integratedLoudness(murmured, 16_000)).toBeCloseTo(-23.01, 0)
  })

  it('takes what is shorter than a block as one block, and knows silence', () => {
    expect(integratedLoudness(sine(997, 0.2, 16_000, -20), 16_000)).toBeCloseTo(-23.01, 0)
    expect(integratedLoudness(new Float32Array(16_000), 16_000)).toBe(-Infinity)
    expect(integratedLoudness(new Float32Array(0), 16_000)).toBe(-Infinity)
  })
})

/** Gain in dB of the coefficients that the standard's two tables print for 48 kHz. */
function tableDb(hz: number): number {
  const gain = (b: readonly number[], a: readonly number[]): number => {
    const w = (2 * Math.PI * hz) / 48_000
    const power = (c: readonly number[]) => {
      const re = c.reduce((sum, v, k) => sum + v * Math.cos(w * k), 0)
      const im = c.reduce((sum, v, k) => sum - v * Math.sin(w * k), 0)
      return re * re + im * im
    }
    return 10 * Math.log10(power(b) / power(a))
  }
  return (
    gain(
      [1.53512485958697, -2.69169618940638, 1.19839281085285],
      [1, -1.69065929318241, 0.73248077421585],
    ) + gain([1, -2, 1], [1, -1.99004745483398, 0.99007225036621])
  )
}

describe('evening', () => {
  /** Something like speech: bursts of several tones with pauses, and now and then a plosive. */
  function speech(db: number, seed = 7): Pcm {
    const random = seeded(seed)
    const rate = 16_000
    return Float32Array.from({ length: rate * 6 }, (_, i) => {
      const at = i / rate
      const isSaid = at % 0.5 < 0.35
      const tone =
        Math.sin(2 * Math.PI * 180 * at) + Math.sin(2 * Math.PI * 700 * at) + random() - 0.5
      return isSaid ? (fromDb(db) * tone) / 3 : 0
    })
  }

  it.each([-40, -30, -12, -1])('brings speech at %i dB to the target', (db) => {
    const made = evened(speech(db), 16_000)
    if (!made) throw new Error('no voice found')
    expect(integratedLoudness(made.pcm, 16_000)).toBeCloseTo(TARGET_LKFS, 1)
    expect(made.was + made.gain).toBeCloseTo(TARGET_LKFS, 6)
    expect(toDb(peakOf(made.pcm))).toBeLessThanOrEqual(CEILING_DB + 1e-6)
  })

  it('finds no voice in silence and in the noise of a room', () => {
    expect(evened(new Float32Array(16_000), 16_000)).toBeNull()
    expect(evened(sine(300, 2, 16_000, -70), 16_000)).toBeNull()
    expect(evened(new Float32Array(0), 16_000)).toBeNull()
  })

  it('holds every peak, says how far, and leaves alone what is lower', () => {
    const spoken = speech(-40)
    spoken[30_000] = 0.9
    const made = evened(spoken, 16_000)
    if (!made) throw new Error('no voice found')
    expect(peakOf(made.pcm)).toBeLessThanOrEqual(fromDb(CEILING_DB) + 1e-6)
    expect(made.held).toBeGreaterThan(6)
    const factor = fromDb(made.gain)
    for (const i of [100, 20_000, 60_000])
      expect(made.pcm[i]).toBeCloseTo((spoken[i] ?? 0) * factor, 5)
  })

  it('limits anything below the ceiling, and does not bend: nearby samples keep their proportion', () => {
    const random = seeded(3)
    const wild = Float32Array.from({ length: 4_000 }, () => (random() * 2 - 1) * 8)
    expect(peakOf(limited(wild, 16_000))).toBeLessThanOrEqual(fromDb(CEILING_DB) + 1e-6)
    const loud = sine(100, 1, 16_000, 6)
    const out = limited(loud, 16_000)
    const share = (i: number) => (out[i] ?? 0) / (loud[i] ?? 1)
    // in the middle of a steady tone the factor hardly moves
    expect(Math.abs(share(8_020) - share(8_050))).toBeLessThan(0.02)
    const quiet = sine(100, 1, 16_000, -6)
    expect(limited(quiet, 16_000)).toBe(quiet)
  })
})
