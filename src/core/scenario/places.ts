import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Path } from './diagnostic.ts'

/** Where everything stands in a file's text. Plain data, three UTF-16 offsets a path, so that it crosses threads cheaply. */
export interface Places {
  /**
   * Keys and indices joined by dots, as in `Diagnostic.path`; parents before their children, in the order of the file.
   * One text, a line each: a single string crosses threads many times faster than thousands.
   */
  readonly paths: string
  /** By path: where it begins (at its key, if it has one), where its value begins, and where it ends. */
  readonly offsets: Int32Array
}

export interface Place {
  readonly from: number
  readonly value: number
  readonly to: number
}

export const NO_PLACES: Places = { paths: '', offsets: new Int32Array(0) }

/** More than any file that may be read can hold. */
const MOST = 100_000

/** All places of a document, as far as it could be read. `prefix`: of all its paths. */
export function listPlaces(document: Document, prefix = ''): Places {
  const paths: string[] = []
  const offsets: number[] = []
  list(document.contents, prefix, paths, offsets)
  return { paths: paths.join('\n'), offsets: Int32Array.from(offsets) }
}

/** Adds what is in a value, whose own path is `prefix`; no closure, since it runs through all of a file at each letter. */
function list(value: unknown, prefix: string, paths: string[], offsets: number[]): void {
  if (isMap(value))
    for (const { key, value: item } of value.items) {
      if (!isScalar(key) || paths.length > MOST) continue
      const name = String(key.value)
      // no format has such keys
      if (name.includes('\n')) continue
      const path = prefix + name
      const [from = 0, end = 0] = key.range ?? []
      const range = isNode(item) ? item.range : null
      paths.push(path)
      offsets.push(from, range?.[0] ?? end, range?.[1] ?? end)
      list(item, `${path}.`, paths, offsets)
    }
  else if (isSeq(value))
    for (const [index, item] of value.items.entries()) {
      if (!isNode(item) || !item.range || paths.length > MOST) continue
      const path = `${prefix}${index}`
      paths.push(path)
      offsets.push(item.range[0], item.range[0], item.range[1])
      list(item, `${path}.`, paths, offsets)
    }
}

/** Finds places by path, and paths by place. */
export class PlaceIndex {
  readonly #places: Places
  /** Made when first asked: texts change faster than places are looked up. */
  #paths: readonly string[] | null = null
  #at: ReadonlyMap<string, number> | null = null

  constructor(places: Places) {
    this.#places = places
  }

  /** What it was made of. */
  get places(): Places {
    return this.#places
  }

  /** The same paths at other places: what was made of the paths is kept. */
  moved(offsets: Int32Array): PlaceIndex {
    const next = new PlaceIndex({ paths: this.#places.paths, offsets })
    next.#paths = this.#paths
    next.#at = this.#at
    return next
  }

  /** The place of a path (`talk.nodes.crying`, or its parts); null if the file doesn't have it. */
  find(path: string | Path): Place | null {
    this.#at ??= new Map(this.#list().map((one, index) => [one, index]))
    const index = this.#at.get(typeof path === 'string' ? path : path.join('.'))
    return index === undefined ? null : this.#place(index)
  }

  /** The place of a path, or of the nearest thing above it that the file has. */
  nearest(path: string | Path): Place | null {
    let parts = typeof path === 'string' ? path : path.join('.')
    for (;;) {
      const place = this.find(parts)
      if (place) return place
      const dot = parts.lastIndexOf('.')
      if (dot < 0) return null
      parts = parts.slice(0, dot)
    }
  }

  /** The innermost path at an offset of the text; null if nothing stands there. */
  at(offset: number): string | null {
    const paths = this.#list()
    let found: string | null = null
    // children come after their parents, and what begins later can't hold the offset
    for (let low = this.#lastFrom(offset); low >= 0; low -= 1)
      if (this.#place(low).to >= offset) {
        found = paths[low] ?? null
        break
      }
    return found
  }

  #list(): readonly string[] {
    this.#paths ??= this.#places.paths.split('\n')
    return this.#paths
  }

  /** The last place that begins at or before the offset. */
  #lastFrom(offset: number): number {
    let low = 0
    let high = this.#places.offsets.length / 3
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places.offsets[middle * 3] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #place(index: number): Place {
    const { offsets } = this.#places
    return {
      from: offsets[index * 3] ?? 0,
      value: offsets[index * 3 + 1] ?? 0,
      to: offsets[index * 3 + 2] ?? 0,
    }
  }
}
