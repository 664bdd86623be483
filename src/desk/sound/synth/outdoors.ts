import { noise } from '../../../ui/sound/noise.ts'
import { between, seeded } from '../../../ui/sound/seed.ts'
import { struck, swept } from './events.ts'
import {
  drop,
  filterLoop,
  LOOP_RATE,
  mix,
  room,
  type Samples,
  shape,
  silence,
  swell,
} from './loop.ts'

const lengthOf = (ms: number) => silence(ms, LOOP_RATE).length

/** Wind: noise through a band whose middle and strength wander in whole cycles per loop. */
function wind(name: string, ms: number, low: number, high: number, q: number): Samples {
  const random = seeded(name)
  const parts = [1, 2, 3, 5].map((cycles) => [cycles, random()] as const)
  const gusts = [1, 3, 4, 7].map((cycles) => [cycles, random()] as const)
  const raw = noise(lengthOf(ms), name)
  const band = filterLoop(
    raw,
    LOOP_RATE,
    'bandpass',
    (at) => low + (high - low) * swell(at, parts),
    q,
  )
  return shape(band, (at) => 0.25 + swell(at, gusts) ** 1.6)
}

/** A car that passes: broad noise that swells and falls, `atMs` its middle. */
function passing(
  loop: Samples,
  name: string,
  atMs: number,
  ms: number,
  hz: number,
  gain: number,
): void {
  const raw = noise(lengthOf(ms), name)
  const band = filterLoop(
    filterLoop(raw, LOOP_RATE, 'bandpass', hz, 0.5),
    LOOP_RATE,
    'lowpass',
    hz * 2,
  )
  drop(
    loop,
    shape(band, (at) => Math.sin(Math.PI * at) ** 3),
    atMs - ms / 2,
    LOOP_RATE,
    gain,
  )
}

/** Steps on hard snow or grit. */
function steps(loop: Samples, name: string, times: readonly number[], gain: number): void {
  const random = seeded(name)
  for (const [i, at] of times.entries()) {
    const crunch = filterLoop(noise(lengthOf(190), `${name}${i}`), LOOP_RATE, 'bandpass', 2100, 0.8)
    const grains = shape(crunch, (x) => Math.sin(Math.PI * x) * (random() < 0.4 ? 1 : 0.25))
    drop(loop, grains, at + between(random, -25, 25), LOOP_RATE, gain)
  }
}

/** A winter street early in the day: wind, two cars on a wet road, somebody's steps. */
export function streetWinter(): Samples {
  const ms = 10_000
  const air = filterLoop(noise(lengthOf(ms), 'street-air'), LOOP_RATE, 'lowpass', 480)
  const loop = mix([wind('street-wind', ms, 320, 720, 0.9), 0.5], [air, 0.9])
  passing(loop, 'car-1', 2600, 4200, 900, 1.1)
  passing(loop, 'car-2', 7700, 5200, 700, 0.7)
  steps(loop, 'steps', [4300, 4860, 5430, 5990, 6560], 0.35)
  return loop
}

/** High on a tower: hard gusts, the whistle of steel, the hum of a live line (100 Hz and its harmonics). */
export function windHigh(): Samples {
  const ms = 10_000
  const whistle = shape(
    wind('tower-whistle', ms, 900, 1450, 16),
    (at) =>
      0.3 +
      swell(at, [
        [2, 0.2],
        [5, 0.7],
      ]),
  )
  const hum = Float32Array.from({ length: lengthOf(ms) }, (_, i) => {
    const t = i / LOOP_RATE
    return [3, 4, 5, 7].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 100 * n * t) / n, 0)
  })
  return mix(
    [wind('tower-low', ms, 260, 620, 0.8), 1.5],
    [wind('tower-mid', ms, 480, 1100, 1.6), 0.9],
    [whistle, 1.1],
    [hum, 0.05],
  )
}

/** A concrete pump under the window at night: diesel, piston strokes, the valve's hiss. */
export function buildingSitePump(): Samples {
  const ms = 8000
  const firing = 30
  // Two firings are a whole number of samples, so the many harmonics are summed only once.
  const cycle = Float32Array.from({ length: (2 * LOOP_RATE) / firing }, (_, i) => {
    const t = i / LOOP_RATE
    let v = 0
    for (let n = 6; n <= 90; n += 1) v += Math.sin(2 * Math.PI * firing * n * t + n * n) / n ** 1.4
    return v * (1 + 0.5 * Math.sin(2 * Math.PI * firing * t))
  })
  const diesel = shape(
    silence(ms, LOOP_RATE).map((_, i) => cycle[i % cycle.length] ?? 0),
    (at) => 0.8 + 0.4 * swell(at, [[4, 0.1]]),
  )
  const rattle = shape(
    filterLoop(noise(lengthOf(ms), 'rattle'), LOOP_RATE, 'bandpass', 1300, 0.9),
    (at) => 0.35 + 0.3 * Math.abs(Math.sin(Math.PI * at * firing * 8)),
  )
  const loop = mix([diesel, 0.8], [rattle, 0.45])
  for (let stroke = 0; stroke < 4; stroke += 1) {
    const at = stroke * 2000
    const clank = struck(
      `clank${stroke}`,
      500,
      [
        [310, 70, 1],
        [523, 55, 0.8],
        [1170, 40, 0.4],
      ],
      1400,
      0.9,
    )
    drop(loop, clank, at + 120, LOOP_RATE, 0.75)
    const gas = filterLoop(noise(lengthOf(620), `valve${stroke}`), LOOP_RATE, 'bandpass', 2400, 0.7)
    drop(
      loop,
      shape(gas, (x) => (1 - x) ** 2 * Math.min(1, x * 12)),
      at + 900,
      LOOP_RATE,
      0.8,
    )
  }
  return room(loop, LOOP_RATE, 0.16, 47)
}

/** Sirens some streets away: a wail of 8 s that rises and falls, dulled by houses, over a street. */
export function sirensFar(): Samples {
  const ms = 8000
  const wail = (x: number) => 0.5 - 0.5 * Math.cos(2 * Math.PI * x)
  const siren = swept(
    ms,
    (share) => 620 + 560 * wail((share * 2) % 1),
    (share) => 0.45 + 0.55 * swell(share, [[1, 0.75]]),
  )
  const second = swept(
    ms,
    (share) => 540 + 420 * wail((share * 3) % 1),
    (share) => 0.3 * swell(share, [[1, 0.2]]),
  )
  const far = filterLoop(mix([siren, 0.5], [second, 0.6]), LOOP_RATE, 'lowpass', 1500)
  const street = filterLoop(noise(lengthOf(ms), 'siren-street'), LOOP_RATE, 'lowpass', 600)
  return room(
    mix([far, 0.8], [street, 0.35], [wind('siren-wind', ms, 300, 600, 0.9), 0.25]),
    LOOP_RATE,
    0.45,
    83,
  )
}
