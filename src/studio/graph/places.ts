import { z } from 'zod'
import type { Files } from '../../core/files/files.ts'
import { textOf } from '../../core/files/files.ts'
import type { Positions } from './layout.ts'

/** Where the trainer dragged cards to: a small file beside the scenario, so that it travels, undoes and is kept like all else. */
export const LAYOUT_FILE = 'layout.json'

const file = z.record(
  z.string().max(90),
  z.tuple([z.int().min(-100_000).max(100_000), z.int().min(-100_000).max(100_000)]),
)

/** The places in a draft's files; none if the file is missing or makes no sense. */
export function readPlaces(files: Files): Positions {
  try {
    const read = file.safeParse(JSON.parse(textOf(files, LAYOUT_FILE) || '{}'))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** The file's text; cards that are gone are left out. */
export function writePlaces(places: Positions, known: ReadonlySet<string>): string {
  const rows = Object.entries(places)
    .filter(([id]) => known.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, at]) => `  ${JSON.stringify(id)}: ${JSON.stringify(at)}`)
  return `{\n${rows.join(',\n')}\n}\n`
}
