import { useT } from '../i18n/i18n.ts'
import { Button } from '../kit/Button.tsx'
import { AppShell } from './AppShell.tsx'
import styles from './ErrorPage.module.css'

export type Fault = 'crashed' | 'loadFailed' | 'notFound'

export interface ErrorPageProps {
  readonly fault: Fault
  /** The address or part where it happened. */
  readonly where: string
  /** The error's own words, for the administrator. */
  readonly detail?: string
  readonly onRetry?: () => void
  readonly onHome: () => void
}

/** Says what happened, where, and what to do. */
export function ErrorPage({ fault, where, detail, onRetry, onHome }: ErrorPageProps) {
  const t = useT('errors')
  return (
    <AppShell title={t('title')}>
      <div className={styles.page}>
        <h1>{t('title')}</h1>
        <dl className={styles.facts}>
          <dt>{t('what')}</dt>
          <dd>{t(`happened.${fault}`)}</dd>
          <dt>{t('where')}</dt>
          <dd>{where}</dd>
          <dt>{t('todo')}</dt>
          <dd>{t(`mend.${fault}`)}</dd>
          {detail !== undefined && (
            <>
              <dt>{t('detail')}</dt>
              <dd>
                <code>{detail}</code>
              </dd>
            </>
          )}
        </dl>
        <div className={styles.go}>
          {onRetry && (
            <Button look="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          <Button onClick={onHome}>{t('home')}</Button>
        </div>
      </div>
    </AppShell>
  )
}
