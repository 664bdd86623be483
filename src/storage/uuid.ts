const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix time in ms, then 74 random bits; later ids sort after earlier ones.
 * `nowMs`: whole ms since 1970, 0 … 2^48 − 1. `random`: at least 10 random bytes. Throws a RangeError otherwise.
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) {
    throw new RangeError(`not a time that a UUIDv7 can hold: ${nowMs}`)
  }
  if (random.length < 10) throw new RangeError('a UUIDv7 needs 10 random bytes')
  const bytes = new Uint8Array(16)
  let rest = nowMs
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => HEX[byte] ?? '00').join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A fresh attempt or trainee id of this moment. Works in insecure contexts too, where `crypto.randomUUID` does not. */
export function newId(nowMs: number): string {
  return uuidv7(nowMs, crypto.getRandomValues(new Uint8Array(10)))
}
