import { useState } from 'react'
import type { Said } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import { useReview } from '../book/useBook.ts'

/** Adds a remark; tells if it could not be kept. `done`: after it is on the disk. */
export function useSay(): { readonly busy: boolean; add(what: Said, done?: () => void): void } {
  const t = useT('review')
  const { book } = useReview()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    add(what, done) {
      setBusy(true)
      book
        .say(what)
        .then(
          () => done?.(),
          (error: unknown) =>
            say({
              kind: 'error',
              text: t('attempt.notKept', {
                why: error instanceof Error ? error.message : String(error),
              }),
            }),
        )
        .finally(() => setBusy(false))
    },
  }
}
