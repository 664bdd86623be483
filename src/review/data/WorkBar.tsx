import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Data.module.css'
import type { Working } from './useWork.ts'

/** How far the work is, and the way to stop it. */
export function WorkBar({ work }: { readonly work: Working }) {
  const t = useT('review')
  const { progress, busy, error, cancel } = work
  if (error !== null)
    return (
      <p role="alert" className={styles.error}>
        {t('data.failed', { why: error })}
      </p>
    )
  if (!busy) return null
  const { step, done, of } = progress ?? { step: 'reading', done: 0, of: null }
  return (
    <div className={styles.work} role="status">
      <span>{t(`data.step.${step}`, { done: of === null ? done : `${done} / ${of}` })}</span>
      <progress
        aria-label={t('data.progress')}
        {...(of === null ? {} : { value: done, max: of })}
      />
      <Button onClick={cancel}>{t('data.cancel')}</Button>
    </div>
  )
}
