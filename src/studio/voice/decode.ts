import { KEPT_RATE, MOST_SECONDS, mixed, type Pcm } from './pcm.ts'
import { resample } from './resample.ts'
import { readWav } from './wav.ts'

/** Why a file was not taken. */
export type Refusal = 'tooLarge' | 'notSound' | 'tooLong' | 'silent'

export type Decoded =
  | { readonly ok: true; readonly pcm: Pcm }
  | { readonly ok: false; readonly why: Refusal }

/** Two minutes of a studio's own files: 24 bits, 48 kHz, mono. */
const MOST_BYTES = 20_000_000
/** How long the browser may take to tell a file's length, ms. */
const PROBE_MS = 4_000
/** What files are decoded at before they are brought to our rate, Hz. */
const DECODE_RATE = 48_000

/** Reads a sound file as mono at `KEPT_RATE`. Untrusted: bounded before it is unpacked, and never more than decoded. */
export async function decodeSound(file: Blob): Promise<Decoded> {
  if (file.size > MOST_BYTES) return { ok: false, why: 'tooLarge' }
  const bytes = await file.arrayBuffer()
  const own = readWav(new Uint8Array(bytes))
  if (own) return bounded(own.pcm, own.rate)
  // a small file may unpack to hours: its length is asked for first
  if ((await secondsOf(file)) > MOST_SECONDS) return { ok: false, why: 'tooLong' }
  try {
    const ctx = new OfflineAudioContext(1, 1, DECODE_RATE)
    const buffer = await ctx.decodeAudioData(bytes)
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) =>
      buffer.getChannelData(i),
    )
    return bounded(mixed(channels), buffer.sampleRate)
  } catch {
    return { ok: false, why: 'notSound' }
  }
}

function bounded(pcm: Pcm, rate: number): Decoded {
  if (rate < 4_000 || rate > 384_000) return { ok: false, why: 'notSound' }
  if (pcm.length === 0) return { ok: false, why: 'silent' }
  if (pcm.length / rate > MOST_SECONDS) return { ok: false, why: 'tooLong' }
  return { ok: true, pcm: resample(pcm, rate, KEPT_RATE) }
}

/** The length that a media file announces, s; 0 if it tells none. */
function secondsOf(file: Blob): Promise<number> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file)
    const player = new Audio()
    const tell = (): void => {
      clearTimeout(timer)
      const { duration } = player
      player.removeAttribute('src')
      URL.revokeObjectURL(url)
      // a recording that was never finished has no length; its size bounds it
      resolve(Number.isFinite(duration) ? duration : 0)
    }
    const timer = setTimeout(tell, PROBE_MS)
    player.preload = 'metadata'
    player.onloadedmetadata = tell
    player.onerror = tell
    player.src = url
  })
}
