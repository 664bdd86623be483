import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixed, type Pcm, peakOf } from './pcm.ts'
import { peaksOf } from './peaks.ts'
import { resample } from './resample.ts'
import { cut, LEAST_S, spanWithin, voiceIn } from './trim.ts'
import { readWav, WAV_HEAD, wavInfo, writeWav } from './wav.ts'

const sine = (hz: number, length: number, rate: number, gain = 0.5): Pcm =>
  Float32Array.from({ length }, (_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rate))

const level = (x: Pcm): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length)

describe('a WAV file', () => {
  it('gives back samples, rate and words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 300 }),
        fc.integer({ min: 8_000, max: 96_000 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !text.includes('\0')),
        (samples, rate, words) => {
          const file = writeWav(Float32Array.from(samples), rate, words)
          expect(file.length % 2).toBe(0)
          const read = readWav(file)
          expect(read?.rate).toBe(rate)
          expect(read?.pcm.length).toBe(samples.length)
          for (const [i, v] of samples.entries())
            expect(Math.abs((read?.pcm[i] ?? 9) - v)).toBeLessThanOrEqual(1 / 32_768)
          const info = wavInfo(file.subarray(0, WAV_HEAD))
          expect(info?.words ?? '').toBe(new TextDecoder().decode(new TextEncoder().encode(words)))
          expect(info?.seconds).toBeCloseTo(samples.length / rate, 9)
        },
      ),
    )
  })

  it('writes the same samples again, byte for byte', () => {
    const once = writeWav(sine(440, 800, 16_000), 16_000, '喂？')
    const read = readWav(once)
    if (!read) throw new Error('not read')
    expect(writeWav(read.pcm, read.rate, '喂？')).toEqual(once)
  })

  it('cuts what is beyond full scale', () => {
    const read = readWav(writeWav(Float32Array.from([3, -3]), 16_000))
    expect([...(read?.pcm ?? [])]).toEqual([32_767 / 32_768, -1])
  })

  it('is told from anything else, however it is cut short or damaged', () => {
    expect(readWav(new Uint8Array())).toBeNull()
    expect(readWav(new TextEncoder().encode('<script>alert(1)</script>'))).toBeNull()
    const file = writeWav(sine(440, 400, 16_000), 16_000, '我在超市门口')
    fc.assert(
      fc.property(fc.nat(file.length), fc.nat(59), fc.nat(255), (length, at, byte) => {
        const damaged = file.slice(0, length)
        if (at < damaged.length) damaged[at] = byte
        const read = readWav(damaged)
        expect(read === null || read.pcm.length <= 400).toBe(true)
        expect(() => wavInfo(damaged)).not.toThrow()
      }),
    )
    const stereo = file.slice()
    stereo[22] = 2
    expect(readWav(stereo)).toBeNull()
  })
})

describe('another rate', () => {
  it.each([44_100, 48_000, 8_000, 11_025, 44_101])('keeps a tone from %i Hz as it is', (from) => {
    const out = resample(sine(1_000, from, from), from, 16_000)
    expect(out.length).toBe(16_000)
    const wanted = sine(1_000, 16_000, 16_000)
    for (let i = 400; i < 15_600; i += 37)
      expect(Math.abs((out[i] ?? 9) - (wanted[i] ?? 0))).toBeLessThan(0.003)
  })

  it('takes away what the lower rate would fold down', () => {
    const out = resample(sine(11_000, 48_000, 48_000), 48_000, 16_000)
    expect(level(out.subarray(400, 15_600))).toBeLessThan(0.0005)
  })

  it('leaves the same rate alone', () => {
    const pcm = sine(440, 100, 16_000)
    expect(resample(pcm, 16_000, 16_000)).toBe(pcm)
  })
})

describe('trimming', () => {
  const rate = 16_000
  const noise = (length: number, gain: number): Pcm =>
    Float32Array.from({ length }, (_, i) => gain * (((i * 7919) % 1000) / 500 - 1))

  it('finds the voice between the quiet of a room, and leaves room for breath', () => {
    const pcm = Float32Array.from([
      ...noise(rate, 0.002),
      ...sine(300, rate, rate),
      ...noise(2 * rate, 0.002),
    ])
    const { from, to } = voiceIn(pcm, rate)
    expect(from).toBeGreaterThan(0.8 * rate)
    expect(from).toBeLessThan(rate)
    expect(to).toBeGreaterThan(2 * rate)
    expect(to).toBeLessThan(2.4 * rate)
  })

  it('keeps all of what has one level, silence too', () => {
    expect(voiceIn(new Float32Array(rate), rate)).toEqual({ from: 0, to: rate })
    expect(voiceIn(sine(300, rate, rate), rate)).toEqual({ from: 0, to: rate })
    expect(voiceIn(new Float32Array(0), rate)).toEqual({ from: 0, to: 0 })
  })

  it('never leaves the piece, and never makes a part too short', () => {
    fc.assert(
      fc.property(
        fc.nat(40_000),
        fc.integer({ min: -50_000, max: 90_000 }),
        fc.integer({ min: -50_000, max: 90_000 }),
        (length, from, to) => {
          const span = spanWithin({ from, to }, length, rate)
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(length)
          expect(span.to - span.from).toBeGreaterThanOrEqual(Math.min(length, LEAST_S * rate))
        },
      ),
    )
  })

  it('fades only where it cuts', () => {
    const pcm = new Float32Array(rate).fill(0.5)
    const part = cut(pcm, { from: 1_000, to: rate }, rate)
    expect(part.length).toBe(rate - 1_000)
    expect(part[0]).toBe(0)
    expect(part[200]).toBe(0.5)
    expect(part.at(-1)).toBe(0.5)
    expect(cut(pcm, { from: 0, to: rate }, rate)).toEqual(pcm)
  })
})

describe('what is drawn', () => {
  it('holds the lowest and highest of each column', () => {
    expect([...peaksOf(Float32Array.from([0, 0.5, -0.25, 0, 1, -1]), 3)]).toEqual([
      0, 0.5, -0.25, 0, -1, 1,
    ])
    expect([...peaksOf(new Float32Array(0), 2)]).toEqual([0, 0, 0, 0])
  })

  it('mixes channels at the level that they share', () => {
    const left = sine(300, 100, 16_000)
    expect(mixed([left, left])).toEqual(left)
    expect(peakOf(mixed([left, left.map((v) => -v)]))).toBe(0)
  })
})
