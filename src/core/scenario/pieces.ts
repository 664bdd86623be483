import { isMap, isScalar } from 'yaml'
import type { Table } from './lookThrough.ts'
import { listPlaces, type Places } from './places.ts'
import { readYaml } from './yaml.ts'

/**
 * Reading a file again of which a letter has changed. Reading YAML takes longer than all that is done with it; so the file
 * is cut where keys of block maps begin, and a piece that reads as before is not read again. Only what is plainly such a
 * map is cut, and whatever isn't sound is left to be read as a whole, which says what is wrong and where.
 */

/** A key with all that is in it; offsets count from its beginning. */
interface Piece {
  readonly key: string
  readonly value: unknown
  readonly places: Places
}

/** The pieces of the text that was read last, by where they belong and what they say. */
export type PieceMemory = Map<string, Piece>

/** What is shorter is one piece, characters; from 500 to 5,000 it makes no difference. */
const SHORT = 1500
/** Deeper maps are not cut. */
const DEEPEST = 3

/** A block map whose keys begin with so much indentation, from one offset to another; `prefix` of its keys' paths. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly indent: number
  readonly prefix: string
  readonly depth: number
}

/** What becomes of the file: paths, three offsets each (see Places), in the file's order. */
interface Reader {
  readonly source: string
  readonly before: PieceMemory
  readonly now: PieceMemory
  readonly paths: string[]
  readonly offsets: number[]
}

/** The file as plain data with all its places; null if it must be read as a whole. `memory` is brought up to this text. */
export function readInPieces(
  source: string,
  memory: PieceMemory,
): { readonly tree: unknown; readonly places: Places } | null {
  const reader: Reader = { source, before: memory, now: new Map(), paths: [], offsets: [] }
  const whole = { from: 0, to: source.length, indent: 0, prefix: '', depth: 0 }
  const read = readMap(reader, whole)
  if (!read) return null
  memory.clear()
  for (const [name, piece] of reader.now) memory.set(name, piece)
  const { paths, offsets } = reader
  return {
    tree: read.table,
    places: { paths: paths.join('\n'), offsets: Int32Array.from(offsets) },
  }
}

/** `end`: of the last value. */
function readMap(
  reader: Reader,
  stretch: Stretch,
): { readonly table: Table; readonly end: number } | null {
  const starts = keysIn(reader.source, stretch)
  if (!starts) return null
  const table: Record<string, unknown> = {}
  let end = stretch.to
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? stretch.to
    const read = readKey(reader, { ...stretch, from, to })
    if (!read || Object.hasOwn(table, read.key)) return null
    table[read.key] = read.value
    end = read.end
  }
  return { table, end }
}

interface Key {
  readonly key: string
  readonly value: unknown
  readonly end: number
}

function readKey(reader: Reader, stretch: Stretch): Key | null {
  return (stretch.depth < DEEPEST && cutKey(reader, stretch)) || readPiece(reader, stretch)
}

/** A key with nothing behind it but a note. */
const HEAD = /^( *)([a-z][a-z0-9-]*): *(?:#.*)?$/
const NO_WORDS = /^(?:null|true|false)$/

/** A long key whose value is a block map again; null if it isn't. */
function cutKey(reader: Reader, { from, to, prefix, depth }: Stretch): Key | null {
  const { source, paths, offsets } = reader
  if (to - from < SHORT) return null
  const end = source.indexOf('\n', from)
  const [, spaces = '', key = ''] = HEAD.exec(source.slice(from, end)) ?? []
  const indent = indentAfter(source, end + 1, to)
  if (key === '' || NO_WORDS.test(key) || indent <= spaces.length) return null
  const own = { paths: paths.length, offsets: offsets.length }
  // its own place stands before those in it, and is known after them
  paths.push(prefix + key)
  offsets.push(from + spaces.length, 0, 0)
  const read = readMap(reader, {
    from: end + 1,
    to,
    indent,
    prefix: `${prefix}${key}.`,
    depth: depth + 1,
  })
  if (!read) {
    paths.length = own.paths
    offsets.length = own.offsets
    return null
  }
  offsets[own.offsets + 1] = offsets[own.offsets + 3] ?? end
  offsets[own.offsets + 2] = read.end
  return { key, value: read.table, end: read.end }
}

function readPiece(
  { source, before, now, paths, offsets }: Reader,
  { from, to, prefix }: Stretch,
): Key | null {
  const text = source.slice(from, to)
  const name = `${prefix}\n${text}`
  const piece = before.get(name) ?? pieceOf(text, prefix)
  if (!piece) return null
  now.set(name, piece)
  paths.push(piece.places.paths)
  for (const offset of piece.places.offsets) offsets.push(from + offset)
  return { key: piece.key, value: piece.value, end: from + (piece.places.offsets[2] ?? 0) }
}

function pieceOf(text: string, prefix: string): Piece | null {
  const { document, diagnostics } = readYaml(text)
  const { contents } = document
  if (diagnostics.length > 0 || !isMap(contents) || contents.items.length !== 1) return null
  const key = contents.items[0]?.key
  if (!isScalar(key) || typeof key.value !== 'string') return null
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  const value = (data as Table)[key.value]
  return { key: key.value, value, places: listPlaces(document, prefix) }
}

/** The indentation of the first line that says something; -1 if none does. */
function indentAfter(source: string, from: number, to: number): number {
  for (let at = from; at < to; at = source.indexOf('\n', at) + 1 || to) {
    const indent = spacesAt(source, at)
    const first = source[at + indent]
    if (first !== '#' && first !== '\n' && first !== undefined) return indent
  }
  return -1
}

const KEY = /[A-Za-z0-9][\w-]*:(?=[ \n]|$)/y

/** Where the keys of the map begin, each at the beginning of its line; null if it isn't plainly a block map. */
function keysIn(source: string, { from, to, indent }: Stretch): readonly number[] | null {
  const starts: number[] = []
  for (let at = from; at < to; at = source.indexOf('\n', at) + 1 || to) {
    const spaces = spacesAt(source, at)
    const first = source[at + spaces]
    if (first === '\n' || first === undefined || first === '#') continue
    if (first === '\t' || first === '\r' || spaces < indent) return null
    if (spaces > indent || (first === '-' && starts.length > 0)) {
      if (starts.length === 0) return null
      continue
    }
    KEY.lastIndex = at + spaces
    if (!KEY.test(source)) return null
    starts.push(at)
  }
  return starts.length > 0 ? starts : null
}

function spacesAt(source: string, at: number): number {
  let spaces = 0
  while (source.charCodeAt(at + spaces) === 32) spaces += 1
  return spaces
}
