import type { Samples } from './loop.ts'

/**
 * WAV files in A-law (format 6), the coding of China's telephone network (ITU-T G.711): half the size of
 * 16-bit PCM, decoded by every browser, and its noise is the noise that a phone line has anyway.
 */
const A_LAW = 6
const HEADER = 58

/** One 16-bit sample to an A-law byte. */
function encode(pcm: number): number {
  const negative = pcm < 0
  const magnitude = Math.min(0xfff, negative ? (-pcm - 1) >> 3 : pcm >> 3)
  let segment = 0
  while (segment < 7 && magnitude > (0x20 << segment) - 1) segment += 1
  const code = (segment << 4) | ((magnitude >> Math.max(1, segment)) & 0x0f)
  return code ^ (negative ? 0x55 : 0xd5)
}

/** One A-law byte to a 16-bit sample. */
function decode(byte: number): number {
  const code = byte ^ 0x55
  const segment = (code & 0x70) >> 4
  const step = (code & 0x0f) << 4
  const magnitude = segment === 0 ? step + 8 : (step + 0x108) << (segment - 1)
  return code & 0x80 ? magnitude : -magnitude
}

/** Mono samples as the bytes of an A-law WAV file at `rate` Hz. */
export function writeWav(x: Samples, rate: number): Uint8Array {
  const bytes = new Uint8Array(HEADER + x.length + (x.length % 2))
  const view = new DataView(bytes.buffer)
  const ascii = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i))
  }
  ascii(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  ascii(8, 'WAVEfmt ')
  view.setUint32(16, 18, true)
  view.setUint16(20, A_LAW, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  ascii(38, 'fact')
  view.setUint32(42, 4, true)
  view.setUint32(46, x.length, true)
  ascii(50, 'data')
  view.setUint32(54, x.length, true)
  for (const [i, v] of x.entries()) {
    bytes[HEADER + i] = encode(Math.round(Math.max(-1, Math.min(1, v)) * 32767))
  }
  return bytes
}

/** Reads what `writeWav` wrote; throws an Error on any other kind of file. */
export function readWav(bytes: Uint8Array): { samples: Samples; rate: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ours =
    bytes.length >= HEADER &&
    view.getUint32(0) === 0x52494646 &&
    view.getUint16(20, true) === A_LAW &&
    view.getUint16(22, true) === 1 &&
    view.getUint32(50) === 0x64617461
  if (!ours) throw new Error('readWav: not a mono A-law WAV file as written by writeWav')
  const length = view.getUint32(54, true)
  const samples = new Float32Array(length)
  for (let i = 0; i < length; i += 1) samples[i] = decode(bytes[HEADER + i] ?? 0xd5) / 32768
  return { samples, rate: view.getUint32(24, true) }
}
