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

/** Room for the UTF-8 of short texts: a scenario has thousands, and new room for each takes longer than its hash. */
const SHORT = new Uint8Array(3 * 1024)

/** UTF-8 of a text, good until the next is asked for; half a surrogate pair counts as a symbol of its own. */
function utf8(text: string): Uint8Array {
  const bytes = text.length * 3 <= SHORT.length ? SHORT : new Uint8Array(text.length * 3)
  let size = 0
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[size++] = code
      continue
    }
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(i) ?? code
      if (code >= 0x10000) i += 1
    }
    if (code < 0x800) bytes[size++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[size++] = 0xe0 | (code >> 12)
      else {
        bytes[size++] = 0xf0 | (code >> 18)
        bytes[size++] = 0x80 | ((code >> 12) & 63)
      }
      bytes[size++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[size++] = 0x80 | (code & 63)
  }
  return bytes.subarray(0, size)
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export function sha256(text: string): string {
  return sha256Bytes(utf8(text))
}

/** SHA-256 of bytes, as 64 hex digits. */
export function sha256Bytes(message: Uint8Array): string {
  const state = Int32Array.from(H)
  const w = new Int32Array(64)
  const whole = message.length & ~63
  for (let offset = 0; offset < whole; offset += 64) mix(state, w, message, offset)
  const left = message.length - whole
  const end = new Uint8Array(left < 56 ? 64 : 128)
  end.set(message.subarray(whole))
  end[left] = 0x80
  const size = new DataView(end.buffer, end.length - 8)
  size.setUint32(0, Math.floor(message.length / 0x20000000))
  size.setUint32(4, (message.length << 3) >>> 0)
  for (let offset = 0; offset < end.length; offset += 64) mix(state, w, end, offset)
  return Array.from(state, (value) => (value >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * Takes one block of 64 bytes into the state; `w` is room to work in. Written out without lists and closures: whole
 * files of attempts and packages go through it.
 */
function mix(state: Int32Array, w: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let i = 0, at = offset; i < 16; i += 1, at += 4) {
    w[i] =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
  }
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15] ?? 0
    const b = w[i - 2] ?? 0
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
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
