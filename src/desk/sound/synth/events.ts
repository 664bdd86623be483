import { between, seeded } from '../../../ui/sound/seed.ts'
import { Biquad } from './biquad.ts'
import { LOOP_RATE, type Samples, silence } from './loop.ts'

/** A body that is struck: its modes in Hz, how long each rings in ms, and their gains. */
export type Modes = readonly (readonly [hz: number, ringMs: number, gain: number])[]

/** A struck body, `ms` long, with a short burst of noise where it is struck. */
export function struck(
  name: string,
  ms: number,
  modes: Modes,
  noiseHz: number,
  noiseGain: number,
): Samples {
  const random = seeded(name)
  const out = silence(ms, LOOP_RATE)
  const filter = new Biquad('bandpass', noiseHz, 0.9, LOOP_RATE)
  for (let i = 0; i < out.length; i += 1) {
    const t = (i * 1000) / LOOP_RATE
    let v = 0
    for (const [hz, ringMs, gain] of modes) {
      v += gain * Math.exp(-t / ringMs) * Math.sin((2 * Math.PI * hz * t) / 1000)
    }
    v += noiseGain * Math.exp(-t / 18) * filter.step(random() * 2 - 1)
    out[i] = v * Math.min(1, t / 2, (ms - t) / 20)
  }
  return out
}

/** A jump on the floor above: floor boom, boards, a little rattle. The phone keeps the boards. */
export function footfall(name: string): Samples {
  const random = seeded(name)
  const f = between(random, 0.93, 1.08)
  const modes: Modes = [
    [88 * f, 120, 0.7],
    [176 * f, 85, 0.9],
    [318 * f, 60, 1],
    [437 * f, 38, 0.5],
  ]
  return struck(name, 420, modes, 520, 0.5)
}

/** Something heavy against a wall or the floor, in another room. */
export function thud(name: string): Samples {
  const random = seeded(name)
  const f = between(random, 0.85, 1.12)
  const modes: Modes = [
    [110 * f, 170, 0.8],
    [205 * f, 120, 0.9],
    [334 * f, 75, 0.8],
  ]
  return struck(name, 650, modes, 380, 0.8)
}

/** A door pushed shut in another room: leaf, frame, lock. */
export function door(name: string): Samples {
  const modes: Modes = [
    [96, 200, 0.8],
    [228, 130, 1],
    [391, 80, 0.8],
    [640, 45, 0.4],
  ]
  return struck(name, 800, modes, 900, 1.3)
}

/** A swept tone: `hz(share)` over `ms`, with `gain(share)`. */
export function swept(
  ms: number,
  hz: (share: number) => number,
  gain: (share: number) => number,
): Samples {
  const out = silence(ms, LOOP_RATE)
  let phase = 0
  for (let i = 0; i < out.length; i += 1) {
    const share = i / out.length
    phase += hz(share) / LOOP_RATE
    out[i] = Math.sin(2 * Math.PI * phase) * gain(share)
  }
  return out
}
