import type { ReviewStore } from '../../storage/review/ports.ts'

/** The whole store as files: attempts as bundles that any review reads again, everything else as one JSON file. */

/** Attempts in one file: readers take no more than 5,000. */
const PER_FILE = 1000

export interface OutFile {
  readonly name: string
  readonly text: string
}

/** Gives file after file, so that no more than one is in memory. Times are ISO dates, for names only. */
export async function* wholeStore(store: ReviewStore, day: string): AsyncGenerator<OutFile> {
  const rows = (await store.rows()).filter(({ demo }) => !demo)
  for (let from = 0, part = 1; from < rows.length; from += PER_FILE, part += 1) {
    const some = rows.slice(from, from + PER_FILE).map(({ id }) => id)
    const texts = await store.texts(some)
    yield {
      name: `first-ring-review-${day}-${part}.json`,
      text: `{"format":"first-ring-attempts","formatVersion":1,"readableFrom":1,\n"trainees":[],\n"attempts":[\n${[...texts.values()].join(',\n')}\n]}\n`,
    }
  }
  const demo = new Set((await store.rows()).flatMap((row) => (row.demo ? [row.id] : [])))
  const remarks = (await store.remarks()).filter(
    ({ what }) => !('attempt' in what) || !demo.has(what.attempt),
  )
  yield {
    name: `first-ring-review-${day}-remarks.json`,
    text: `${JSON.stringify(
      {
        format: 'first-ring-review',
        formatVersion: 1,
        remarks,
        people: await store.people(),
        stations: await store.stations(),
      },
      null,
      1,
    )}\n`,
  }
}
