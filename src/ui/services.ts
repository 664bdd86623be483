/** What the composition root hands to every page: ports only, so that pages can be tested with fakes. */
import type { CityTexts } from '../core/city/texts.ts'
import type {
  DiskMemory,
  DraftStore,
  PublicationStore,
  SightMemory,
  Space,
} from '../storage/drafts/ports.ts'
import type { LocalStore } from '../storage/ports.ts'
import type { ReviewStore } from '../storage/review/ports.ts'

/** Read-only files that come with the program: scenarios, taxonomy, rubric, cities. */
export interface ContentFiles {
  /** Paths under `scenarios/`, `/`-separated, sorted: `crying-girl/scenario.yaml`. */
  paths(): readonly string[]
  /** The file's text; rejects with the path in the message if there is no such file. */
  read(path: string): Promise<string>
  /** The address of a binary file (a recording), or undefined if there is none. `hash`: of the scenario whose it is. */
  url(path: string, hash?: string): string | undefined
  /** The text of that very version of a scenario if it was published here, withdrawn or not; null if it was not. */
  pinned?(id: string, hash: string): Promise<string | null>
  /** The city that this version of a scenario was published with; null if it plays in one that came with the program. */
  carried?(hash: string, city: string): Promise<CityTexts | null>
}

export interface Services {
  readonly store: LocalStore
  readonly drafts: DraftStore
  readonly publications: PublicationStore
  readonly review: ReviewStore
  readonly space: Space
  readonly disk: DiskMemory
  readonly sights: SightMemory
  readonly content: ContentFiles
  /** A new store of attempts that is gone with the page: for what must not stand in anybody's record. */
  passing(): LocalStore
  /** Wall-clock time, milliseconds since 1970: for names and dates, never for the simulation. */
  now(): number
}

/** Every page is a component with these props. */
export interface PageProps {
  readonly services: Services
  /** Goes to a path of ours: `navigate('/debrief/…')`. */
  readonly navigate: (to: string) => void
  /** The named parts of the path: `{ attemptId: '…' }`. */
  readonly params: Readonly<Record<string, string>>
}
