import { seeded } from '../../ui/sound/seed.ts'
import { type MurmurPlan, type Syllable, syllableLevel, type Vowel } from './murmurPlan.ts'
import { Biquad } from './synth/biquad.ts'
import type { Samples } from './synth/loop.ts'

/** Sample rate of the murmur: above twice the 3.4 kHz that a phone lets through. */
export const MURMUR_RATE = 11_025

/** First three formants of a grown man, in Hz, after Peterson & Barney's averages, rounded. */
const FORMANTS: Record<Vowel, readonly [number, number, number]> = {
  a: [730, 1150, 2450],
  o: [500, 880, 2400],
  e: [510, 1800, 2480],
  i: [300, 2200, 2950],
  u: [330, 800, 2250],
  v: [300, 1850, 2300],
  er: [520, 1320, 1750],
}

/** How often pitch and formants are moved, in samples (3 ms). */
const STEP = 32

/** A voice: pulse and breath in front of three formants. */
class Voice {
  private phase = 0
  private readonly formants: readonly Biquad[]
  private readonly hiss: Biquad
  private readonly random: () => number
  private readonly rate: number
  private readonly at: [number, number, number] = [500, 1400, 2450]

  constructor(rate: number, random: () => number) {
    this.rate = rate
    this.random = random
    this.formants = this.at.map((hz, i) => new Biquad('bandpass', hz, 5 + 3 * i, rate))
    this.hiss = new Biquad('bandpass', 2700, 1.2, rate)
  }

  /** Glides the formants towards a vowel. */
  colour(vowel: Vowel, tract: number): void {
    for (const [i, filter] of this.formants.entries()) {
      const aim = (FORMANTS[vowel][i] ?? 500) * tract
      const hz = (this.at[i] ?? aim) + 0.12 * (aim - (this.at[i] ?? aim))
      this.at[i] = hz
      filter.tune(hz, 5 + 3 * i)
    }
  }

  /** One sample: `hz` pitch, `voiced`, `air` and `hiss` gains. */
  step(hz: number, voiced: number, air: number, hiss: number): number {
    const d = hz / this.rate
    this.phase += d
    if (this.phase >= 1) this.phase -= 1
    const white = this.random() * 2 - 1
    const source = voiced * (saw(this.phase, d) + air * white)
    let out = 0
    for (const [i, filter] of this.formants.entries()) out += filter.step(source) * (1 - 0.28 * i)
    return out + hiss * this.hiss.step(white)
  }
}

/** A saw-tooth without the aliases of a bare one (PolyBLEP). */
function saw(phase: number, d: number): number {
  let y = 2 * phase - 1
  if (phase < d) {
    const t = phase / d
    y -= t + t - t * t - 1
  } else if (phase > 1 - d) {
    const t = (phase - 1) / d
    y -= t * t + t + t + 1
  }
  return y
}

/** How much consonant hiss a syllable has at `t` ms, 0…1. */
function consonant(s: Syllable, t: number): number {
  const into = t - s.at
  if (s.onset === 'hiss')
    return into < 0 || into > 70 ? 0 : 0.5 * s.gain * Math.min(1, (70 - into) / 35)
  if (s.onset === 'stop') return into < 0 || into > 12 ? 0 : 0.6 * s.gain
  return 0
}

/**
 * Turns a plan into sound: `plan.ms` long, samples in −1…1, the same for the same plan and `name`.
 * It has a voice's pitch, rhythm and tremble and no words.
 */
export function renderMurmur(plan: MurmurPlan, name: string, rate = MURMUR_RATE): Samples {
  const out = new Float32Array(Math.round((plan.ms * rate) / 1000))
  const voice = new Voice(rate, seeded(`voice:${name}`))
  const shake = seeded(`shake:${name}`)
  let index = 0
  let hz = plan.syllables[0]?.from ?? 120
  let wobble = 0
  for (let i = 0; i < out.length; i += 1) {
    const t = (i * 1000) / rate
    while ((plan.syllables[index + 1]?.at ?? Number.POSITIVE_INFINITY) <= t) index += 1
    const s = plan.syllables[index]
    if (s === undefined) continue
    if (i % STEP === 0) {
      const share = Math.min(1, Math.max(0, (t - s.at) / s.ms))
      // A frightened voice shakes at about 6 Hz; every voice is a little uneven.
      const slow = Math.sin((2 * Math.PI * 6.1 * t) / 1000) * 0.055 * plan.tremble
      wobble = 0.8 * wobble + 0.2 * (shake() - 0.5) * (0.05 + 0.16 * plan.tremble)
      hz = (s.from + (s.to - s.from) * share) * (1 + slow + wobble)
      voice.colour(s.vowel, plan.tract)
    }
    const flutter = 1 - 0.35 * plan.tremble * (0.5 + 0.5 * Math.sin((2 * Math.PI * 7.3 * t) / 1000))
    const nasal = s.onset === 'nasal' && t - s.at < 45 ? 0.45 : 1
    out[i] = voice.step(hz, syllableLevel(s, t) * flutter * nasal, plan.air * 2, consonant(s, t))
  }
  addBreaths(out, plan, name, rate)
  return toLevel(out)
}

/** Breaths in the pauses: noise that swells and stops. */
function addBreaths(out: Samples, plan: MurmurPlan, name: string, rate: number): void {
  const random = seeded(`breath:${name}`)
  for (const breath of plan.breaths) {
    const filter = new Biquad('bandpass', 1500, 0.8, rate)
    const start = Math.round((breath.at * rate) / 1000)
    const length = Math.round((breath.ms * rate) / 1000)
    for (let i = 0; i < length && start + i < out.length; i += 1) {
      const bow = Math.sin((Math.PI * i) / length)
      const v = breath.gain * 2 * bow * filter.step(random() * 2 - 1)
      out[start + i] = (out[start + i] ?? 0) + v
    }
  }
}

/** Scales to −20 dB RMS over what sounds, with peaks rounded off below full scale. */
function toLevel(x: Samples): Samples {
  let sum = 0
  let count = 0
  for (const v of x) {
    if (Math.abs(v) < 1e-3) continue
    sum += v * v
    count += 1
  }
  const gain = 0.1 / Math.max(1e-6, Math.sqrt(sum / Math.max(1, count)))
  return x.map((v) => Math.tanh(v * gain * 1.1))
}
