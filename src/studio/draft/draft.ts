import { type FileChange, type FileContent, type Files, textOf } from '../../core/files/files.ts'
import type { Patch } from '../../core/scenario/edit/patch.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type {
  DraftChange,
  DraftInfo,
  DraftNames,
  DraftStore,
  OpenedDraft,
} from '../../storage/drafts/ports.ts'
import { advance, type History, redoOf, startHistory, undoOf } from './history.ts'

/** The file that a scenario's draft is about; the others (plans, recordings) travel with it. */
export const SCENARIO_FILE = 'scenario.yaml'

/** Where a draft's changes stand on their way to storage. */
export type Saving =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving' }
  /** They are kept in this tab and tried again. */
  | { readonly state: 'failed'; readonly error: unknown }

/** What the studio shows of a draft; a new object after each change. */
export interface DraftState {
  readonly info: DraftInfo
  readonly files: Files
  /** scenario.yaml as it stands. */
  readonly text: string
  /** Number of the next change: grows with each. */
  readonly revision: number
  /** What undo would take back, and redo do again. */
  readonly undo: Text | null
  readonly redo: Text | null
  readonly saving: Saving
}

/** Who made a change, so that an editor doesn't hear its own. */
export type Author = symbol

export interface ChangeOptions {
  /** Letters typed on: taken back together with the change before, if that has the same key and is not long ago. */
  readonly joins?: string
  readonly author?: Author
}

type Listener = () => void
type ChangeListener = (change: DraftChange, author: Author | undefined) => void

/** After such a pause a letter starts a step of its own, ms. */
const STEP_PAUSE_MS = 1200
/** After a failure storage is tried again, ms. */
const RETRY_MS = 2000

/**
 * A draft that is open in this tab. Every change goes to storage at once; what could not be written yet is kept and tried
 * again. All parts of the studio change it through `change`, and hear of it.
 */
export class Draft {
  readonly id: string
  readonly #store: DraftStore
  readonly #now: () => number
  readonly #listeners = new Set<Listener>()
  readonly #changeListeners = new Set<ChangeListener>()
  #history: History
  #names: DraftNames
  #state: DraftState
  /** Not known to be written, oldest first; the first `#sent` of them are on their way. */
  #waiting: readonly DraftChange[] = []
  #sent = 0
  /** Ends when what was sent last has arrived or failed. */
  #sending: Promise<void> = Promise.resolve()
  /** Grows with each failure: what was sent before it is sent again. */
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #lastJoin = { key: '', at: 0 }
  readonly #expected = new Set<Promise<unknown>>()

  constructor(opened: OpenedDraft, store: DraftStore, now: () => number) {
    const { info, base, changes } = opened
    this.id = info.id
    this.#store = store
    this.#now = now
    this.#names = { name: info.name, title: info.title }
    this.#history = changes.reduce(advance, startHistory(base, info.changes - changes.length))
    this.#state = this.#made(info, { state: 'saved', at: info.changedAt })
  }

  get state(): DraftState {
    return this.#state
  }

  /** Called after every change of `state`. Returns the way to stop. */
  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Called with each change of files, undo and redo included, right after it was made. */
  onChange(listener: ChangeListener): () => void {
    this.#changeListeners.add(listener)
    return () => this.#changeListeners.delete(listener)
  }

  /** Changes files; throws if a patch doesn't fit the text as it stands. */
  change(label: Text, files: readonly FileChange[], options: ChangeOptions = {}): void {
    if (files.length === 0) return
    const at = this.#now()
    const { key, at: before } = this.#lastJoin
    const joins =
      options.joins !== undefined && options.joins === key && at - before < STEP_PAUSE_MS
    this.#lastJoin = { key: options.joins ?? '', at }
    const change = { n: this.#history.next, at, label, files, ...(joins ? { joins } : {}) }
    this.#take(change, options.author)
  }

  /** Patches scenario.yaml. */
  patch(label: Text, patches: readonly Patch[], options?: ChangeOptions): void {
    if (patches.length > 0) this.change(label, [{ path: SCENARIO_FILE, patches }], options)
  }

  /** Puts a file there, or takes it away (null). */
  put(label: Text, path: string, content: FileContent | null): void {
    this.change(label, [{ path, put: content }])
  }

  undo = (): void => this.#turn(undoOf(this.#history, this.#now()))
  redo = (): void => this.#turn(redoOf(this.#history, this.#now()))

  /** How lists name it from now on: the id and title that its file has. Written with the next change. */
  rename(names: DraftNames): void {
    this.#names = names
    this.#state = { ...this.#state, info: { ...this.#state.info, ...names } }
    this.#tell()
  }

  /** Resolves when all changes so far are written; rejects with the StorageError if they can't be. */
  async written(): Promise<void> {
    // what fails just now is tried once more
    await this.#sending
    while (this.#waiting.length > 0) {
      this.#send()
      await this.#sending
      const { saving } = this.#state
      if (saving.state === 'failed') throw saving.error
    }
  }

  /** A change is still to come of this (a recording that ends): `close` waits for it. */
  expect(work: Promise<unknown>): void {
    this.#expected.add(work)
    const done = () => this.#expected.delete(work)
    work.then(done, done)
  }

  /** Writes what waits and lets other tabs have the draft. */
  async close(): Promise<void> {
    // the parts of the page that go with it speak up first
    await Promise.resolve()
    await Promise.allSettled(this.#expected)
    await this.written().catch(() => undefined)
    clearTimeout(this.#retry)
    await this.#store.release(this.id)
  }

  #turn(change: DraftChange | null): void {
    this.#lastJoin = { key: '', at: 0 }
    if (change) this.#take(change, undefined)
  }

  #take(change: DraftChange, author: Author | undefined): void {
    this.#history = advance(this.#history, change)
    this.#waiting = [...this.#waiting, change]
    const info = { ...this.#state.info, changes: change.n + 1, changedAt: change.at }
    this.#state = this.#made(info, { state: 'saving' })
    for (const listener of this.#changeListeners) listener(change, author)
    this.#tell()
    this.#send()
  }

  /** Each change is sent when it is made: the page may be gone before it has heard of the one before. */
  #send(): void {
    clearTimeout(this.#retry)
    const batch = this.#waiting.slice(this.#sent)
    if (batch.length === 0) return
    const failures = this.#failures
    this.#sent += batch.length
    this.#sending = this.#store.append(this.id, batch, this.#names).then(
      () => {
        if (failures === this.#failures) this.#arrived(batch.length)
      },
      (error: unknown) => {
        if (failures === this.#failures) this.#failed(error)
      },
    )
  }

  #arrived(count: number): void {
    this.#waiting = this.#waiting.slice(count)
    this.#sent -= count
    if (this.#waiting.length === 0) this.#saw({ state: 'saved', at: this.#now() })
  }

  #failed(error: unknown): void {
    this.#failures += 1
    this.#sent = 0
    this.#saw({ state: 'failed', error })
    this.#retry = setTimeout(() => this.#send(), RETRY_MS)
  }

  #saw(saving: Saving): void {
    this.#state = { ...this.#state, saving }
    this.#tell()
  }

  #made(info: DraftInfo, saving: Saving): DraftState {
    const { files, next, done, undone } = this.#history
    return {
      info,
      files,
      text: textOf(files, SCENARIO_FILE),
      revision: next,
      undo: done.at(-1)?.label ?? null,
      redo: undone.at(-1)?.label ?? null,
      saving,
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
