import type { FileStatus } from './file.ts'
import type { Entry } from './journal.ts'

/** How the journal itself says that the attempt ended; null while it has not. */
export function journalStatus(entries: readonly Entry[]): 'finished' | 'left' | null {
  for (let i = entries.length - 1; i >= 0; i--) {
    const one = entries[i]
    if (one?.origin === 'script' && one.happening.what === 'finished') {
      return one.happening.left ? 'left' : 'finished'
    }
  }
  return null
}

/** The status of an attempt in a file: the journal's word counts before what is said beside it. */
export function statusInFile(entries: readonly Entry[], said: FileStatus): FileStatus {
  // a journal without a `finished` is not over
  return journalStatus(entries) ?? (said === 'open' ? 'open' : 'interrupted')
}
