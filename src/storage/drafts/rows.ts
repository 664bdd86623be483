import type { Files } from '../../core/files/files.ts'
import type {
  DraftChange,
  DraftInfo,
  DraftNames,
  DraftVersion,
  NewDraft,
  Publication,
  PublishedRow,
} from './ports.ts'

/** The files of a draft before its change `n`. */
export interface Base {
  readonly n: number
  readonly files: Files
}

/** Changes from a base on. One that is missing never arrived, though later ones did. */
export interface Loaded {
  readonly base: Base
  readonly changes: readonly DraftChange[]
}

export type Appended =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' }
  /** Change `n` is there already and says something else. */
  | { readonly kind: 'conflict'; readonly n: number }
  /** Only this many changes are there. */
  | { readonly kind: 'gap'; readonly have: number }

/** What a place to keep the studio's rows must be able to do; memory and Dexie are two. Rows are only ever added. */
export interface DraftRows {
  list(): Promise<readonly DraftInfo[]>
  get(draft: string): Promise<DraftInfo | null>
  /** False if that id is there. */
  create(draft: NewDraft, names: DraftNames, files: Files): Promise<boolean>
  /** The changes from `n` on, and the newest base at or before `n`: everything from the base on. */
  load(draft: string, n: number): Promise<Loaded | null>
  /**
   * Adds changes that follow on those given before, which may still be on their way: they leave the page at once.
   * False, and nothing added, if one of their numbers is taken.
   */
  follow(draft: string, changes: readonly DraftChange[], names: DraftNames): Promise<boolean>
  /**
   * The same where it isn't known what is there; one that never arrived is put in its place. All or nothing, on the disk
   * when it resolves.
   */
  append(draft: string, changes: readonly DraftChange[], names: DraftNames): Promise<Appended>
  addBase(draft: string, base: Base): Promise<void>
  mark(draft: string, removed: boolean): Promise<void>
  versions(draft: string): Promise<readonly DraftVersion[]>
  /** False if that number is taken. */
  addVersion(draft: string, version: DraftVersion): Promise<boolean>
  putBlob(hash: string, blob: Blob): Promise<void>
  blob(hash: string): Promise<Blob | null>
  publications(): Promise<readonly PublishedRow[]>
  /** False if that id has this version or a later one. */
  publish(publication: Publication): Promise<boolean>
  withdraw(id: string, version: number, at: number): Promise<void>
  /** Something remembered under a name; undefined if nothing is. It may be put anew: it is no part of any record. */
  recall(key: string): Promise<unknown>
  remember(key: string, value: unknown): Promise<void>
}
