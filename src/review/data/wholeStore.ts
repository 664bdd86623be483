import { attemptsOf } from '../../core/review/remark.ts'
import { reviewFileText } from '../../core/review/reviewFile.ts'
import { checkBeforeReplay } from '../../core/sim/entryCheck.ts'
import { type FileAttempt, parseItem } from '../../core/sim/file.ts'
import { serialiseBundle } from '../../core/sim/fileText.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { readJson } from '../intake/skim.ts'

/** The whole store as files that any review reads again: attempts as bundles, everything else in one file. */

/** Attempts in one file: readers take no more than 5,000. */
const PER_FILE = 1000
/** Bytes of attempts in one file: readers take no more than 64 Mi units with what stands between them. */
const BYTES_PER_FILE = 40 * 1024 * 1024
/** Attempts that are read from the store at once. */
const AT_ONCE = 100

export interface OutFile {
  readonly name: string
  readonly text: string
}

/** Gives file after file, so that no more than one is in memory. `day`: for the files' names. Demonstrations stay here. */
export async function* wholeStore(store: ReviewStore, day: string): AsyncGenerator<OutFile> {
  const all = await store.rows()
  let part = 0
  for await (const items of bundles(
    store,
    all.flatMap(({ id, demo }) => (demo ? [] : [id])),
  )) {
    part += 1
    yield { name: `first-ring-review-${day}-${part}.json`, text: serialiseBundle(items, []) }
  }
  const robots = all.filter(({ demo }) => demo)
  const played = new Set(robots.map(({ id }) => id))
  const badges = new Set(robots.map(({ badge }) => badge))
  const text = reviewFileText({
    remarks: (await store.remarks()).filter(({ what }) => {
      const about = attemptsOf(what)
      return about.length === 0 || !about.every((id) => played.has(id))
    }),
    people: (await store.people()).filter(({ badge }) => !badges.has(badge)),
    stations: await store.stations(),
  })
  yield { name: `first-ring-review-${day}-remarks.json`, text }
}

async function* bundles(
  store: ReviewStore,
  ids: readonly string[],
): AsyncGenerator<readonly FileAttempt[]> {
  let items: FileAttempt[] = []
  let bytes = 0
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const texts = await store.texts(ids.slice(from, from + AT_ONCE))
    for (const text of texts.values()) {
      if (items.length === PER_FILE || (bytes > 0 && bytes + text.length > BYTES_PER_FILE)) {
        yield items
        items = []
        bytes = 0
      }
      const data = readJson(text, { from: 0, to: text.length })
      const one = parseItem(data, '', checkBeforeReplay)
      // what can't be read would make the whole file unreadable
      if ('why' in one) continue
      items.push(one)
      bytes += text.length
    }
  }
  if (items.length > 0) yield items
}
