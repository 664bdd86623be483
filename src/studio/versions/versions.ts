import { CARRIED } from '../../core/city/texts.ts'
import type { Files } from '../../core/files/files.ts'
import type {
  DraftStore,
  DraftVersion,
  PublicationStore,
  PublishedRow,
} from '../../storage/drafts/ports.ts'
import { StorageError } from '../../storage/ports.ts'
import type { Draft } from '../draft/draft.ts'
import { trackIn } from '../draft/tracking.ts'
import { Value } from '../draft/value.ts'
import { changesBetween, sameFiles } from './changes.ts'

/** A state of the draft that stays: kept by hand, before something large happened, or by being published. */
export interface Kept {
  /** `v3`, or `p2` for what was published as version 2. */
  readonly key: string
  readonly why: DraftVersion['why'] | 'published'
  /** Among the versions; for a publication the number that it was published under. */
  readonly number: number
  /** ms since 1970. */
  readonly at: number
  readonly note: string
  readonly files: Files
}

export interface VersionsParts {
  readonly draft: Draft
  readonly drafts: Pick<DraftStore, 'versions' | 'addVersion'>
  readonly publications: Pick<PublicationStore, 'publications' | 'onPublished'>
  readonly now: () => number
}

/** The structure is locked while it is translated: going back would change more than words, and the lock with it. */
export class RestoreRefused extends Error {}

/** May only words be changed in these files? */
export const isLocked = (files: Files): boolean => trackIn(files).isLocked

/** So often another number is tried because the one before was taken. */
const MOST_TRIES = 5

/** The versions of an open draft. None is ever taken away. */
export class Versions {
  /** Newest first; null until they are read. */
  readonly kept = new Value<readonly Kept[] | null>(null)
  readonly #parts: VersionsParts

  constructor(parts: VersionsParts) {
    this.#parts = parts
  }

  /** Reads them. Rejects with a StorageError. */
  async load(): Promise<readonly Kept[]> {
    const { draft, drafts, publications } = this.#parts
    const [own, published] = await Promise.all([
      drafts.versions(draft.id),
      publications.publications(),
    ])
    const all = [
      ...own.map(ofVersion),
      ...published
        .filter((row) => row.draft === draft.id && row.kind === 'scenario')
        .map(ofPublication),
    ].sort((a, b) => b.at - a.at || b.number - a.number)
    this.kept.set(all)
    return all
  }

  /** Reads them again whenever something is published. Returns the way to stop. */
  follow(failed: (error: unknown) => void): () => void {
    const read = () => void this.load().catch(failed)
    read()
    return this.#parts.publications.onPublished(read)
  }

  /** Keeps the draft as it stands. Resolves with its number once it is durable; rejects with a StorageError. */
  async keep(why: DraftVersion['why'], note: string): Promise<number> {
    const { draft, drafts, now } = this.#parts
    const { files, revision } = draft.state
    for (let tries = 1; ; tries += 1) {
      const known = await drafts.versions(draft.id)
      const number = 1 + Math.max(0, ...known.map((one) => one.number))
      try {
        await drafts.addVersion(draft.id, { number, at: now(), why, note, change: revision, files })
        break
      } catch (error) {
        const isTaken = error instanceof StorageError && error.problem.kind === 'exists'
        if (!isTaken || tries === MOST_TRIES) throw error
      }
    }
    const all = await this.load()
    return all.find((one) => one.why !== 'published')?.number ?? 1
  }

  /**
   * Makes the draft what it was, as one step that can be undone. What stands now is kept first, unless it is kept
   * already. False: nothing differs. Rejects with a StorageError or a RestoreRefused, and nothing is changed.
   */
  async restore(one: Kept): Promise<boolean> {
    const { draft } = this.#parts
    if (sameFiles(draft.state.files, one.files)) return false
    if (isLocked(draft.state.files)) throw new RestoreRefused()
    const known = this.kept.get() ?? (await this.load())
    if (!known.some(({ files }) => sameFiles(files, draft.state.files)))
      await this.keep('restore', '')
    const published = one.why === 'published'
    draft.change(
      {
        zh: published ? `回到发布的第 ${one.number} 版` : `回到存档 ${one.number}`,
        en: published
          ? `back to published version ${one.number}`
          : `back to kept version ${one.number}`,
      },
      changesBetween(draft.state.files, one.files),
    )
    return true
  }
}

const ofVersion = ({ number, at, why, note, files }: DraftVersion): Kept => ({
  key: `v${number}`,
  why,
  number,
  at,
  note,
  files,
})

const ofPublication = (row: PublishedRow): Kept => ({
  key: `p${row.version}`,
  why: 'published',
  number: row.version,
  at: row.at,
  note: row.note,
  files: draftFiles(row),
})

/** What was published without the city that it carries: that has a draft of its own. */
export const draftFiles = ({ files }: Pick<PublishedRow, 'files'>): Files =>
  new Map([...files].filter(([path]) => !path.startsWith(CARRIED)))

const all = new WeakMap<Draft, Versions>()

/** The versions of this draft; the same each time, so that all who show them show the same. */
export function versionsOf(parts: VersionsParts): Versions {
  const known = all.get(parts.draft)
  if (known) return known
  const made = new Versions(parts)
  all.set(parts.draft, made)
  return made
}
