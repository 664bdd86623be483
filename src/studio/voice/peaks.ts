import type { Pcm } from './pcm.ts'

/** The lowest and highest sample of each of so many columns, in turn. */
export function peaksOf(pcm: Pcm, columns: number): Float32Array {
  const out = new Float32Array(columns * 2)
  for (let column = 0; column < columns; column += 1) {
    const from = Math.floor((column * pcm.length) / columns)
    const to = Math.max(from + 1, Math.floor(((column + 1) * pcm.length) / columns))
    let low = 0
    let high = 0
    for (let i = from; i < to; i += 1) {
      const v = pcm[i] ?? 0
      if (v < low) low = v
      if (v > high) high = v
    }
    out[column * 2] = low
    out[column * 2 + 1] = high
  }
  return out
}
