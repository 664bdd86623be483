import type { FileAttempt } from '../../core/sim/file.ts'
import { serialiseBundle } from '../../core/sim/fileText.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'

/** The whole store as files: attempts as bundles that any review reads again, everything else as one JSON file. */

/** Attempts in one file: readers take no more than 5,000. */
const PER_FILE = 1000

export interface OutFile {
  readonly name: string
  readonly text: string
}

type Kept = Omit<FileAttempt, 'attempt'> & Pick<FileAttempt['attempt'], 'header' | 'entries'>

/** Gives file after file, so that no more than one is in memory. `day`: for the files' names. Demonstrations stay here. */
export async function* wholeStore(store: ReviewStore, day: string): AsyncGenerator<OutFile> {
  const all = await store.rows()
  const rows = all.filter(({ demo }) => !demo)
  for (let from = 0, part = 1; from < rows.length; from += PER_FILE, part += 1) {
    const some = rows.slice(from, from + PER_FILE).map(({ id }) => id)
    const texts = await store.texts(some)
    const items = [...texts.values()].map((text): FileAttempt => {
      // written by ourselves, from a file that was checked
      const { header, entries, ...rest }: Kept = JSON.parse(text)
      return {
        attempt: { format: 'first-ring-attempt', formatVersion: 1, header, entries },
        ...rest,
      }
    })
    yield { name: `first-ring-review-${day}-${part}.json`, text: serialiseBundle(items, []) }
  }
  const demo = new Set(all.flatMap((row) => (row.demo ? [row.id] : [])))
  const remarks = (await store.remarks()).filter(
    ({ what }) => !('attempt' in what) || !demo.has(what.attempt),
  )
  const people = await store.people()
  const stations = await store.stations()
  const rest = { format: 'first-ring-review', formatVersion: 1, remarks, people, stations }
  yield {
    name: `first-ring-review-${day}-remarks.json`,
    text: `${JSON.stringify(rest, null, 1)}\n`,
  }
}
