import { between, seeded } from '../../../ui/sound/seed.ts'
import { Biquad } from './biquad.ts'
import { CADENCE, VIDEO_RING_MS } from './cadence.ts'
import { type Samples, silence } from './loop.ts'
import { fromDb, levelled, TARGET_DB } from './loudness.ts'

/** Sample rate of the tones. */
export const TONE_RATE = 22_050

/** Signal tone of China's telephone network, in Hz (GB 3380-82: 450 ± 25 Hz for ring-back and busy). */
const SIGNAL_HZ = 450

type Cadence = (typeof CADENCE)[keyof typeof CADENCE]

/** One period of a cadence, filled by `wave(seconds)`, its ends rounded so that they don't click. */
function cadenced({ on, off }: Cadence, wave: (t: number) => number): Samples {
  const out = silence(on + off, TONE_RATE)
  const tone = silence(on, TONE_RATE)
  const edge = 0.006 * TONE_RATE
  for (let i = 0; i < tone.length; i += 1) {
    tone[i] = wave(i / TONE_RATE) * Math.min(1, i / edge, (tone.length - i) / edge)
  }
  out.set(levelled(tone, tone, TONE_RATE))
  return out
}

const sine = (hz: number, t: number) => Math.sin(2 * Math.PI * hz * t)

/**
 * The desk's ringer: 450 Hz with overtones and a 25 Hz flutter (the ringing current's frequency in China),
 * so that it isn't taken for the ring-back tone heard in one's own call.
 */
export function ring(): Samples {
  return cadenced(CADENCE.ring, (t) => {
    const body = sine(SIGNAL_HZ, t) + 0.32 * sine(2 * SIGNAL_HZ, t) + 0.14 * sine(3 * SIGNAL_HZ, t)
    return body * (0.78 + 0.22 * sine(25, t))
  })
}

/** The tone that a call-back hears until it is answered. */
export function ringback(): Samples {
  return cadenced(CADENCE.ringback, (t) => sine(SIGNAL_HZ, t))
}

/** The tone after the other side has hung up. */
export function busy(): Samples {
  return cadenced(CADENCE.busy, (t) => sine(SIGNAL_HZ, t))
}

/** A run of clicks, each a short burst through a band, in a piece `ms` long. */
function clicks(
  ms: number,
  name: string,
  hits: readonly (readonly [number, number, number])[],
): Samples {
  const random = seeded(name)
  const out = silence(ms, TONE_RATE)
  for (const [atMs, hz, gain] of hits) {
    const filter = new Biquad('bandpass', hz, 2.2, TONE_RATE)
    const start = Math.round((atMs * TONE_RATE) / 1000)
    for (let i = 0; start + i < out.length; i += 1) {
      const burst = i < 40 ? between(random, -1, 1) : 0
      const v = filter.step(burst) * gain
      out[start + i] = (out[start + i] ?? 0) + v
    }
  }
  const top = out.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-9)
  // Clicks are too short for an average: their peaks stand 12 dB over the others' level.
  const gain = fromDb(TARGET_DB + 12) / top
  return out.map((v) => v * gain)
}

/** The line opens: relay, then a second soft tick. */
export function connect(): Samples {
  return clicks(240, 'connect', [
    [6, 1500, 1],
    [58, 2300, 0.35],
  ])
}

/** The line is cut: one hard click with a dull tail. */
export function lineDrop(): Samples {
  return clicks(300, 'drop', [
    [6, 900, 1],
    [14, 2600, 0.7],
    [92, 420, 0.5],
  ])
}

/** Soft notes that die away, each at its ms with its Hz, in a piece `ms` long. `fadeS`: seconds until a third is left. */
function notes(ms: number, fadeS: number, tune: readonly (readonly [number, number])[]): Samples {
  const out = silence(ms, TONE_RATE)
  for (const [atMs, hz] of tune) {
    const start = Math.round((atMs * TONE_RATE) / 1000)
    for (let i = 0; start + i < out.length; i += 1) {
      const t = i / TONE_RATE
      const rise = Math.min(1, t / 0.006)
      out[start + i] = (out[start + i] ?? 0) + sine(hz, t) * rise * Math.exp(-t / fadeS)
    }
  }
  return levelled(out, out, TONE_RATE)
}

/** A text has come: two soft notes, the second higher. */
export function message(): Samples {
  return notes(420, 0.07, [
    [0, 784],
    [110, 1047],
  ])
}

/** A video call waits: a short tune, twice, and a rest; nothing of a telephone's bell. */
export function videoRing(): Samples {
  const tune = [
    [0, 659],
    [200, 784],
    [400, 988],
    [600, 784],
  ] as const
  return notes(VIDEO_RING_MS, 0.16, [
    ...tune,
    ...tune.map(([atMs, hz]) => [atMs + 900, hz] as const),
  ])
}

/** The video call begins. */
export function videoOn(): Samples {
  return notes(320, 0.06, [
    [0, 659],
    [90, 988],
  ])
}

/** The video call is over or lost. */
export function videoOff(): Samples {
  return notes(320, 0.06, [
    [0, 988],
    [90, 659],
  ])
}
