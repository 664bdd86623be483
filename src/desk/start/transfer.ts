/** All attempts as files, and files as attempts; this machine's public key as a file. */
import type { StationFile } from '../../core/sim/seal.ts'
import {
  type AttemptFilter,
  type ImportReport,
  type LocalStore,
  StorageError,
} from '../../storage/ports.ts'

export interface ExportedFile {
  readonly name: string
  readonly text: string
}

type Store = Pick<LocalStore, 'export' | 'list' | 'trainees'>

function isTooLarge(error: unknown): boolean {
  return error instanceof StorageError && error.problem.kind === 'too-large'
}

/**
 * Everything that is stored here, as few files as can hold it: all in one, else one for each trainee, else one for each
 * trainee and scenario. Rejects with a StorageError.
 * @param day goes into the files' names, `2025-12-15`
 */
export async function exportAll(store: Store, day: string): Promise<readonly ExportedFile[]> {
  const file = async (filter: AttemptFilter, ...parts: string[]): Promise<ExportedFile> => ({
    name: ['first-ring', ...parts, `${day}.json`].join('-'),
    text: await store.export(filter),
  })
  try {
    return [await file({}, 'all')]
  } catch (error) {
    if (!isTooLarge(error)) throw error
  }
  const files: ExportedFile[] = []
  for (const { id, badge } of await store.trainees()) {
    const person = badge.replace(/[^\p{L}\p{N}]+/gu, '')
    try {
      files.push(await file({ trainee: id }, person))
    } catch (error) {
      if (!isTooLarge(error)) throw error
      const attempts = await store.list({ trainee: id })
      for (const scenario of new Set(attempts.map(({ header }) => header.scenario.id)))
        files.push(await file({ trainee: id, scenario }, person, scenario))
    }
  }
  return files
}

/** Takes a file in. What can't be read as text is refused like any other file that is not ours. */
export async function importFile(
  store: Pick<LocalStore, 'import'>,
  file: Pick<File, 'text'>,
): Promise<ImportReport> {
  const text = await file.text().catch(() => '')
  return store.import(text)
}

export const MAX_STATION_NAME = 40

/** A workstation's public key as the file that a manager enrols it by. */
export function stationFile(
  { id, key }: { readonly id: string; readonly key: string },
  name: string,
): ExportedFile {
  const file: StationFile = {
    format: 'first-ring-station',
    formatVersion: 1,
    id,
    key,
    name: name.trim().slice(0, MAX_STATION_NAME),
  }
  return { name: `first-ring-station-${id.slice(0, 8)}.json`, text: `${JSON.stringify(file)}\n` }
}

/** How many refusals are told one by one. */
export const SHOWN_REFUSALS = 8
