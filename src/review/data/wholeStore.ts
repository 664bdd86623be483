import { attemptsOf } from '../../core/review/remark.ts'
import { reviewFileText } from '../../core/review/reviewFile.ts'
import { checkBeforeReplay } from '../../core/sim/entryCheck.ts'
import { type FileAttempt, parseItem } from '../../core/sim/file.ts'
import { BUNDLE_VERSION, serialiseBundle } from '../../core/sim/fileText.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { readJson, tableAt } from '../intake/skim.ts'

/** The whole store as files that any review reads again: attempts as bundles, everything else in one file. */

/** Attempts in one file: readers take no more than 5,000. */
const PER_FILE = 1000
/** Bytes of attempts in one file: readers take no more than 64 Mi units with what stands between them. */
const BYTES_PER_FILE = 40 * 1024 * 1024
/** Attempts that are read from the store at once. */
const AT_ONCE = 100

export interface OutFile {
  readonly name: string
  readonly content: string | Uint8Array<ArrayBuffer>
  /** Attempts in it. */
  readonly attempts: number
  /** Their journals can't be read: they stand as they came, byte by byte, and no other file is hurt by them. */
  readonly damaged: boolean
}

/** Gives file after file, so that no more than two are in memory. `day`: for the files' names. Demonstrations stay here. */
export async function* wholeStore(store: ReviewStore, day: string): AsyncGenerator<OutFile> {
  const all = await store.rows()
  const name = `first-ring-review-${day}`
  yield* attemptFiles(
    store,
    all.flatMap(({ id, demo }) => (demo ? [] : [id])),
    name,
  )
  const robots = all.filter(({ demo }) => demo)
  const played = new Set(robots.map(({ id }) => id))
  const badges = new Set(robots.map(({ badge }) => badge))
  const content = reviewFileText({
    remarks: (await store.remarks()).filter(({ what }) => {
      const about = attemptsOf(what)
      return about.length === 0 || !about.every((id) => played.has(id))
    }),
    people: (await store.people()).filter(({ badge }) => !badges.has(badge)),
    stations: await store.stations(),
  })
  yield { name: `${name}-remarks.json`, content, attempts: 0, damaged: false }
}

type Bytes = Uint8Array<ArrayBuffer>

async function* attemptFiles(
  store: ReviewStore,
  ids: readonly string[],
  name: string,
): AsyncGenerator<OutFile> {
  const sound = new Pile<FileAttempt>(`${name}-`, false, (items) => serialiseBundle(items, []))
  const damaged = new Pile<Bytes>(`${name}-damaged-`, true, asTheyCame)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const texts = await store.texts(ids.slice(from, from + AT_ONCE))
    for (const text of texts.values()) {
      const one = soundOf(text)
      if (one) yield* sound.put(one, text.length)
      // what doesn't end where it should would take those after it along
      else if (tableAt(text, 0)?.to === text.length) yield* damaged.put(text, text.length)
    }
  }
  yield* sound.rest()
  yield* damaged.rest()
}

/** Null: nobody would take it in as a whole attempt. */
function soundOf(text: Bytes): FileAttempt | null {
  const data = readJson(text, { from: 0, to: text.length })
  const one = parseItem(data, '', checkBeforeReplay)
  if ('why' in one) return null
  return one.status === 'finished' || one.status === 'left' ? one : null
}

/** What is put on it comes out as files of a size that readers take. */
class Pile<T> {
  readonly #name: string
  readonly #damaged: boolean
  readonly #write: (items: readonly T[]) => Promise<Bytes> | string
  #items: T[] = []
  #bytes = 0
  #part = 0

  constructor(
    name: string,
    damaged: boolean,
    write: (items: readonly T[]) => Promise<Bytes> | string,
  ) {
    this.#name = name
    this.#damaged = damaged
    this.#write = write
  }

  /** Gives a file first if there is no more room in it. */
  async *put(item: T, bytes: number): AsyncGenerator<OutFile> {
    const isFull = this.#items.length === PER_FILE || this.#bytes + bytes > BYTES_PER_FILE
    if (isFull) yield* this.rest()
    this.#items.push(item)
    this.#bytes += bytes
  }

  async *rest(): AsyncGenerator<OutFile> {
    const items = this.#items
    if (items.length === 0) return
    this.#items = []
    this.#bytes = 0
    this.#part += 1
    yield {
      name: `${this.#name}${this.#part}.json`,
      content: await this.#write(items),
      attempts: items.length,
      damaged: this.#damaged,
    }
  }
}

/** A bundle of texts that can't be read, for readers who take each of its attempts for itself. */
async function asTheyCame(texts: readonly Bytes[]): Promise<Bytes> {
  const head = `{"format":"first-ring-attempts","formatVersion":${BUNDLE_VERSION},"readableFrom":${BUNDLE_VERSION},\n"trainees":[],\n"attempts":[\n`
  const parts = texts.flatMap((text, i) => [i === 0 ? head : ',\n', text])
  return new Uint8Array(await new Blob([...parts, '\n]}\n']).arrayBuffer())
}
