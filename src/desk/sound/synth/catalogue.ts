import { LOOP_MARGIN_MS } from '../ambiences.ts'
import { car, flatNightThumps, flatThuds, mall, quietRoom } from './indoors.ts'
import { filterLoop, LOOP_RATE, type Samples, silence } from './loop.ts'
import { levelled, phoneBand } from './loudness.ts'
import { buildingSitePump, sirensFar, streetWinter, windHigh } from './outdoors.ts'
import {
  busy,
  connect,
  lineDrop,
  message,
  ring,
  ringback,
  TONE_RATE,
  videoOff,
  videoOn,
  videoRing,
} from './tones.ts'

/** A rendered asset: its samples and their rate in Hz. */
export interface Asset {
  samples: Samples
  rate: number
}

const tone = (make: () => Samples) => (): Asset => ({ samples: make(), rate: TONE_RATE })

/** A loop, freed of what no phone carries and levelled by what the phone will let through. */
const loop = (make: () => Samples) => (): Asset => {
  const once = filterLoop(make(), LOOP_RATE, 'highpass', 190)
  const samples = filterLoop(once, LOOP_RATE, 'highpass', 190)
  const level = levelled(samples, phoneBand(samples, LOOP_RATE), LOOP_RATE)
  return { samples: withMargins(level), rate: LOOP_RATE }
}

/** The loop with its own end before it and its own beginning after it (see LOOP_MARGIN_MS). */
function withMargins(loop: Samples): Samples {
  const margin = silence(LOOP_MARGIN_MS, LOOP_RATE).length
  const out = new Float32Array(loop.length + 2 * margin)
  out.set(loop.subarray(loop.length - margin))
  out.set(loop, margin)
  out.set(loop.subarray(0, margin), margin + loop.length)
  return out
}

/** Every sound file of the desk by name, as a function that makes it. All of them are made here. */
export const CATALOGUE: Readonly<Record<string, () => Asset>> = {
  ring: tone(ring),
  ringback: tone(ringback),
  busy: tone(busy),
  connect: tone(connect),
  drop: tone(lineDrop),
  message: tone(message),
  'video-ring': tone(videoRing),
  'video-on': tone(videoOn),
  'video-off': tone(videoOff),
  'street-winter': loop(streetWinter),
  'wind-high': loop(windHigh),
  'flat-night-thumps': loop(flatNightThumps),
  'building-site-pump': loop(buildingSitePump),
  'flat-thuds': loop(flatThuds),
  mall: loop(mall),
  car: loop(car),
  'quiet-room': loop(quietRoom),
  'sirens-far': loop(sirensFar),
}
