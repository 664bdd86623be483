/** One stretch of a text that is replaced: UTF-16 offsets into the text before. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The text after the patches, which are sorted and don't overlap. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  let result = ''
  let at = 0
  for (const { from, to, insert } of patches) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/** What takes the patches back: offsets into the text after them. `text` is the text before. */
export function invertPatches(text: string, patches: readonly Patch[]): readonly Patch[] {
  let shift = 0
  return patches.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return { from: start, to: start + insert.length, insert: text.slice(from, to) }
  })
}

/** One patch list that does what two do in a row. `text` is the text before both. */
export function composePatches(
  text: string,
  first: readonly Patch[],
  second: readonly Patch[],
): readonly Patch[] {
  /** The text between the two: stretches of the first text, and what was put in. */
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, insert } of first) {
    pieces.push({ from: at, to: from }, { insert })
    at = to
  }
  pieces.push({ from: at, to: text.length })
  const result: Piece[] = []
  let index = 0
  /** Moves so many characters of the middle text to the result, or drops them. */
  const take = (count: number, keep: boolean): void => {
    for (let left = count; left > 0; ) {
      const piece = pieces[index]
      if (!piece) return
      const size = lengthOf(piece)
      if (size > left) {
        const [front, back] = split(piece, left)
        if (keep) result.push(front)
        pieces[index] = back
        return
      }
      if (keep) result.push(piece)
      left -= size
      index += 1
    }
  }
  let middle = 0
  for (const { from, to, insert } of second) {
    take(from - middle, true)
    take(to - from, false)
    result.push({ insert })
    middle = to
  }
  result.push(...pieces.slice(index))
  return patchesOf(result, text)
}

type Piece = { readonly from: number; readonly to: number } | { readonly insert: string }

const lengthOf = (piece: Piece): number =>
  'insert' in piece ? piece.insert.length : piece.to - piece.from

function split(piece: Piece, at: number): [Piece, Piece] {
  if ('insert' in piece)
    return [{ insert: piece.insert.slice(0, at) }, { insert: piece.insert.slice(at) }]
  const { from, to } = piece
  return [
    { from, to: from + at },
    { from: from + at, to },
  ]
}

function patchesOf(pieces: readonly Piece[], text: string): readonly Patch[] {
  const patches: Patch[] = []
  let at = 0
  let insert = ''
  const put = (to: number): void => {
    if (to > at || insert !== '') patches.push({ from: at, to, insert })
    insert = ''
  }
  for (const piece of pieces) {
    if ('insert' in piece) insert += piece.insert
    else if (piece.to > piece.from) {
      put(piece.from)
      at = piece.to
    }
  }
  put(text.length)
  return patches
}
