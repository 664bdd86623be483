/**
 * Seeded chance for everything that is heard. A replay must sound like the call did, so nothing here
 * may draw from Math.random: each sound is a function of a name (a line id, an asset's name).
 */

/** 32-bit FNV-1a hash of a text's UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

/** A source of numbers in [0, 1), the same ones for the same name (mulberry32). */
export function seeded(name: string): () => number {
  let state = hashText(name)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A number between `low` and `high`, drawn from `random`. */
export function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random()
}

/** One of `items`, drawn from `random`; throws a RangeError on an empty list. */
export function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('pick: nothing to pick from')
  return item
}
