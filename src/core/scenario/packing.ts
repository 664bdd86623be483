import { type CallState, NEVER, OVER } from './callState.ts'
import type { Live } from './live.ts'

/** States packed into a few 32-bit words, and a table that knows each of them once. */

const bitsFor = (values: number): number => (values <= 1 ? 0 : 32 - Math.clz32(values - 1))

/** Fields of a state, in the order in which they are laid into words; words of `said` follow. */
const LINE = 0
const NODE = 1
const TRUST = 2
const AROUSAL = 3
const PATIENCE = 4
const KNOWN = 5
const FLAGS = 6
const SILENCES = 7
const DONE = 8
const ARMED = 9
const PENDING = 10
const PHASE = 11
const WORLD = 12
const SAID = 13

/** How the fields of a model's states lie in words. */
export class Packing {
  /** Words that a state takes. */
  readonly words: number
  readonly #live: readonly Live[]
  readonly #keep: number
  readonly #saidWords: number
  readonly #slots: readonly number[]
  readonly #markers: readonly { readonly flag: number; readonly bit: number }[]
  /** Reactions that wait for silences. */
  readonly #quiet: number
  /** By field: its word, its lowest bit there, and its width as a mask. */
  readonly #word: Uint8Array
  readonly #shift: Uint8Array
  readonly #mask: Int32Array

  /**
   * `live` says what is still asked about in each node, `keep` which facts an ending must tell apart, `world` how many
   * bits of the world the walk keeps beside the stepper.
   */
  constructor({ model, held }: CallState, live: readonly Live[], keep: number, world: number) {
    this.#live = live
    this.#keep = keep
    this.#slots = model.slotBits
    this.#markers = model.markers
    this.#quiet = model.turned.reduce(
      (mask, { turns, bit }) => (turns?.kind === 'silences' ? mask | bit : mask),
      0,
    )
    this.#saidWords = Math.ceil(model.said / 30)
    const widths = [
      bitsFor(held + model.holds.length + 1),
      bitsFor(Math.max(model.nodes.length + 1, model.endings.length)),
      ...model.moods.map((asked) => (asked ? 7 : 0)),
      model.facts,
      model.flags,
      bitsFor(model.silences + 1),
      model.done,
      model.delayed,
      model.delayed,
      bitsFor(model.clocks.length + 1),
      world,
      ...Array.from({ length: this.#saidWords }, (_, i) => Math.min(30, model.said - i * 30)),
    ]
    this.#word = new Uint8Array(widths.length)
    this.#shift = new Uint8Array(widths.length)
    this.#mask = new Int32Array(widths.length)
    let word = 0
    let used = 0
    for (const [field, bits] of widths.entries()) {
      if (used + bits > 32) {
        word += 1
        used = 0
      }
      this.#word[field] = word
      this.#shift[field] = used
      this.#mask[field] = bits === 0 ? 0 : (1 << bits) - 1
      used += bits
    }
    this.words = word + 1
  }

  #put(to: Int32Array, field: number, value: number): void {
    const mask = this.#mask[field] ?? 0
    if (mask === 0) return
    const word = this.#word[field] ?? 0
    to[word] = (to[word] ?? 0) | ((value & mask) << (this.#shift[field] ?? 0))
  }

  #get(keys: Int32Array, at: number, field: number): number {
    const word = keys[at + (this.#word[field] ?? 0)] ?? 0
    return (word >>> (this.#shift[field] ?? 0)) & (this.#mask[field] ?? 0)
  }

  /** Writes the state to `to`, without what can't matter any more. */
  pack(from: CallState, world: number, to: Int32Array): void {
    for (let i = 0; i < to.length; i += 1) to[i] = 0
    this.#put(to, LINE, from.line)
    if (from.line === OVER) {
      this.#put(to, NODE, from.ending)
      this.#put(to, KNOWN, from.known & this.#keep)
      return
    }
    this.#put(to, NODE, from.node + 1)
    const live = this.#live[from.node + 1]
    if (live === undefined) return
    if (live.trust) this.#put(to, TRUST, from.trust)
    if (live.arousal) this.#put(to, AROUSAL, from.arousal)
    if (live.patience) this.#put(to, PATIENCE, from.patience)
    this.#put(to, KNOWN, from.known & live.known)
    this.#put(to, FLAGS, from.flags & live.flags)
    // counted only while something still waits for it
    if ((from.done & this.#quiet) !== this.#quiet) this.#put(to, SILENCES, from.silences)
    this.#put(to, DONE, from.done)
    this.#put(to, ARMED, from.armed)
    this.#put(to, PENDING, from.pending)
    this.#put(to, PHASE, from.phase)
    this.#put(to, WORLD, world)
    for (let i = 0; i < this.#saidWords; i += 1)
      this.#put(to, SAID + i, (from.said[i] ?? 0) & (live.said[i] ?? 0))
  }

  /** Reads a state back into the stepper; returns the world's bits. What was left out gets its first value. */
  unpack(keys: Int32Array, at: number, to: CallState): number {
    to.line = this.#get(keys, at, LINE)
    const node = this.#get(keys, at, NODE)
    to.known = this.#get(keys, at, KNOWN)
    if (to.line === OVER) {
      to.ending = node
      to.node = -1
      return 0
    }
    to.ending = -1
    to.node = node - 1
    const live = this.#live[node]
    const { start } = to.model
    to.trust = live?.trust ? this.#get(keys, at, TRUST) : start[0]
    to.arousal = live?.arousal ? this.#get(keys, at, AROUSAL) : start[1]
    to.patience = live?.patience ? this.#get(keys, at, PATIENCE) : start[2]
    to.flags = this.#get(keys, at, FLAGS)
    to.silences = this.#get(keys, at, SILENCES)
    to.done = this.#get(keys, at, DONE)
    for (let i = 0; i < this.#markers.length; i += 1) {
      const marker = this.#markers[i]
      if (marker && (to.flags & marker.flag) !== 0) to.done |= marker.bit
    }
    to.armed = this.#get(keys, at, ARMED)
    to.pending = this.#get(keys, at, PENDING)
    to.phase = this.#get(keys, at, PHASE)
    for (let i = 0; i < this.#saidWords; i += 1) to.said[i] = this.#get(keys, at, SAID + i)
    for (let slot = 0; slot < this.#slots.length; slot += 1)
      to.ages[slot] = to.wasSaid(this.#slots[slot] ?? 0) ? 0 : NEVER
    return this.#get(keys, at, WORLD)
  }
}

/** Numbers states from 0 in the order in which they are first met. */
export class StateTable {
  readonly #words: number
  #keys: Int32Array
  #slots: Int32Array
  #count = 0

  constructor(words: number) {
    this.#words = words
    this.#keys = new Int32Array(words * 4096)
    this.#slots = new Int32Array(8192)
  }

  get count(): number {
    return this.#count
  }

  /** The words of all states, one after the other. */
  get keys(): Int32Array {
    return this.#keys
  }

  /** The state's number; a new one if it was never met. */
  add(key: Int32Array): number {
    const slot = this.#slot(key)
    const entry = this.#slots[slot] ?? 0
    if (entry !== 0) return entry - 1
    const id = this.#count
    this.#count += 1
    this.#slots[slot] = this.#count
    if (this.#count * this.#words > this.#keys.length) {
      const larger = new Int32Array(this.#keys.length * 2)
      larger.set(this.#keys)
      this.#keys = larger
    }
    this.#keys.set(key, id * this.#words)
    if (this.#count * 2 > this.#slots.length) this.#grow()
    return id
  }

  /** The state's number; -1 if it was never met. */
  find(key: Int32Array): number {
    return (this.#slots[this.#slot(key)] ?? 0) - 1
  }

  /** Where a state stands, or would stand. */
  #slot(key: Int32Array): number {
    const words = this.#words
    const mask = this.#slots.length - 1
    let slot = this.#hash(key, 0) & mask
    for (;;) {
      const entry = this.#slots[slot] ?? 0
      if (entry === 0) return slot
      const at = (entry - 1) * words
      let same = true
      for (let i = 0; i < words; i += 1)
        if (this.#keys[at + i] !== key[i]) {
          same = false
          break
        }
      if (same) return slot
      slot = (slot + 1) & mask
    }
  }

  #hash(keys: Int32Array, at: number): number {
    let hash = 0x2545f491
    for (let i = 0; i < this.#words; i += 1) {
      hash = Math.imul(hash ^ (keys[at + i] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash ^ (hash >>> 13)
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let id = 0; id < this.#count; id += 1) {
      let slot = this.#hash(this.#keys, id * this.#words) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = id + 1
    }
    this.#slots = slots
  }
}
