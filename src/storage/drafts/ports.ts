import type { FileChange, FileContent, Files } from '../../core/files/files.ts'
import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Text } from '../../core/scenario/primitives.ts'

/**
 * What the studio keeps in this browser: drafts, each a set of files with every change to them, and what was published.
 * Append-only like the attempts: a change, a version, a publication is added and never rewritten; a draft that was thrown
 * away can be brought back.
 */

/** One step of a trainer's work; undo and redo are such steps themselves. */
export interface DraftChange {
  /** From 0, without gaps. */
  readonly n: number
  /** Wall clock, ms since 1970. */
  readonly at: number
  /** What was done, for 'undo …'. */
  readonly label: Text
  /** In the order in which they are made; a file may come more than once. */
  readonly files: readonly FileChange[]
  /** Belongs to the same step as the change before it (letters typed on), and is taken back with it. */
  readonly joins?: boolean
  /** `undo` takes change `of` back, `redo` does it again; missing: a step of its own. */
  readonly turn?: { readonly kind: 'undo' | 'redo'; readonly of: number }
}

export type DraftKind = 'scenario' | 'city'

export interface DraftOrigin {
  readonly from: 'template' | 'copy' | 'import'
  /** Which template or scenario, or the name of the imported file. */
  readonly of: string
}

/** What does not change about a draft. */
export interface NewDraft {
  /** UUIDv7. */
  readonly id: string
  readonly kind: DraftKind
  readonly origin: DraftOrigin
  readonly createdAt: number
}

export interface DraftInfo extends NewDraft {
  /** The scenario's id and title as last read from its file; what the origin was called if it can't be read. */
  readonly name: string
  readonly title: Text
  readonly changedAt: number
  /** Changes so far. */
  readonly changes: number
  readonly versions: number
  /** Thrown away (it can be brought back). */
  readonly removed: boolean
}

/** What lists show of a draft; written along with its changes. */
export type DraftNames = Pick<DraftInfo, 'name' | 'title'>

export interface OpenedDraft {
  readonly info: DraftInfo
  /** The files before `changes`. */
  readonly base: Files
  /** The steps since, oldest first: enough of them to undo a day's work. */
  readonly changes: readonly DraftChange[]
}

/** A state of a draft that is kept by itself: it can be compared with, and gone back to. */
export interface DraftVersion {
  /** From 1. */
  readonly number: number
  readonly at: number
  /** Its author asked for it; or it stood just before a file was taken in, or an older version was gone back to. */
  readonly why: 'kept' | 'import' | 'restore'
  readonly note: string
  /** After so many changes. */
  readonly change: number
  readonly files: Files
}

export interface DraftStore {
  newId(): string
  /** Newest change first; with those thrown away. */
  list(): Promise<readonly DraftInfo[]>
  create(draft: NewDraft, names: DraftNames, files: Files): Promise<void>
  /**
   * Takes the draft for this tab; if the tab has it already, once that is released. Rejects with a StorageError: missing,
   * or second-tab while another tab writes it.
   */
  open(id: string): Promise<OpenedDraft>
  /** The draft as it stands in storage, whoever writes it; null if there is none. Takes nothing. */
  read(id: string): Promise<{ readonly info: DraftInfo; readonly files: Files } | null>
  /**
   * Adds changes in order; they leave this page at once, and outlive it when the promise resolves. Whoever gives the next
   * ones need not wait for that: one that fails makes all fail that were given after it, until it is given again. Changes
   * that are there already must be equal.
   */
  append(id: string, changes: readonly DraftChange[], names: DraftNames): Promise<void>
  /** Another tab may write it from here on. */
  release(id: string): Promise<void>
  remove(id: string): Promise<void>
  bringBack(id: string): Promise<void>
  versions(id: string): Promise<readonly DraftVersion[]>
  /** Rejects if that number is taken. */
  addVersion(id: string, version: DraftVersion): Promise<void>
  /** Keeps bytes by their content. */
  putBlob(bytes: Blob): Promise<FileContent & { readonly blob: string }>
  blob(hash: string): Promise<Blob | null>
}

/** A scenario (or city) that was given to the desk. */
export interface Publication {
  readonly kind: DraftKind
  /** The scenario's or city's id: its folder. */
  readonly id: string
  /** From the file; greater than all that were published before. */
  readonly version: number
  /** SHA-256 of scenario.yaml's text: what attempts are pinned to. For a city: of all its files. */
  readonly hash: string
  readonly at: number
  readonly note: string
  readonly draft: string
  /** What the start page lists; null for a city. */
  readonly entry: ScenarioEntry | null
  readonly files: Files
}

export interface PublishedRow extends Publication {
  /** Taken off the start page at this time; attempts that are pinned to it still find it. */
  readonly withdrawnAt: number | null
}

export interface PublicationStore {
  /** Newest first, with those withdrawn. */
  publications(): Promise<readonly PublishedRow[]>
  /** Rejects with a StorageError 'exists' if that id and version, or a later one, was published. */
  publish(publication: Publication): Promise<void>
  withdraw(id: string, version: number, at: number): Promise<void>
  /** Called after each publish and withdraw, of other tabs too where the browser tells. Returns the way to stop. */
  onPublished(listener: () => void): () => void
}

/** How safe what the studio keeps in this browser is. */
export interface SpaceHealth {
  /** False: the browser denies storage, and all of it is gone with the page. */
  readonly lasts: boolean
  /** The browser has promised not to clear it by itself. */
  readonly persistent: boolean
  /** Bytes, where the browser tells and was asked. */
  readonly used: number | null
  readonly quota: number | null
}

export interface Space {
  /** With `measure` how much is used, too: the browser counts long, and writes have to wait for it. */
  health(measure: boolean): Promise<SpaceHealth>
  /** Asks the browser, each time anew, to keep our data for good. False: it says no, or has no such promise. */
  keep(): Promise<boolean>
}

/**
 * What was last shown of each draft, so that it can be shown again before the draft has been read anew. Plain data that
 * whoever keeps it can make again: losing it costs a moment.
 */
export interface SightMemory {
  /** Undefined if none was kept. */
  recall(draft: string): Promise<unknown>
  /** Instead of the one before. */
  keep(draft: string, sight: unknown): Promise<void>
}

/** A file on the disk, as far as we use a browser's handle to it. */
export interface DiskFile {
  getFile(): Promise<Blob>
  createWritable(): Promise<{
    write(data: Blob): Promise<void>
    close(): Promise<void>
  }>
}

/** A folder on the disk: FileSystemDirectoryHandle, as far as we use it. Chromium alone gives these. */
export interface DiskFolder {
  readonly name: string
  getDirectoryHandle(name: string, options: { readonly create: boolean }): Promise<DiskFolder>
  getFileHandle(name: string, options: { readonly create: boolean }): Promise<DiskFile>
  removeEntry(name: string): Promise<void>
  keys(): AsyncIterable<string>
  /** Missing: nobody need be asked. */
  queryPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>
  /** Only right after a click. */
  requestPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

/** What is remembered of the disk from one visit to the next. */
export interface DiskMemory {
  /** The folder that drafts are written to; null if none was chosen. */
  folder(): Promise<DiskFolder | null>
  setFolder(folder: DiskFolder | null): Promise<void>
  /** SHA-256 of what was written last, by path, of one draft. */
  written(draft: string): Promise<Readonly<Record<string, string>>>
  setWritten(draft: string, hashes: Readonly<Record<string, string>>): Promise<void>
}
