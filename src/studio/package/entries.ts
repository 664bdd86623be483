import { Inflate, strFromU8 } from 'fflate'

/** One file of a zip, as its directory announces it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes announced when unpacked; what really comes out is bounded by it. */
  readonly size: number
  /** 0: as it is, 8: deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly isLink: boolean
  readonly packed: Uint8Array
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** What one push may swell to is a thousandfold of this. */
const PIECE = 4096

/** What the zip's directory lists, in its order; nothing is inflated. Throws if it can't be followed. */
export function* entriesOf(zip: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOf(view)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry')
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    yield {
      name: strFromU8(slice(zip, at + 46, nameLength), (flags & 0x800) === 0),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000,
      packed: packedAt(zip, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)),
    }
    at += 46 + nameLength + rest
  }
}

/** The file's bytes; null if another number of them comes out than was announced. No more than that is ever kept. */
export function inflated({ packed, size, method }: ZipEntry): Uint8Array | null {
  if (method === 0) return packed.length === size ? packed.slice() : null
  const out = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) out.set(piece, length)
    length += piece.length
  })
  for (let at = 0; at < packed.length && length <= size; at += PIECE)
    inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  return length === size ? out : null
}

function endOf(view: DataView): number {
  // a comment of 65,535 bytes at most may follow it
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at -= 1)
    if (view.getUint32(at, true) === END) return at
  throw new RangeError('no end')
}

function packedAt(zip: Uint8Array, view: DataView, local: number, length: number): Uint8Array {
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file')
  const head = 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return slice(zip, local + head, length)
}

function slice(zip: Uint8Array, from: number, length: number): Uint8Array {
  if (from + length > zip.length) throw new RangeError('cut short')
  return zip.subarray(from, from + length)
}
