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
