import { AppShell } from '../ui/app/AppShell.tsx'
import { useT } from '../ui/i18n/i18n.ts'
import { Button } from '../ui/kit/Button.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly onShelf: () => void
  readonly onRetry?: () => void
}

/** A page that says why a draft isn't shown, and what to do. */
export function Notice({ title, text, onShelf, onRetry }: NoticeProps) {
  const t = useT('studio')
  return (
    <AppShell title={title} theme="day">
      <div className={styles.notice} role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <div className={styles.go}>
          {onRetry && (
            <Button look="primary" onClick={onRetry}>
              {t('again')}
            </Button>
          )}
          <Button onClick={onShelf}>{t('backToShelf')}</Button>
        </div>
      </div>
    </AppShell>
  )
}
