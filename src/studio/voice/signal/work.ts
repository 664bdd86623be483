import { evened } from '../even.ts'
import { integratedLoudness } from '../loudness.ts'
import { KEPT_RATE, MOST_SECONDS, mixed, type Pcm } from '../pcm.ts'
import { resample } from '../resample.ts'
import { cut, type Span, voiceIn } from '../trim.ts'
import { readWav, writeWav } from '../wav.ts'

/** Sound as it came: a mono 16-bit WAV that is still to be read, or the channels that somebody else unpacked. */
export type Sound =
  | { readonly wav: Uint8Array<ArrayBuffer> }
  | { readonly channels: readonly Pcm[]; readonly rate: number }

/** A part of a piece at `KEPT_RATE`. */
export interface Part {
  readonly pcm: Pcm
  readonly span: Span
}

export type Read =
  | { readonly ok: true; readonly pcm: Pcm }
  | { readonly ok: false; readonly why: 'notSound' | 'tooLong' | 'silent' }

export type Made =
  | (Part & { readonly ok: true; readonly wav: Uint8Array<ArrayBuffer> })
  | Extract<Read, { ok: false }>

/** What is heard of a part, and how loud that is, LKFS. */
export interface Heard {
  readonly pcm: Pcm
  readonly loudness: number
}

/** What is worked out beside the page's own thread: what each is asked with, and what it answers. */
export interface Work {
  /** Brings a sound to one channel at `KEPT_RATE`. */
  readonly read: { readonly ask: Sound; readonly answer: Read }
  /** A recording of a sound: read, trimmed to its voice, evened, with the words that are said. */
  readonly make: {
    readonly ask: { readonly sound: Sound; readonly words: string }
    readonly answer: Made
  }
  /** A recording of a part; null if there is no voice in it. */
  readonly keep: {
    readonly ask: Part & { readonly words: string }
    readonly answer: Uint8Array<ArrayBuffer> | null
  }
  /** `isRaw`: not evened yet. */
  readonly hear: { readonly ask: Part & { readonly isRaw: boolean }; readonly answer: Heard }
}

export type Kind = keyof Work

/** Called with how much is done, 0…1, now and then. */
export type Told = (share: number) => void

export const WORK: {
  readonly [K in Kind]: (ask: Work[K]['ask'], told: Told) => Work[K]['answer']
} = {
  read,
  make: ({ sound, words }, told) => {
    const got = read(sound, told)
    if (!got.ok) return got
    const { pcm } = got
    const span = voiceIn(pcm, KEPT_RATE)
    const wav = keep({ pcm, span }, words)
    return wav ? { ok: true, pcm, span, wav } : { ok: false, why: 'silent' }
  },
  keep: ({ pcm, span, words }) => keep({ pcm, span }, words),
  hear: ({ pcm, span, isRaw }) => {
    const isWhole = span.from === 0 && span.to === pcm.length
    const heard = isWhole && !isRaw ? pcm : (finished({ pcm, span }) ?? cut(pcm, span, KEPT_RATE))
    return { pcm: heard, loudness: integratedLoudness(heard, KEPT_RATE) }
  },
}

/** The part alone, evened; null if there is no voice in it. */
function finished({ pcm, span }: Part): Pcm | null {
  return evened(cut(pcm, span, KEPT_RATE), KEPT_RATE)?.pcm ?? null
}

function keep(part: Part, words: string): Uint8Array<ArrayBuffer> | null {
  const pcm = finished(part)
  return pcm && writeWav(pcm, KEPT_RATE, words)
}

function read(sound: Sound, told: Told): Read {
  const one = 'wav' in sound ? readWav(sound.wav) : { pcm: mixed(sound.channels), rate: sound.rate }
  if (!one || one.rate < 4_000 || one.rate > 384_000) return { ok: false, why: 'notSound' }
  if (one.pcm.length === 0) return { ok: false, why: 'silent' }
  if (one.pcm.length / one.rate > MOST_SECONDS) return { ok: false, why: 'tooLong' }
  return { ok: true, pcm: resample(one.pcm, one.rate, KEPT_RATE, told) }
}
