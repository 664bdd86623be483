import { StorageError } from '../../storage/ports.ts'
import { t } from '../../ui/i18n/i18n.ts'

/** Why something could not be kept, in the reader's words: a full disk and a closed storage say what to do. */
export function reasonOf(error: unknown): string {
  if (error instanceof StorageError)
    switch (error.problem.kind) {
      case 'full':
        return t('studio:keeping.full')
      case 'closed':
      case 'blocked-upgrade':
        return t('studio:keeping.closed')
      case 'private-mode':
        return t('studio:keeping.denied')
      default:
        return error.message
    }
  return error instanceof Error ? error.message : String(error)
}
