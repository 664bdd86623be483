/** A queue by whole ticks: first those due earliest, and among them first come, first served. */
export class Queue {
  readonly #heads: Int32Array
  readonly #tails: Int32Array
  #items = new Int32Array(4096)
  #nexts = new Int32Array(4096)
  #used = 1
  #tick = 0

  /** Takes ticks from 0 to `ticks` − 1. */
  constructor(ticks: number) {
    this.#heads = new Int32Array(ticks)
    this.#tails = new Int32Array(ticks)
  }

  /** Never before the tick last popped. */
  push(tick: number, item: number): void {
    if (this.#used === this.#items.length) {
      this.#items = larger(this.#items)
      this.#nexts = larger(this.#nexts)
    }
    const entry = this.#used
    this.#used += 1
    this.#items[entry] = item
    const tail = this.#tails[tick] ?? 0
    if (tail === 0) this.#heads[tick] = entry
    else this.#nexts[tail] = entry
    this.#tails[tick] = entry
  }

  /** The next item; -1 if there is none. */
  pop(): number {
    for (; this.#tick < this.#heads.length; this.#tick += 1) {
      const entry = this.#heads[this.#tick] ?? 0
      if (entry === 0) continue
      const next = this.#nexts[entry] ?? 0
      this.#heads[this.#tick] = next
      if (next === 0) this.#tails[this.#tick] = 0
      return this.#items[entry] ?? 0
    }
    return -1
  }
}

function larger(list: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(list.length * 2)
  grown.set(list)
  return grown
}
