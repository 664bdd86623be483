import { useEffect, useState } from 'react'
import { StorageError } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import styles from './Header.module.css'

/** How often 'saved … ago' is told anew, ms. */
const AGE_MS = 5000

export interface SavedMarkProps {
  readonly draft: Draft
  readonly now: () => number
}

/** Whether a draft's changes are safe. */
export function SavedMark({ draft, now }: SavedMarkProps) {
  const t = useT('studio')
  const saving = useDraftPart(draft, (state) => state.saving)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), AGE_MS)
    return () => clearInterval(timer)
  }, [])
  if (saving.state === 'failed')
    return (
      <span className={styles.unsaved} role="alert">
        <Icon name="warn" /> {isFull(saving.error) ? t('keeping.noRoom') : t('saveFailed')}
      </span>
    )
  if (saving.state === 'saving') return <span className={styles.saved}>{t('saving')}</span>
  const seconds = Math.max(0, Math.floor((now() - saving.at) / 1000))
  const ago =
    seconds < 60
      ? t('seconds', { n: seconds })
      : seconds < 3600
        ? t('minutes', { n: Math.floor(seconds / 60) })
        : t('hours', { n: Math.floor(seconds / 3600) })
  return (
    <span className={styles.saved}>
      <span className={styles.tick}>
        <Icon name="check" />
      </span>
      {t('saved')} · {t('savedAgo', { ago })}
    </span>
  )
}

const isFull = (error: unknown): boolean =>
  error instanceof StorageError && error.problem.kind === 'full'
