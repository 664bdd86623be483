import type { FileContent, Files } from '../../core/files/files.ts'
import type { DiskFolder, DiskMemory, DraftStore } from '../../storage/drafts/ports.ts'
import type { Draft } from '../draft/draft.ts'
import { Value } from '../draft/value.ts'
import { draftFolder, hashOf, readFile, removeFile, writeFile } from './folders.ts'

/** Where the copy on the disk stands. */
export type DiskState =
  /** This browser gives pages no way to the disk. */
  | { readonly kind: 'absent' }
  /** No folder was chosen. */
  | { readonly kind: 'off' }
  /** After a new start the browser wants to be asked again, by a click. */
  | { readonly kind: 'asks'; readonly folder: string }
  | { readonly kind: 'writing'; readonly folder: string }
  | { readonly kind: 'written'; readonly folder: string }
  /** Somebody else changed this file there: nothing is written over it until it is said which one counts. */
  | { readonly kind: 'differs'; readonly folder: string; readonly path: string }
  | { readonly kind: 'failed'; readonly folder: string; readonly why: string }

export interface DiskParts {
  readonly draft: Draft
  readonly memory: DiskMemory
  readonly drafts: Pick<DraftStore, 'blob'>
  /** Lets the trainer choose a folder; missing where the browser can't. Rejects with an AbortError if they don't. */
  readonly pick?: () => Promise<DiskFolder>
}

/** From a change to the beginning of its writing, ms: letters typed in one go are one file. */
const PAUSE_MS = 250

/**
 * An open draft's files in a folder of the disk, written after each change. What others changed there is never written
 * over unasked. Storage in the browser stays the truth; this is the copy that survives it.
 */
export class DiskCopy {
  readonly state: Value<DiskState>
  readonly #parts: DiskParts
  #root: DiskFolder | null = null
  /** By path, as last written. Null until it is known. */
  #hashes: Record<string, string> | null = null
  /** What stands on the disk, as far as it was written since the start. */
  #there: Files = new Map()
  /** By path, what was seen there: it isn't read again at each letter. */
  #seen = new Map<string, FileContent>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | null = null
  /** The draft has changed since the last look at it. */
  #dirty = true
  /** Files of others that may be written over. */
  readonly #yielded = new Set<string>()
  readonly #stop: () => void

  constructor(parts: DiskParts) {
    this.#parts = parts
    this.state = new Value<DiskState>({ kind: parts.pick ? 'off' : 'absent' })
    this.#stop = parts.draft.onChange(() => this.#changed())
  }

  /** Goes on with the folder that was chosen on an earlier visit. */
  async start(): Promise<void> {
    const { memory, pick } = this.#parts
    if (!pick) return
    const root = await memory.folder().catch(() => null)
    if (!root) return
    this.#root = root
    const may = await (root.queryPermission?.({ mode: 'readwrite' }) ?? 'granted')
    if (may === 'granted') await this.#write()
    else this.state.set({ kind: 'asks', folder: root.name })
  }

  /** Call it from a click. False: none was chosen. */
  async choose(): Promise<boolean> {
    const { memory, pick } = this.#parts
    if (!pick) return false
    let root: DiskFolder
    try {
      root = await pick()
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return false
      throw error
    }
    this.#root = root
    this.#there = new Map()
    this.#seen = new Map()
    this.#hashes = null
    await memory.setFolder(root)
    await this.#write()
    return true
  }

  /** Call it from a click: asks for the folder again. */
  async allow(): Promise<void> {
    const root = this.#root
    if (!root) return
    const may = await (root.requestPermission?.({ mode: 'readwrite' }) ?? 'granted')
    if (may === 'granted') await this.#write()
  }

  /** Writes no more; what stands there stays. */
  async forget(): Promise<void> {
    this.#root = null
    clearTimeout(this.#timer)
    await this.#parts.memory.setFolder(null)
    this.state.set({ kind: 'off' })
  }

  retry(): Promise<void> {
    return this.#write()
  }

  /** The draft counts: the file that differs there is written over. */
  async overwrite(): Promise<void> {
    const state = this.state.get()
    if (state.kind !== 'differs') return
    this.#yielded.add(state.path)
    await this.#write()
  }

  /** The bytes of the file that differs there; null if there is none any more. */
  async theirs(): Promise<{ readonly path: string; readonly bytes: Blob } | null> {
    const state = this.state.get()
    if (state.kind !== 'differs' || !this.#root) return null
    const bytes = await readFile(await this.#folder(this.#root), state.path)
    return bytes && { path: state.path, bytes }
  }

  /** Has somebody changed the draft's files there meanwhile? */
  async look(): Promise<void> {
    if (this.state.get().kind !== 'written') return
    // recordings are not written by hand, and take long to read
    for (const [path, content] of this.#seen) if ('text' in content) this.#seen.delete(path)
    await this.#write()
  }

  /** Writes what is not there yet, then rests. */
  async close(): Promise<void> {
    this.#stop()
    clearTimeout(this.#timer)
    if (this.#dirty && this.#root && this.state.get().kind !== 'asks') await this.#write()
  }

  #changed(): void {
    this.#dirty = true
    const { kind } = this.state.get()
    if (!this.#root || kind === 'asks' || this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#write()
    }, PAUSE_MS)
  }

  #write(): Promise<void> {
    this.#dirty = true
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
    return this.#writing
  }

  async #writeAll(): Promise<void> {
    const root = this.#root
    if (!root) return
    const folder = root.name
    try {
      while (this.#dirty) {
        this.#dirty = false
        const { files } = this.#parts.draft.state
        if (this.state.get().kind !== 'written') this.state.set({ kind: 'writing', folder })
        const differs = await this.#bring(await this.#folder(root), files)
        if (this.#root !== root) return
        if (differs !== null) {
          this.state.set({ kind: 'differs', folder, path: differs })
          return
        }
      }
      this.state.set({ kind: 'written', folder })
    } catch (error) {
      if (this.#root !== root) return
      const isDenied = error instanceof Error && error.name === 'NotAllowedError'
      const why = error instanceof Error ? error.message : String(error)
      this.state.set(isDenied ? { kind: 'asks', folder } : { kind: 'failed', folder, why })
    }
  }

  #folder(root: DiskFolder): Promise<DiskFolder> {
    const { draft } = this.#parts
    return draftFolder(root, draft.state.info.name, draft.id)
  }

  /** Makes the folder say what `files` say. The path of a file that somebody else changed, or null when all is there. */
  async #bring(folder: DiskFolder, files: Files): Promise<string | null> {
    const { draft, memory } = this.#parts
    this.#hashes ??= { ...(await memory.written(draft.id)) }
    const hashes = this.#hashes
    for (const [path, content] of files) {
      if (this.#seen.get(path) === content) continue
      const bytes = await this.#bytesOf(content)
      // a recording that this browser lost is no reason to take it from the disk
      if (!bytes) continue
      const hash = await hashOf(bytes)
      const there = await readFile(folder, path)
      const its = there && (await hashOf(there))
      if (its !== hash) {
        if (its !== null && its !== hashes[path] && !this.#yielded.has(path)) return path
        await writeFile(folder, path, bytes)
      }
      if (hashes[path] !== hash) {
        hashes[path] = hash
        await memory.setWritten(draft.id, hashes)
      }
      this.#yielded.delete(path)
      this.#seen.set(path, content)
    }
    for (const path of this.#there.keys())
      if (!files.has(path)) {
        await removeFile(folder, path)
        delete hashes[path]
        this.#seen.delete(path)
        await memory.setWritten(draft.id, hashes)
      }
    this.#there = files
    return null
  }

  async #bytesOf(content: FileContent): Promise<Blob | null> {
    return 'text' in content ? new Blob([content.text]) : this.#parts.drafts.blob(content.blob)
  }
}
