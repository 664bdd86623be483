import { parseReadiness, type Readiness } from '../../core/review/readiness.ts'
import type { Remark, Said } from '../../core/review/remark.ts'
import type { Detail, Sheet } from '../../core/review/sheet.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { AttemptRow, Person, ReviewStore, Station } from '../../storage/review/ports.ts'
import { type Library, libraryFor } from '../../ui/library/library.ts'
import type { Services } from '../../ui/services.ts'
import { readSetting, writeSetting } from '../../ui/settings.ts'
import { type Before, EVERYTHING, type Filter, filtered, periodBefore } from '../figures/filter.ts'

/** The setting that remembers whose name stands under remarks. */
const REVIEWER = 'reviewer'

/** Everything that the pages read, in memory: sheets are small, and figures over all of them must be quick. */
export interface Pages {
  /** Oldest first. */
  readonly sheets: readonly Sheet[]
  readonly rows: readonly AttemptRow[]
  readonly remarks: readonly Remark[]
  readonly people: ReadonlyMap<string, Person>
  readonly stations: readonly Station[]
}

const BLANK: Pages = {
  sheets: [],
  rows: [],
  remarks: [],
  people: new Map(),
  stations: [],
}

/** What attempts are judged by, and what things are called. */
export interface Ground {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  readonly readiness: Readiness
  /** By id, as they are now; those that aren't here are missing. */
  readonly scenarios: ReadonlyMap<string, Scenario>
}

export interface BookState extends Shown {
  readonly pages: Pages
  readonly ground: Ground
  readonly filter: Filter
  readonly by: string
}

/**
 * What the filter lets through. The same lists for as long as neither sheets nor filter change, so that figures, which
 * are worked out once for each list, stand ready on the next page.
 */
interface Shown {
  /** Oldest first. */
  readonly shown: readonly Sheet[]
  /** The period before; null if there is none to hold this one against. */
  readonly before: (Before & { readonly sheets: readonly Sheet[] }) | null
}

/** The manager's book: one for the whole room, so that going from page to page reads nothing anew. */
export class Book {
  readonly store: ReviewStore
  readonly library: Library
  readonly #services: Services
  readonly #listeners = new Set<() => void>()
  /** By scenario, for as long as the sheets stay the same. */
  readonly #details = perObject(
    (_: readonly Sheet[]) => new Map<string, Promise<readonly Detail[]>>(),
  )
  #state: BookState | null = null
  #opening: Promise<void> | null = null

  constructor(services: Services) {
    this.#services = services
    this.store = services.review
    this.library = libraryFor(services.content)
  }

  get state(): BookState | null {
    return this.#state
  }

  /** What is in memory; nothing before the book is open. */
  get pages(): Pages {
    return this.#state?.pages ?? BLANK
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Reads everything at the first call. Rejects with a StorageError or a LibraryError; the next call tries again. */
  open(): Promise<void> {
    this.#opening ??= this.#read().catch((error: unknown) => {
      this.#opening = null
      throw error
    })
    return this.#opening
  }

  async #read(): Promise<void> {
    const pages = await readPages(this.store)
    const ground = await this.#ground(pages)
    // whoever has only a demonstration wants to see it
    const demo = pages.sheets.length > 0 && pages.sheets.every((sheet) => sheet.demo)
    const filter = { ...EVERYTHING, demo }
    const by = readSetting(REVIEWER) ?? ''
    this.#set({ pages, ground, filter, by, ...shownOf(pages, filter) })
  }

  async #ground({ sheets }: Pages): Promise<Ground> {
    const { content } = this.#services
    const parsed = parseReadiness(await content.read('readiness.yaml'))
    if (!parsed.ok) {
      const [first] = parsed.problems
      throw new Error(`readiness.yaml:${first?.line ?? 1} ${first?.message.en ?? ''}`)
    }
    const [taxonomy, rubric] = await Promise.all([this.library.taxonomy(), this.library.rubric()])
    const ids = new Set([
      ...sheets.map(({ scenario }) => scenario),
      ...content.paths().flatMap((path) => /^([a-z0-9-]+)\/scenario\.yaml$/.exec(path)?.[1] ?? []),
    ])
    const found = await Promise.all(
      [...ids].map(async (id) => {
        const loaded = await this.library.scenario(id).catch(() => null)
        return loaded ? ([id, loaded.scenario] as const) : null
      }),
    )
    return {
      taxonomy,
      rubric,
      readiness: parsed.readiness,
      scenarios: new Map(found.filter((one) => one !== null)),
    }
  }

  /** Reads the store again: after something was taken in, judged or removed. */
  async refresh(): Promise<void> {
    if (!this.#state) return this.open()
    const pages = await readPages(this.store)
    const ground = await this.#ground(pages)
    const { filter } = this.#state
    const shown = pages.sheets.some(({ demo }) => demo === filter.demo)
    const other = pages.sheets.some(({ demo }) => demo !== filter.demo)
    const next = shown || !other ? filter : { ...EVERYTHING, demo: !filter.demo }
    this.#set({ ...this.#state, pages, ground, filter: next, ...shownOf(pages, next) })
  }

  /**
   * What a scenario's attempts left node by node: read once, until the sheets change. Rejects with a StorageError; the
   * next call tries again.
   */
  details(scenario: string): Promise<readonly Detail[]> {
    const read = this.#details(this.pages.sheets)
    const known = read.get(scenario)
    if (known) return known
    const reading = this.store.details(scenario).catch((error: unknown) => {
      read.delete(scenario)
      throw error
    })
    read.set(scenario, reading)
    return reading
  }

  filter(change: Partial<Filter>): void {
    if (!this.#state) return
    const filter = { ...this.#state.filter, ...change }
    this.#set({ ...this.#state, filter, ...shownOf(this.#state.pages, filter) })
  }

  /** Whose name stands under remarks from now on. */
  signs(by: string): void {
    // forgotten at the next start at worst; the remarks themselves keep it
    writeSetting(REVIEWER, by)
    if (this.#state) this.#set({ ...this.#state, by })
  }

  /** Adds to the list of remarks; it is on the disk when this resolves. */
  async say(what: Said, by?: string): Promise<Remark> {
    const at = this.#services.now()
    const remark = { id: this.#services.store.newId(), at, by: by ?? this.#state?.by ?? '', what }
    await this.store.remark(remark)
    const state = this.#state
    if (state) {
      const { pages } = state
      this.#set({ ...state, pages: { ...pages, remarks: [...pages.remarks, remark] } })
    }
    return remark
  }

  #set(state: BookState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

function shownOf({ sheets, people }: Pages, filter: Filter): Shown {
  const before = periodBefore(sheets, filter, people)
  const then = before ? filtered(sheets, before.filter, people) : []
  return {
    shown: filtered(sheets, filter, people),
    before: before && then.length > 0 ? { ...before, sheets: then } : null,
  }
}

async function readPages(store: ReviewStore): Promise<Pages> {
  const [sheets, rows, remarks, people, stations] = await Promise.all([
    store.sheets(),
    store.rows(),
    store.remarks(),
    store.people(),
    store.stations(),
  ])
  return {
    sheets: sheets.toSorted((a, b) => a.at - b.at || (a.attempt < b.attempt ? -1 : 1)),
    rows: rows.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    remarks,
    people: new Map(people.map((person) => [person.badge, person])),
    stations,
  }
}

const books = new WeakMap<Services, Book>()

/** The book of these services; the same each time. */
export function bookOf(services: Services): Book {
  const book = books.get(services) ?? new Book(services)
  books.set(services, book)
  return book
}
