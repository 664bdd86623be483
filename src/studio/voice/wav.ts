import type { Pcm } from './pcm.ts'

/**
 * WAV files, 16-bit PCM, mono: what the studio keeps recordings as. Every browser decodes it at once and to the sample, a
 * cut needs no encoding anew, and at 16 kHz a line of five seconds is 160 kB. The words that were said stand in it
 * (`INFO`/`ICMT`), so that a line that was changed afterwards is known from its recording, wherever it has travelled.
 */

const FORMAT_PCM = 1
const BYTES = 2

export interface WavInfo {
  readonly rate: number
  readonly seconds: number
  /** What was said; null if the file doesn't tell. */
  readonly words: string | null
}

const ascii = (text: string): readonly number[] => [...text].map((c) => c.charCodeAt(0))

/** Mono samples as the bytes of a file; what is beyond full scale is cut. */
export function writeWav(pcm: Pcm, rate: number, words = ''): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(words)
  // texts end with a zero, chunks at even places
  const comment = words === '' ? 0 : (text.length + 2) & ~1
  const list = comment === 0 ? 0 : 8 + 4 + 8 + comment
  const data = 36 + list
  const bytes = new Uint8Array(data + 8 + pcm.length * BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(ascii('RIFF'), 0)
  view.setUint32(4, bytes.length - 8, true)
  bytes.set(ascii('WAVEfmt '), 8)
  view.setUint32(16, 16, true)
  view.setUint16(20, FORMAT_PCM, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * BYTES, true)
  view.setUint16(32, BYTES, true)
  view.setUint16(34, 8 * BYTES, true)
  if (comment > 0) {
    bytes.set(ascii('LIST'), 36)
    view.setUint32(40, list - 8, true)
    bytes.set(ascii('INFOICMT'), 44)
    view.setUint32(52, comment, true)
    bytes.set(text, 56)
  }
  bytes.set(ascii('data'), data)
  view.setUint32(data + 4, pcm.length * BYTES, true)
  for (const [i, v] of pcm.entries())
    view.setInt16(
      data + 8 + i * BYTES,
      Math.max(-32_768, Math.min(32_767, Math.round(v * 32_768))),
      true,
    )
  return bytes
}

interface Chunk {
  readonly id: string
  readonly at: number
  /** As announced: a file that was cut short holds less. */
  readonly size: number
}

function* chunksOf(view: DataView, from: number, to: number): Generator<Chunk> {
  for (let at = from; at + 8 <= to; ) {
    const id = idAt(view, at)
    const size = view.getUint32(at + 4, true)
    yield { id, at: at + 8, size }
    at += 8 + size + (size % 2)
  }
}

function idAt(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return ''
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}

interface Parts {
  readonly rate: number
  readonly data: Chunk
  readonly words: string | null
}

/** The parts of a mono 16-bit file; null if it is of another kind. The first bytes of the file are enough. */
function partsOf(view: DataView): Parts | null {
  if (idAt(view, 0) !== 'RIFF' || idAt(view, 8) !== 'WAVE') return null
  let rate = 0
  let words: string | null = null
  for (const chunk of chunksOf(view, 12, view.byteLength)) {
    const { id, at, size } = chunk
    if (id === 'fmt ' && at + 16 <= view.byteLength) {
      const isOurs =
        view.getUint16(at, true) === FORMAT_PCM &&
        view.getUint16(at + 2, true) === 1 &&
        view.getUint16(at + 14, true) === 8 * BYTES
      if (!isOurs) return null
      rate = view.getUint32(at + 4, true)
    } else if (id === 'LIST' && idAt(view, at) === 'INFO') {
      words = commentIn(view, at + 4, Math.min(at + size, view.byteLength))
    } else if (id === 'data') return rate > 0 ? { rate, data: chunk, words } : null
  }
  return null
}

function commentIn(view: DataView, from: number, to: number): string | null {
  for (const { id, at, size } of chunksOf(view, from, to)) {
    if (id !== 'ICMT' || at + size > view.byteLength) continue
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size)
    const end = bytes.indexOf(0)
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
  }
  return null
}

/** What a mono 16-bit file says of itself, from its first bytes; null if it is of another kind. */
export function wavInfo(head: Uint8Array): WavInfo | null {
  const parts = partsOf(new DataView(head.buffer, head.byteOffset, head.byteLength))
  if (!parts) return null
  const { rate, data, words } = parts
  return { rate, words, seconds: data.size / BYTES / rate }
}

/** The samples of a mono 16-bit file, as many as are there; null if it is of another kind. */
export function readWav(bytes: Uint8Array): { readonly pcm: Pcm; readonly rate: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(view)
  if (!parts) return null
  const { at, size } = parts.data
  const length = Math.floor(Math.min(size, bytes.length - at) / BYTES)
  const pcm = new Float32Array(Math.max(0, length))
  for (let i = 0; i < pcm.length; i += 1) pcm[i] = view.getInt16(at + i * BYTES, true) / 32_768
  return { pcm, rate: parts.rate }
}

/** So many first bytes hold everything before the samples: 900 letters of four bytes and the heads. */
export const WAV_HEAD = 4_096
