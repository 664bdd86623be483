/** Hashes: SHA-256 (FIPS 180-4) pins contents, a small avalanche hash spends chance. Pure, the same on every engine. */

const primes: number[] = []
for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)

/** First 32 bits of the fractional part of an integer's root, found by integer search so that no engine differs. */
function rootBits(n: number, root: 'square' | 'cube'): number {
  const scaled = BigInt(n) << (root === 'square' ? 64n : 96n)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    const raised = root === 'square' ? middle * middle : middle * middle * middle
    if (raised <= scaled) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn)
}

const K = Int32Array.from(primes, (p) => rootBits(p, 'cube') | 0)
const H = primes.slice(0, 8).map((p) => rootBits(p, 'square') | 0)

function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const symbol of text) {
    const code = symbol.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export function sha256(text: string): string {
  return sha256Bytes(utf8(text))
}

/** SHA-256 of bytes, as 64 hex digits. */
export function sha256Bytes(message: Uint8Array): string {
  const blocks = new DataView(new ArrayBuffer(((message.length + 72) >> 6) << 6))
  message.forEach((byte, i) => {
    blocks.setUint8(i, byte)
  })
  blocks.setUint8(message.length, 0x80)
  blocks.setUint32(blocks.byteLength - 8, Math.floor(message.length / 0x20000000))
  blocks.setUint32(blocks.byteLength - 4, (message.length << 3) >>> 0)
  const state = Int32Array.from(H)
  const w = new Int32Array(64)
  const word = (i: number): number => w[i] ?? 0
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = blocks.getInt32(offset + i * 4)
    for (let i = 16; i < 64; i += 1) {
      const a = word(i - 15)
      const b = word(i - 2)
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w[i] = (word(i - 16) + s0 + word(i - 7) + s1) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + word(i)) | 0
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = ((state[i] ?? 0) + value) | 0
    })
  }
  return Array.from(state, (value) => (value >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * A number from 0 to `below` − 1 drawn from a seed and a name: adding one draw under another name shifts no other.
 * FNV-1a over UTF-16 units with a murmur-style finish, integers only.
 */
export function draw(seed: string, name: string, below: number): number {
  let hash = 0x811c9dc5
  const key = `${seed}\u0000${name}`
  for (let i = 0; i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}
