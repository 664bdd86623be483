import { MOST_SECONDS } from './pcm.ts'
import type { Sound } from './signal/work.ts'
import { wavInfo } from './wav.ts'

/** Why a file was not taken. */
export type Refusal = 'tooLarge' | 'notSound' | 'tooLong' | 'silent'

export type Unpacked =
  | { readonly ok: true; readonly sound: Sound; readonly seconds: number }
  | { readonly ok: false; readonly why: Refusal }

/** Two minutes of a studio's own files: 24 bits, 48 kHz, mono. */
const MOST_BYTES = 20_000_000
/** How long the browser may take to tell a file's length, ms. */
const PROBE_MS = 4_000
/** What files are decoded at before they are brought to our rate, Hz. */
const DECODE_RATE = 48_000

/** Unpacks a sound file, all that only the page itself can do. Untrusted: bounded before it is unpacked. */
export async function unpackSound(file: Blob): Promise<Unpacked> {
  if (file.size > MOST_BYTES) return { ok: false, why: 'tooLarge' }
  const bytes = await file.arrayBuffer()
  const wav = new Uint8Array(bytes)
  const own = wavInfo(wav)
  if (own) return { ok: true, sound: { wav }, seconds: own.seconds }
  // a small file may unpack to hours: its length is asked for first
  if ((await secondsOf(file)) > MOST_SECONDS) return { ok: false, why: 'tooLong' }
  try {
    const ctx = new OfflineAudioContext(1, 1, DECODE_RATE)
    const buffer = await ctx.decodeAudioData(bytes)
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) =>
      buffer.getChannelData(i),
    )
    return { ok: true, sound: { channels, rate: buffer.sampleRate }, seconds: buffer.duration }
  } catch {
    return { ok: false, why: 'notSound' }
  }
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
