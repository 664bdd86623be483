import type { StorageProblem } from '../ports.ts'

/** How deep Dexie nests causes at most: BulkError → AbortError → the browser's error. */
const DEPTH = 6

/** What a failure of Dexie or IndexedDB means for the user. `opening`: it came from opening the database. */
export function problemOfDexie(error: unknown, opening = false): StorageProblem {
  const names = namesOf(error)
  const has = (...wanted: string[]) => wanted.some((name) => names.includes(name))
  if (has('QuotaExceededError')) return { kind: 'full' }
  if (has('MissingAPIError', 'SecurityError', 'NotAllowedError')) return { kind: 'private-mode' }
  // Older private windows offer IndexedDB but refuse to open it.
  if ((opening || has('OpenFailedError')) && has('InvalidStateError'))
    return { kind: 'private-mode' }
  if (has('DatabaseClosedError', 'InvalidStateError', 'VersionError')) return { kind: 'closed' }
  return { kind: 'unknown', detail: detailOf(error) }
}

function namesOf(error: unknown): readonly string[] {
  const names: string[] = []
  let at: unknown = error
  for (let depth = 0; depth < DEPTH && typeof at === 'object' && at !== null; depth++) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name)
    at = 'inner' in at ? at.inner : 'cause' in at ? at.cause : undefined
  }
  return names
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200)
  return `${error.name}: ${error.message}`.slice(0, 200)
}
