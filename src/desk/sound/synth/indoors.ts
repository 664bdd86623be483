import { noise } from '../../../ui/sound/noise.ts'
import { between, pick, seeded } from '../../../ui/sound/seed.ts'
import { planMurmur } from '../murmurPlan.ts'
import { renderMurmur } from '../murmurVoice.ts'
import { door, footfall, struck, swept, thud } from './events.ts'
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

/** A room at night: hiss of the air, hum of a refrigerator (50 Hz and its harmonics). */
function stillAir(name: string, ms: number): Samples {
  const air = filterLoop(noise(lengthOf(ms), name), LOOP_RATE, 'lowpass', 1100)
  const hum = Float32Array.from({ length: lengthOf(ms) }, (_, i) => {
    const t = i / LOOP_RATE
    return [2, 4, 6, 7, 8].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 50 * n * t + n) / n, 0)
  })
  return mix([air, 0.32], [shape(hum, (at) => 0.7 + 0.3 * swell(at, [[1, 0.3]])), 0.09])
}

/** A quiet room with a wall clock. */
export function quietRoom(): Samples {
  const loop = stillAir('quiet', 6000)
  for (let s = 0; s < 6; s += 1) {
    const hz = s % 2 === 0 ? 2300 : 2050
    drop(loop, struck(`tick${s}`, 60, [[hz, 5, 1]], 2600, 0.5), s * 1000 + 300, LOOP_RATE, 0.22)
  }
  return loop
}

/** A flat at night under a neighbour who jumps: two bouts of footfalls, a rest between. */
export function flatNightThumps(): Samples {
  const random = seeded('thumps')
  const loop = mix([stillAir('flat-night', 9600), 0.35])
  for (const bout of [300, 4900]) {
    for (let hop = 0; hop < 6; hop += 1) {
      const at = bout + hop * 590 + between(random, -30, 30)
      drop(loop, footfall(`hop${bout}${hop}`), at, LOOP_RATE, between(random, 0.65, 1))
      // The second foot comes down a moment later.
      drop(loop, footfall(`heel${bout}${hop}`), at + between(random, 55, 95), LOOP_RATE, 0.4)
    }
  }
  return room(loop, LOOP_RATE, 0.3, 31)
}

/** A flat where something is wrong: dull thuds from another room and one door. No voices, on purpose. */
export function flatThuds(): Samples {
  const loop = mix([stillAir('flat-thuds', 10_000), 0.4])
  for (const [i, [at, gain]] of (
    [
      [700, 0.8],
      [1450, 1],
      [4100, 0.7],
      [7900, 0.95],
    ] as const
  ).entries()) {
    drop(loop, thud(`thud${i}`), at, LOOP_RATE, gain)
  }
  drop(loop, door('door'), 5600, LOOP_RATE, 0.9)
  return filterLoop(room(loop, LOOP_RATE, 0.4, 41), LOOP_RATE, 'lowpass', 1400)
}

/** A shopping mall: many people far off in a hall, steps, the three notes before an announcement. */
export function mall(): Samples {
  const ms = 9000
  const random = seeded('mall')
  const hall = silence(ms, LOOP_RATE)
  for (let i = 0; i < 14; i += 1) {
    const age = pick(random, ['adult', 'adult', 'elder', 'child'] as const)
    const gender = pick(random, ['female', 'male'] as const)
    const text = '人来人往，说说笑笑。看看这个，再看看那个，走吧'.repeat(1 + (i % 2))
    const line = {
      id: `mall${i}`,
      text,
      lang: 'zh',
      ms: 7200,
      gender,
      age,
      rate: 1,
      mood: 25,
    } as const
    const talker = renderMurmur(planMurmur(line), line.id, LOOP_RATE)
    drop(hall, talker, between(random, 0, ms), LOOP_RATE, between(random, 0.08, 0.3))
  }
  for (let i = 0; i < 16; i += 1) {
    const step = struck(
      `heel${i}`,
      90,
      [
        [980, 12, 1],
        [1530, 8, 0.5],
      ],
      1800,
      0.6,
    )
    drop(hall, step, i * 562 + between(random, -40, 40), LOOP_RATE, between(random, 0.04, 0.1))
  }
  for (const [i, hz] of [659, 523, 392].entries()) {
    const note = swept(
      900,
      () => hz,
      (x) => (1 - x) ** 2 * Math.min(1, x * 40),
    )
    drop(hall, note, 3000 + i * 420, LOOP_RATE, 0.11)
  }
  const air = filterLoop(noise(lengthOf(ms), 'mall-air'), LOOP_RATE, 'lowpass', 900)
  return room(
    mix([filterLoop(hall, LOOP_RATE, 'lowpass', 2400), 1], [air, 0.08]),
    LOOP_RATE,
    0.55,
    67,
  )
}

/** Inside a moving car: road, engine, the joints of the road under both axles. */
export function car(): Samples {
  const ms = 7200
  const road = filterLoop(noise(lengthOf(ms), 'road'), LOOP_RATE, 'lowpass', 700)
  const tyre = filterLoop(noise(lengthOf(ms), 'tyre'), LOOP_RATE, 'bandpass', 950, 0.8)
  const engine = Float32Array.from({ length: lengthOf(ms) }, (_, i) => {
    const t = i / LOOP_RATE
    let v = 0
    for (let n = 2; n <= 12; n += 1) v += Math.sin(2 * Math.PI * 75 * n * t + n * 1.7) / n
    return v
  })
  const loop = mix(
    [
      shape(
        road,
        (at) =>
          0.8 +
          0.3 *
            swell(at, [
              [1, 0.1],
              [3, 0.6],
            ]),
      ),
      0.9,
    ],
    [
      shape(
        tyre,
        (at) =>
          0.5 +
          0.5 *
            swell(at, [
              [2, 0.4],
              [3, 0.1],
            ]),
      ),
      0.3,
    ],
    [engine, 0.1],
  )
  for (let i = 0; i < 6; i += 1) {
    const joint = struck(
      `joint${i}`,
      160,
      [
        [140, 30, 1],
        [330, 22, 0.8],
      ],
      600,
      0.8,
    )
    drop(loop, joint, i * 1200 + 150, LOOP_RATE, 0.4)
    drop(loop, joint, i * 1200 + 300, LOOP_RATE, 0.33)
  }
  return loop
}
