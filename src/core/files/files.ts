import { applyPatches, invertPatches, type Patch } from '../scenario/edit/patch.ts'

/** A set of files, as a draft or a publication holds them, and what changes do to it. */

/** A file of a draft: its text, or a blob (a recording) by its content. */
export type FileContent =
  | { readonly text: string }
  /** SHA-256 of the bytes, their media type, and how many they are. */
  | { readonly blob: string; readonly type: string; readonly size: number }

/** Path inside the draft's folder → content: `scenario.yaml`, `plans/good.yaml`, `voice/zh/crying.caller.webm`. */
export type Files = ReadonlyMap<string, FileContent>

/** What one step did to one file: its text was patched, or the file was put there, replaced or (null) removed. */
export type FileChange =
  | { readonly path: string; readonly patches: readonly Patch[] }
  | { readonly path: string; readonly put: FileContent | null }

/** The files after some changes in order, and what takes them back in order. Throws if a change doesn't fit its file. */
export function applyChanges(
  files: Files,
  changes: readonly FileChange[],
): { readonly files: Files; readonly back: readonly FileChange[] } {
  const next = new Map(files)
  const back: FileChange[] = []
  for (const change of changes) {
    const { path } = change
    const before = next.get(path)
    if ('patches' in change) {
      if (before === undefined || !('text' in before)) throw new Error(`${path} holds no text`)
      next.set(path, { text: applyPatches(before.text, change.patches) })
      back.unshift({ path, patches: invertPatches(before.text, change.patches) })
    } else {
      if (change.put === null) next.delete(path)
      else next.set(path, change.put)
      back.unshift({ path, put: before ?? null })
    }
  }
  return { files: next, back }
}

/** The text of a file; empty if it isn't there or holds no text. */
export function textOf(files: Files, path: string): string {
  const content: FileContent | undefined = files.get(path)
  return content && 'text' in content ? content.text : ''
}
