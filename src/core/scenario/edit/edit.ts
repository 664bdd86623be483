import type { Path } from '../diagnostic.ts'
import type { Text } from '../primitives.ts'
import { moved } from './moving.ts'
import { applyPatches, composePatches, type Patch } from './patch.ts'
import { copied, inserted, removed, set } from './placing.ts'
import { EditError } from './refusal.ts'
import { type Renamed, renamed } from './renaming.ts'
import { isReadable, readTree, type Tree } from './tree.ts'
import type { Json } from './write.ts'

/**
 * Changes of a scenario's file by its structure that leave every other line as it is. Values are in the file's own
 * notation: `8s`, `60m`, `'>= 35'`.
 */
export type Edit =
  /** Sets or replaces; what is missing above it is made, and a new key goes where the format's order puts it. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Json }
  /** Takes away a key or a list's item; a map or list that may be missing goes with its last entry. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Into a list, which is made if it is missing; at its end if the index is too large. */
  | { readonly kind: 'insert'; readonly path: Path; readonly index: number; readonly value: Json }
  /** A list's item or a map's entry, to another place among its siblings. */
  | { readonly kind: 'move'; readonly path: Path; readonly to: number }
  /** A map's entry, right after itself, under another name. */
  | { readonly kind: 'copy'; readonly path: Path; readonly as: string }
  /** Something that has a name, and every reference to it. `path` leads to it. */
  | { readonly kind: 'rename'; readonly what: Renamed; readonly path: Path; readonly to: string }

export type EditResult =
  | { readonly ok: true; readonly patches: readonly Patch[]; readonly text: string }
  | { readonly ok: false; readonly why: Text }

const UNREADABLE: Text = {
  zh: '源文有语法错误，先改好标出的那一行。',
  en: 'The source has a syntax error; mend the marked line first.',
}

const UNMADE: Text = {
  zh: '这样改，源文就读不通了，所以没有改。请在源文里直接改这一处。',
  en: 'The source could not be read after this change, so it was not made. Change this place in the source itself.',
}

/** Makes the edits one after the other, all or none. Never throws, whatever the text. */
export function editText(source: string, edits: readonly Edit[]): EditResult {
  let text = source
  let patches: readonly Patch[] = []
  try {
    for (let at = 0; at < edits.length; ) {
      const tree = readTree(text)
      if (!tree) return { ok: false, why: UNREADABLE }
      const { count, made } = together(tree, edits.slice(at))
      patches = composePatches(source, patches, made)
      text = applyPatches(text, made)
      at += count
    }
  } catch (error) {
    if (error instanceof EditError) return { ok: false, why: error.why }
    // a value nested deeper than the stack
    if (error instanceof RangeError) return { ok: false, why: UNMADE }
    throw error
  }
  // YAML has more corners than a form can know: what would not be read again is not written
  return isReadable(text) ? { ok: true, patches, text } : { ok: false, why: UNMADE }
}

/** The first edits that can be made in one go: one, or as many values set in a row as don't touch each other. */
function together(
  tree: Tree,
  edits: readonly Edit[],
): { readonly count: number; readonly made: readonly Patch[] } {
  const paths: Path[] = []
  let made: readonly Patch[] = []
  for (const edit of edits) {
    if (
      paths.length > 0 &&
      (edit.kind !== 'set' || paths.some((path) => areNested(path, edit.path)))
    )
      break
    const more = patchesFor(tree, edit)
    if (touch(made, more)) break
    made = [...made, ...more].sort((a, b) => a.from - b.from)
    paths.push('path' in edit ? edit.path : [])
    if (edit.kind !== 'set') break
  }
  return { count: paths.length, made }
}

const areNested = (one: Path, other: Path): boolean =>
  one.slice(0, other.length).join('\n') === other.slice(0, one.length).join('\n')

const touch = (some: readonly Patch[], others: readonly Patch[]): boolean =>
  some.some((one) => others.some((other) => one.from <= other.to && other.from <= one.to))

function patchesFor(tree: Tree, edit: Edit): readonly Patch[] {
  switch (edit.kind) {
    case 'set':
      return set(tree, edit.path, edit.value)
    case 'remove':
      return removed(tree, edit.path)
    case 'insert':
      return inserted(tree, edit.path, edit.index, edit.value)
    case 'move':
      return moved(tree, edit.path, edit.to)
    case 'copy':
      return copied(tree, edit.path, edit.as)
    case 'rename':
      return renamed(tree, edit.what, edit.path, edit.to)
  }
}
