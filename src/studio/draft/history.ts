import { applyChanges, type FileChange, type Files } from '../../core/files/files.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { DraftChange } from '../../storage/drafts/ports.ts'

/** What changes do to files, and how steps are taken back. Pure: the draft keeps the result, storage keeps the changes. */

/** Something that the trainer did, and can take back as one. */
export interface Step {
  readonly label: Text
  /** What takes it back, or does it again if it was taken back. */
  readonly files: readonly FileChange[]
  /** The last change that belongs to it. */
  readonly n: number
}

export interface History {
  readonly files: Files
  /** Number of the next change. */
  readonly next: number
  /** Newest last. */
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

/** Nothing done yet. `next`: the number of the first change to come. */
export function startHistory(files: Files, next: number): History {
  return { files, next, done: [], undone: [] }
}

/** So many steps can be taken back; older ones stay in the record. */
const MOST_STEPS = 500

/** The history after one more change. Throws if the change doesn't fit the files. */
export function advance(history: History, change: DraftChange): History {
  const { files, back } = applyChanges(history.files, change.files)
  const step: Step = { label: change.label, files: back, n: change.n }
  const next = change.n + 1
  if (change.turn?.kind === 'undo')
    return {
      files,
      next,
      done: history.done.slice(0, -1),
      undone: [...history.undone, step],
    }
  if (change.turn?.kind === 'redo')
    return { files, next, done: [...history.done, step], undone: history.undone.slice(0, -1) }
  const last = history.done.at(-1)
  if (change.joins && last && history.undone.length === 0) {
    const joined: Step = { label: last.label, files: [...back, ...last.files], n: change.n }
    return { files, next, done: [...history.done.slice(0, -1), joined], undone: [] }
  }
  return { files, next, done: [...history.done.slice(1 - MOST_STEPS), step], undone: [] }
}

/** The change that takes the last step back, or null if there is none. */
export function undoOf(history: History, at: number): DraftChange | null {
  return turned(history.done.at(-1), 'undo', history.next, at)
}

/** The change that does again what was taken back last, or null if there is none. */
export function redoOf(history: History, at: number): DraftChange | null {
  return turned(history.undone.at(-1), 'redo', history.next, at)
}

function turned(
  step: Step | undefined,
  kind: 'undo' | 'redo',
  n: number,
  at: number,
): DraftChange | null {
  return step ? { n, at, label: step.label, files: step.files, turn: { kind, of: step.n } } : null
}
