import { fromDb, type Pcm } from './pcm.ts'

/** A part of a piece, in samples: from the first up to, not including, the second. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Cuts are faded over this, s, so that they don't click. */
const FADE_S = 0.005
/** Levels are looked at in steps of this, s. */
const FRAME_S = 0.01
/** What is within this of the loudest frame is voice, dB. */
const UNDER_LOUDEST_DB = -38
/** The quiet of the room: a tenth of all frames is quieter. What is within this above it is no voice, dB. */
const OVER_ROOM_DB = 8
/** Left standing before the first sound and after the last, s: breath, and a consonant's quiet end. */
const LEAD_S = 0.12
const TAIL_S = 0.25
/** Shorter than this a part is not, s. */
export const LEAST_S = 0.2

/** Where the voice is in a piece, with a little around it; all of it if it is of one level throughout. */
export function voiceIn(pcm: Pcm, rate: number): Span {
  const frame = Math.max(1, Math.round(FRAME_S * rate))
  const levels: number[] = []
  for (let at = 0; at < pcm.length; at += frame) levels.push(rms(pcm.subarray(at, at + frame)))
  const sorted = [...levels].sort((a, b) => a - b)
  const room = sorted[Math.floor(sorted.length / 10)] ?? 0
  const loudest = sorted.at(-1) ?? 0
  const gate = Math.max(loudest * fromDb(UNDER_LOUDEST_DB), room * fromDb(OVER_ROOM_DB))
  const isVoice = (level: number): boolean => level > gate
  const first = levels.findIndex(isVoice)
  const last = levels.findLastIndex(isVoice)
  if (first < 0) return { from: 0, to: pcm.length }
  return spanWithin(
    { from: first * frame - LEAD_S * rate, to: (last + 1) * frame + TAIL_S * rate },
    pcm.length,
    rate,
  )
}

/** The span as near to what was wanted as a piece of so many samples allows. */
export function spanWithin({ from, to }: Span, length: number, rate: number): Span {
  const least = Math.min(length, Math.round(LEAST_S * rate))
  const start = Math.min(Math.max(0, Math.round(from)), length - least)
  return { from: start, to: Math.max(start + least, Math.min(length, Math.round(to))) }
}

/** The part alone, faded in and out where it was cut. */
export function cut(pcm: Pcm, { from, to }: Span, rate: number): Pcm {
  const out = pcm.slice(from, to)
  const fade = Math.min(Math.round(FADE_S * rate), Math.floor(out.length / 2))
  for (let i = 0; i < fade; i += 1) {
    const gain = i / fade
    if (from > 0) out[i] = (out[i] ?? 0) * gain
    const end = out.length - 1 - i
    if (to < pcm.length) out[end] = (out[end] ?? 0) * gain
  }
  return out
}

function rms(x: Pcm): number {
  let sum = 0
  for (const v of x) sum += v * v
  return Math.sqrt(sum / Math.max(1, x.length))
}
